import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { ChoiceParam, IntegerParam } from '../../core/params.ts';
import { completeBasins, mostRepeats } from '../../scenario/basinsView.ts';
import { methodOf, resolveMethod } from '../../scenario/methodChoice.ts';
import type { BasinsView, MethodChoice } from '../../scenario/types.ts';
import { type ParamChanges, setView } from '../../store/edits.ts';
import { cancelBasins, canMap, repeatBasins } from '../../store/followBasins.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { edit, scenarioStore } from '../../store/scenarioStore.ts';
import { CheckControl } from '../controls/CheckControl.tsx';
import { editHandlers } from '../controls/handlers.ts';
import { ParamControl } from '../controls/ParamControl.tsx';
import { ProgressLine } from '../controls/ProgressLine.tsx';
import { methodName } from '../views/planeTrajectories.ts';
import { BasinsLimits } from './BasinsLimits.tsx';
import classes from './BasinsPanel.module.css';
import { Section } from './Section.tsx';

/** The map of basins: switched on, it is drawn under the contour lines, and its limits are listed here. */
export function BasinsPanel() {
  const view = useStore(scenarioStore, ({ scenario }) => scenario.view?.basins);
  const methods = useStore(scenarioStore, ({ scenario }) => scenario.experiment.methods);
  const isPlane = useStore(resultsStore, canMap);
  const isOn = view !== undefined;
  const chosen = methods[completeBasins(view ?? {}).method];
  const hindrance = !isPlane ? NO_PLANE : methods.length === 0 ? NO_METHOD : null;
  return (
    <Section
      title="Basins of attraction"
      summary={isOn && chosen ? methodName(chosen) : isOn ? '' : 'off'}
      startsOpen={isOn}
    >
      <CheckControl
        checked={isOn}
        disabled={!isOn && hindrance !== null}
        onChange={(checked) => edit(setView({ basins: checked ? {} : undefined }))}
      >
        Map where a method goes from each point
      </CheckControl>
      {hindrance && <p className={classes.note}>{hindrance}</p>}
      {isOn && !hindrance && <Settings view={view} methods={methods} />}
      {isOn && !hindrance && !chosen && <p className={classes.note}>The method of this map is not in the list.</p>}
      <Mapping />
      <BasinsLimits />
    </Section>
  );
}

const NO_PLANE = 'Basins are mapped over the plane of two variables, as they are.';
const NO_METHOD = 'Add a method first.';

/** Grid points along a side that are offered. */
const RESOLUTIONS = [128, 256, 512];

const changed = (changes: ParamChanges): BasinsView =>
  Object.fromEntries(
    Object.entries(changes).map(([key, value]) => [key, value === undefined ? undefined : Number(value)]),
  );

/** Values at their defaults stay out of the link. */
function withChanges(view: BasinsView, changes: BasinsView): BasinsView {
  const all = { ...view, ...changes };
  const { resolution, repeats } = completeBasins({
    ...(all.resolution !== undefined && { resolution: all.resolution }),
  });
  const most = mostRepeats(resolution);
  const fitting = (all.repeats ?? repeats) > most ? { ...all, repeats: most } : all;
  return Object.fromEntries(Object.entries(fitting).filter(([, value]) => value !== undefined));
}

const handlers = editHandlers((changes) => (scenario) => {
  const basins = withChanges(scenario.view?.basins ?? {}, changed(changes));
  return { ...scenario, view: { ...scenario.view, basins } };
});

function Settings({ view, methods }: { readonly view: BasinsView; readonly methods: readonly MethodChoice[] }) {
  const { method, resolution, repeats } = completeBasins(view);
  const specs = useMemo(() => specsFor(methods, resolution), [methods, resolution]);
  const choice = methods[method];
  const isStochastic = choice && methodOf(choice).isStochastic(resolveMethod(choice, 2).params ?? {});
  return (
    <>
      <ParamControl name="method" spec={specs.method} value={String(method)} given={false} handlers={handlers} />
      <ParamControl
        name="resolution"
        spec={specs.resolution}
        value={String(resolution)}
        given={false}
        handlers={handlers}
      />
      {isStochastic && (
        <ParamControl
          name="repeats"
          spec={specs.repeats}
          value={repeats}
          given={view.repeats !== undefined}
          handlers={handlers}
        />
      )}
    </>
  );
}

function specsFor(methods: readonly MethodChoice[], resolution: number) {
  const sides = RESOLUTIONS.includes(resolution) ? RESOLUTIONS : [...RESOLUTIONS, resolution].sort((a, b) => a - b);
  const method: ChoiceParam = {
    kind: 'choice',
    label: 'Method',
    symbol: '',
    meaning: 'One of the methods of this scenario, with its parameters.',
    default: '0',
    choices: methods.map((choice, k) => ({ value: String(k), label: methodName(choice) })),
  };
  const side: ChoiceParam = {
    kind: 'choice',
    label: 'Grid',
    symbol: '',
    meaning: 'Points along each side of the visible box; the method starts from each of them.',
    default: '256',
    choices: sides.map((count) => ({ value: String(count), label: String(count) })),
  };
  const most = mostRepeats(resolution);
  const repeats: IntegerParam = {
    kind: 'integer',
    label: 'Repeats',
    symbol: 'R',
    meaning: 'Runs from each point, as the method is random; the limit that most of them have counts.',
    default: completeBasins({}).repeats,
    min: 1,
    max: most,
    slider: { from: 1, to: Math.min(25, most), scale: 'linear' },
  };
  return { method, resolution: side, repeats };
}

function Mapping() {
  const progress = useStore(resultsStore, (state) => state.basinsProgress);
  const isCutShort = useStore(resultsStore, ({ basins }) => basins !== null && !basins.isWhole);
  if (progress !== null) {
    return (
      <div className={classes.progress}>
        <ProgressLine label="Basins computed" fraction={progress} onCancel={cancelBasins} />
      </div>
    );
  }
  if (!isCutShort) return null;
  return (
    <div className={classes.cut}>
      <span>Cut short: some rows are those of a coarse grid.</span>
      <Button size="compact-xs" variant="default" onClick={repeatBasins}>
        Compute it
      </Button>
    </div>
  );
}
