import { useMemo } from 'react';
import { useStore } from 'zustand';
import { DEFAULT_STOP_RULE } from '../../../core/descent/descend.ts';
import type { IntegerParam, NumberParam } from '../../../core/params.ts';
import { DEFAULT_SEED } from '../../../scenario/defaultSeed.ts';
import {
  COMPARISON_DEFAULTS,
  mostComparedIterations,
  mostComparedRepeats,
} from '../../../scenario/experiments/comparisonDefaults.ts';
import type { ViewChoice } from '../../../scenario/types.ts';
import { setComparisonRepeats } from '../../../store/comparisonEdits.ts';
import { setSeed, setStop, setView } from '../../../store/edits.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import { scenarioStore } from '../../../store/scenarioStore.ts';
import { editHandlers } from '../../controls/handlers.ts';
import { ParamControl } from '../../controls/ParamControl.tsx';
import { Section } from '../../panels/Section.tsx';
import { comparisonHandlers } from './comparisonHandlers.ts';
import { useComparisonScenario } from './useComparison.ts';

function repeatsSpec(starts: number): IntegerParam {
  const max = mostComparedRepeats(starts);
  return {
    kind: 'integer',
    label: 'Repeats',
    symbol: 'R',
    meaning: 'Runs of a stochastic method from each start, each with random numbers of its own; the others run once.',
    default: COMPARISON_DEFAULTS.repeats,
    min: 1,
    max,
    slider: { from: 1, to: Math.max(2, Math.min(100, max)), scale: 'log' },
  };
}

const epsilonSpec: NumberParam = {
  kind: 'number',
  label: 'Accuracy',
  symbol: '\\varepsilon',
  meaning: 'A run has arrived where ‖∇f‖ ≤ ε and λ_min ≥ −√(ρε).',
  default: COMPARISON_DEFAULTS.epsilon,
  min: 0,
  minExcluded: true,
  max: 1e6,
  slider: { from: 1e-6, to: 1, scale: 'log' },
};

const rhoSpec: NumberParam = {
  kind: 'number',
  label: 'Hessian Lipschitz constant',
  symbol: '\\rho',
  meaning: 'How much negative curvature is allowed: λ_min ≥ −√(ρε).',
  default: COMPARISON_DEFAULTS.rho,
  min: 0,
  minExcluded: true,
  max: 1e12,
  slider: { from: 1e-3, to: 1e3, scale: 'log' },
};

const seedSpec: IntegerParam = {
  kind: 'integer',
  label: 'Seed',
  symbol: 's',
  meaning: 'Same scenario, same seed: the same numbers to the last bit.',
  default: DEFAULT_SEED,
  min: -Number.MAX_SAFE_INTEGER,
  max: Number.MAX_SAFE_INTEGER,
  slider: { from: 0, to: 100, scale: 'linear' },
};

function iterationsSpec(dimension: number): IntegerParam {
  return {
    kind: 'integer',
    label: 'Iterations',
    symbol: 'N',
    meaning: 'A run takes at most this many steps.',
    default: DEFAULT_STOP_RULE.maxIterations,
    min: 0,
    max: mostComparedIterations(dimension),
    slider: { from: 10, to: 1e5, scale: 'log' },
  };
}

const repeatsHandlers = comparisonHandlers(({ repeats }) => setComparisonRepeats(repeats as number | undefined));
const stopHandlers = editHandlers(({ maxIterations }) =>
  setStop({ maxIterations: maxIterations as number | undefined }),
);
const seedHandlers = editHandlers(({ seed }) => setSeed((seed as number | undefined) ?? DEFAULT_SEED));
const viewHandlers = editHandlers((changes) => setView(changes as ViewChoice));

/** How often, how long, with which random numbers, and what counts as arrived. */
export function ComparedRuns() {
  const { experiment, seed } = useComparisonScenario();
  const { repeats, stop, epsilon, rho } = experiment;
  const dimension = useStore(resultsStore, (state) => state.landscape?.dimension ?? 2);
  const spec = useMemo(() => iterationsSpec(dimension), [dimension]);
  const { starts, cloud } = experiment;
  const count = starts.length + (cloud ? (cloud.count ?? COMPARISON_DEFAULTS.count) : 0);
  const repeating = useMemo(() => repeatsSpec(count), [count]);
  const given = useStore(scenarioStore, (state) => state.scenario.experiment.stop?.maxIterations);
  const rows = [
    { name: 'epsilon', spec: epsilonSpec, given: epsilon, handlers: viewHandlers },
    { name: 'rho', spec: rhoSpec, given: rho, handlers: viewHandlers },
    { name: 'repeats', spec: repeating, given: repeats, handlers: repeatsHandlers },
    {
      name: 'maxIterations',
      spec,
      given: given === undefined ? undefined : stop?.maxIterations,
      handlers: stopHandlers,
    },
    { name: 'seed', spec: seedSpec, given: seed, handlers: seedHandlers },
  ];
  return (
    <Section title="Runs" summary={`ε = ${epsilon ?? COMPARISON_DEFAULTS.epsilon}`}>
      {rows.map((row) => (
        <ParamControl
          key={row.name}
          name={row.name}
          spec={row.spec}
          value={row.given ?? (row.spec.default as number)}
          given={row.given !== undefined}
          handlers={row.handlers}
        />
      ))}
    </Section>
  );
}
