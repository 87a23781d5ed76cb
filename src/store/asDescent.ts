import { shownBasins } from '../scenario/basinsView.ts';
import type { DescentExperiment, Experiment, Scenario, ViewChoice } from '../scenario/types.ts';
import type { DescentScenario } from './scenarioStore.ts';

/** What the Descent lab shows of another experiment. */
interface Shown extends Partial<Pick<DescentExperiment, 'methods' | 'starts' | 'stop'>> {
  readonly view?: ViewChoice;
}

type Kind = Exclude<Experiment['kind'], 'descent' | 'escape' | 'comparison' | 'sublevel' | 'path' | 'path-lengths'>;
type ExperimentOf<K extends Kind> = Extract<Experiment, { readonly kind: K }>;
type Box = ViewChoice['box'];

/** Points as starts, a box as the view, a method as itself, and what was asked for switched on. */
const shownBy: { readonly [K in Kind]: (experiment: ExperimentOf<K>) => Shown } = {
  inspect: ({ points, epsilon, rho }) => ({
    starts: points,
    view: { ...(epsilon !== undefined && { epsilon }), ...(rho !== undefined && { rho }) },
  }),

  'critical-points': ({ box }) => ({ view: { ...inBox(box), criticalPoints: true } }),

  basins: (experiment) => ({
    methods: [experiment.method],
    ...(experiment.stop !== undefined && { stop: experiment.stop }),
    view: { ...inBox(experiment.box), basins: shownBasins(experiment) },
  }),

  'stable-set': ({ saddle, box, stepSize = 0 }) => ({
    starts: [saddle],
    ...(stepSize > 0 && { methods: [{ id: 'gradient-descent', params: { stepSize } }] }),
    view: { ...inBox(box), criticalPoints: true, stableSets: stepSize > 0 ? 'map' : 'flow' },
  }),

  claim: () => ({}),
};

const inBox = (box: Box): ViewChoice => (box?.length === 2 ? { box } : {});

/** A scenario as the Descent lab shows it: its own view, and over that what follows from the experiment. */
export function asDescent(scenario: Scenario): DescentScenario {
  const { experiment } = scenario;
  if (experiment.kind === 'descent') return { ...scenario, experiment };
  const show = shownBy[experiment.kind as Kind] as (experiment: Experiment) => Shown;
  const { view, ...shown } = show(experiment);
  return {
    ...scenario,
    view: { ...scenario.view, ...view },
    experiment: { kind: 'descent', methods: [], starts: [], ...shown },
  };
}
