import { useMemo } from 'react';
import { useStore } from 'zustand';
import { formatNumber } from '../../../core/formatNumber.ts';
import type { IntegerParam, NumberParam } from '../../../core/params.ts';
import { PATH_LENGTHS_DEFAULTS } from '../../../scenario/experiments/pathLengthsDefaults.ts';
import type { ParamChanges } from '../../../store/edits.ts';
import { setPaths } from '../../../store/pathsEdits.ts';
import { levelsOf, settingsOn } from '../../../store/pathsScenario.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import { type PathsEdit, scenarioStore } from '../../../store/scenarioStore.ts';
import { ParamControl } from '../../controls/ParamControl.tsx';
import { Section } from '../../panels/Section.tsx';
import panels from '../escape/EscapePanels.module.css';
import { pathsHandlers } from './pathsHandlers.ts';

const pairsSpec: IntegerParam = {
  kind: 'integer',
  label: 'Random pairs',
  symbol: 'N',
  meaning: 'Pairs of random ends that are trained down to each level; more of them change none.',
  default: PATH_LENGTHS_DEFAULTS.pairs,
  min: 1,
  max: PATH_LENGTHS_DEFAULTS.mostPairs,
  slider: { from: 1, to: 200, scale: 'log' },
};

const pairsHandlers = pathsHandlers(({ pairs }) => setPaths({ pairs: pairs as number | undefined }));
const rangeHandlers = pathsHandlers(setRange);

/** The pairs of ends and the levels of the curve. */
export function LevelsPanel() {
  const settings = useStore(scenarioStore, ({ paths, scenario }) => paths.of === scenario.landscape.id && paths.pairs);
  const levels = useLevels();
  const [high, low] = [levels[0] ?? 1, levels.at(-1) ?? 0];
  const isGivenPairs = typeof settings === 'object';
  const specs = useMemo(() => rangeSpecs(high, low, levels.length), [high, low, levels.length]);
  return (
    <Section title="Pairs and levels" summary={`${levels.length} levels`}>
      {isGivenPairs ? (
        <p className={panels.about}>{settings.length} pairs of ends, as the link gives them.</p>
      ) : (
        <ParamControl
          name="pairs"
          spec={pairsSpec}
          value={settings || PATH_LENGTHS_DEFAULTS.pairs}
          given={settings !== false && settings !== undefined}
          handlers={pairsHandlers}
        />
      )}
      <ParamControl name="high" spec={specs.high} value={high} given handlers={rangeHandlers} />
      <ParamControl name="low" spec={specs.low} value={low} given handlers={rangeHandlers} />
      <ParamControl name="count" spec={specs.count} value={levels.length} given handlers={rangeHandlers} />
      <p className={panels.about}>{levels.map((level) => formatNumber(level)).join(', ')}</p>
    </Section>
  );
}

function useLevels(): readonly number[] {
  const scenario = useStore(scenarioStore, (state) => state.scenario);
  const settings = useStore(scenarioStore, (state) => state.paths);
  // Levels that follow from the landscape are known once that is.
  const objective = useStore(resultsStore, (state) => state.objective);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => levelsOf(settings, scenario).toSorted((a, b) => b - a), [settings, scenario, objective]);
}

/** Levels at equal distances from the highest to the lowest, of which one or how many has changed. */
function setRange(changes: ParamChanges): PathsEdit {
  return (settings) => {
    const { scenario } = scenarioStore.getState();
    const before = levelsOf(settings, scenario).toSorted((a, b) => b - a);
    const high = (changes.high as number | undefined) ?? before[0] ?? 1;
    const low = (changes.low as number | undefined) ?? before.at(-1) ?? 0;
    const count = (changes.count as number | undefined) ?? before.length;
    const levels = Array.from({ length: count }, (_, k) =>
      Number((count === 1 ? high : high + (k / (count - 1)) * (low - high)).toPrecision(12)),
    );
    return setPaths({ levels: [...new Set(levels)] })(settingsOn(settings, scenario.landscape));
  };
}

function rangeSpecs(high: number, low: number, count: number) {
  const room = Math.abs(high - low) || 1;
  const level = (label: string, symbol: string, standard: number): NumberParam => ({
    kind: 'number',
    label,
    symbol,
    meaning: 'Levels in between stand at equal distances.',
    default: standard,
    min: -1e300,
    max: 1e300,
    slider: { from: low - room / 2, to: high + room / 2, scale: 'linear' },
  });
  const countSpec: IntegerParam = {
    kind: 'integer',
    label: 'Levels',
    symbol: 'k',
    meaning: 'How many levels the curve has.',
    default: count,
    min: 1,
    max: PATH_LENGTHS_DEFAULTS.mostLevels,
    slider: { from: 2, to: 30, scale: 'linear' },
  };
  return { high: level('Highest level', 'u_1', high), low: level('Lowest level', 'u_k', low), count: countSpec };
}
