import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { isOwnPlane } from '../../../core/objective/section.ts';
import type { Box, BoxParam, IntegerParam } from '../../../core/params.ts';
import { COMPARISON_DEFAULTS } from '../../../scenario/experiments/comparisonDefaults.ts';
import { LIMITS } from '../../../scenario/limits.ts';
import { setCloudBox, setCloudCount, setCloudUsed, setStartsUsed } from '../../../store/comparisonEdits.ts';
import { cloudBox } from '../../../store/comparisonScenario.ts';
import { type Results, resultsStore } from '../../../store/resultsStore.ts';
import { editComparison, scenarioStore } from '../../../store/scenarioStore.ts';
import { visibleBox } from '../../../store/visibleBox.ts';
import { CheckControl } from '../../controls/CheckControl.tsx';
import { ParamControl } from '../../controls/ParamControl.tsx';
import { Section } from '../../panels/Section.tsx';
import panels from '../escape/EscapePanels.module.css';
import { comparisonHandlers } from './comparisonHandlers.ts';

const countSpec: IntegerParam = {
  kind: 'integer',
  label: 'Random starts',
  symbol: 'N',
  meaning: 'Uniform in the box; each is drawn from a stream of its own, so that more of them change none.',
  default: COMPARISON_DEFAULTS.count,
  min: 1,
  max: LIMITS.starts,
  slider: { from: 1, to: LIMITS.starts, scale: 'log' },
};

const boxSpec: BoxParam = {
  kind: 'box',
  label: 'Box of the random starts',
  symbol: '',
  meaning: 'The random starts are uniform in it.',
  default: [-1, 1],
};

const countHandlers = comparisonHandlers(({ count }) => setCloudCount(count as number | undefined));
const boxHandlers = comparisonHandlers(({ box }) =>
  setCloudBox(box as Box | undefined, scenarioStore.getState().scenario.landscape.id),
);

/** More intervals than this are not typed. */
const TYPED = 6;

/** Where the runs start: a cloud of random points, the Descent lab's starts, or both. */
export function ComparedStarts() {
  const settings = useStore(scenarioStore, (state) => state.comparison);
  const own = useStore(scenarioStore, (state) => state.scenario.experiment.starts.length);
  const hasCloud = settings.cloud !== null || !settings.useStarts || own === 0;
  const count = settings.cloud?.count ?? COMPARISON_DEFAULTS.count;
  const summary = [...(hasCloud ? [`${count} random`] : []), ...(settings.useStarts ? [`${own} own`] : [])].join(' + ');
  return (
    <Section title="Starts" summary={summary}>
      <CheckControl checked={hasCloud} onChange={(isUsed) => editComparison(setCloudUsed(isUsed))}>
        Random starts
      </CheckControl>
      {hasCloud && (
        <>
          <ParamControl
            name="count"
            spec={countSpec}
            value={count}
            given={settings.cloud?.count !== undefined}
            handlers={countHandlers}
          />
          <CloudBox />
        </>
      )}
      <CheckControl
        checked={settings.useStarts && own > 0}
        disabled={own === 0}
        onChange={(useStarts) => editComparison(setStartsUsed(useStarts))}
      >
        The {own === 1 ? 'start' : `${own} starts`} of the Descent lab
      </CheckControl>
    </Section>
  );
}

function CloudBox() {
  const settings = useStore(scenarioStore, (state) => state.comparison);
  const choice = useStore(scenarioStore, (state) => state.scenario.landscape);
  const domain = useStore(resultsStore, (state) => state.landscape?.domain);
  const variables = useStore(resultsStore, (state) => state.landscape?.variables);
  const visible = useVisibleBox();
  if (!domain) return null;
  const box = cloudBox(settings, choice);
  return (
    <>
      {domain.length <= TYPED ? (
        <ParamControl
          name="box"
          spec={boxSpec}
          value={box ?? domain}
          given={box !== undefined}
          handlers={boxHandlers}
          variables={variables}
        />
      ) : (
        <p className={panels.about}>
          In {box ? 'the box of the link' : `the landscape’s domain, ${domain.length} intervals`}.
        </p>
      )}
      {(box || visible) && (
        <div className={panels.chips}>
          <Button
            size="compact-sm"
            variant="default"
            disabled={!box}
            onClick={() => boxHandlers.set({ box: undefined })}
          >
            The domain
          </Button>
          {visible && (
            <Button size="compact-sm" variant="default" onClick={() => boxHandlers.set({ box: visible })}>
              The visible box
            </Button>
          )}
        </div>
      )}
    </>
  );
}

/** What the Descent lab's view shows, in the landscape's own variables; null where it is a plane through more. */
function useVisibleBox(): Box | null {
  const view = useStore(scenarioStore, (state) => state.scenario.view);
  const landscape = useStore(resultsStore, (state) => state.landscape);
  const objective = useStore(resultsStore, (state) => state.objective);
  const isOwn = useStore(resultsStore, showsOwnVariables);
  return useMemo(() => {
    if (!landscape || !objective || !isOwn) return null;
    return visibleBox(view ?? {}, landscape, objective, null).slice(0, landscape.dimension);
  }, [view, landscape, objective, isOwn]);
}

const showsOwnVariables = ({ section, landscape }: Results): boolean =>
  section ? isOwnPlane(section) : landscape?.dimension === 1;
