import { useStore } from 'zustand';
import { DEFAULT_STOP_RULE } from '../../core/descent/descend.ts';
import type { IntegerParam, ParamSpecs } from '../../core/params.ts';
import { LIMITS } from '../../scenario/limits.ts';
import { type ParamChanges, setRepeats, setSeed, setStop } from '../../store/edits.ts';
import { edit, scenarioStore } from '../../store/scenarioStore.ts';
import { CheckControl } from '../controls/CheckControl.tsx';
import { editHandlers } from '../controls/handlers.ts';
import { ParamControl } from '../controls/ParamControl.tsx';
import { ParamList } from '../controls/ParamList.tsx';
import { Section } from './Section.tsx';

const stopSpecs: ParamSpecs = {
  maxIterations: {
    kind: 'integer',
    label: 'Iterations',
    symbol: 'N',
    meaning: 'A run takes at most this many steps.',
    default: DEFAULT_STOP_RULE.maxIterations,
    min: 0,
    max: LIMITS.maxIterations,
    slider: { from: 10, to: 1e5, scale: 'log' },
  },
  gradientTolerance: {
    kind: 'number',
    label: 'Gradient tolerance',
    symbol: '\\|\\nabla f\\|',
    meaning: 'A deterministic run has converged where the gradient’s norm is at most this; 0 turns the test off.',
    default: DEFAULT_STOP_RULE.gradientTolerance,
    min: 0,
    max: 1e300,
    slider: { from: 1e-14, to: 1, scale: 'log' },
  },
  divergenceRadius: {
    kind: 'number',
    label: 'Divergence radius',
    symbol: '\\|x\\|',
    meaning: 'A run has diverged where the iterate is farther than this from the origin.',
    default: DEFAULT_STOP_RULE.divergenceRadius,
    min: 0,
    minExcluded: true,
    max: 1e300,
    slider: { from: 10, to: 1e12, scale: 'log' },
  },
};

/** Of a scenario that names none; `scenario/resolve.ts` has the same. */
const DEFAULT_SEED = 0;

const repeatsSpec: IntegerParam = {
  kind: 'integer',
  label: 'Repeats',
  symbol: 'R',
  meaning: 'Runs of each method from each start, each with random numbers of its own.',
  default: 1,
  min: 1,
  max: LIMITS.repeats,
  slider: { from: 1, to: 100, scale: 'log' },
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

const one = (changes: ParamChanges, name: string, standard: number): number =>
  (changes[name] as number | undefined) ?? standard;

const stopHandlers = editHandlers((changes) => setStop(changes as Parameters<typeof setStop>[0]));
const repeatsHandlers = editHandlers((changes) => setRepeats(one(changes, 'repeats', 1)));
const seedHandlers = editHandlers((changes) => setSeed(one(changes, 'seed', DEFAULT_SEED)));

/** When runs end, and with which random numbers they are repeated. */
export function StoppingPanel() {
  const stop = useStore(scenarioStore, (state) => state.scenario.experiment.stop) ?? {};
  const repeats = useStore(scenarioStore, (state) => state.scenario.experiment.repeats) ?? 1;
  const seed = useStore(scenarioStore, (state) => state.scenario.seed) ?? DEFAULT_SEED;
  const { withinDomain = DEFAULT_STOP_RULE.withinDomain, ...numbers } = stop;
  const maxIterations = numbers.maxIterations ?? DEFAULT_STOP_RULE.maxIterations;
  return (
    <Section title="Stopping and seed" startsOpen={false} summary={`${maxIterations} it · seed ${seed}`}>
      <ParamList specs={stopSpecs} given={numbers} dimension={2} handlers={stopHandlers} />
      <WithinDomain checked={withinDomain} />
      <ParamControl
        name="repeats"
        spec={repeatsSpec}
        value={repeats}
        given={repeats !== 1}
        handlers={repeatsHandlers}
      />
      <ParamControl name="seed" spec={seedSpec} value={seed} given={seed !== DEFAULT_SEED} handlers={seedHandlers} />
    </Section>
  );
}

function WithinDomain({ checked }: { readonly checked: boolean }) {
  return (
    <CheckControl
      checked={checked}
      onChange={(withinDomain) => edit(setStop({ withinDomain: withinDomain || undefined }))}
    >
      End a run that leaves the landscape’s domain
    </CheckControl>
  );
}
