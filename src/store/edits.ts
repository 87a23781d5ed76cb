import type { StopRule } from '../core/descent/Run.ts';
import type { ParamValue } from '../core/params.ts';
import type { LandscapeChoice, MethodChoice, ViewChoice } from '../scenario/types.ts';
import type { DescentScenario, Edit } from './scenarioStore.ts';

type Experiment = DescentScenario['experiment'];

/** Changes to parameters; `undefined` gives a parameter back to its default. */
export type ParamChanges = Readonly<Record<string, ParamValue | undefined>>;

const onExperiment =
  (change: (experiment: Experiment) => Experiment): Edit =>
  (scenario) => ({ ...scenario, experiment: change(scenario.experiment) });

/** Drops the keys whose value is undefined, so that defaults stay out of the link. */
function compact<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

const withParams = <T extends { readonly params?: MethodChoice['params'] }>(choice: T, changes: ParamChanges): T => ({
  ...choice,
  params: compact({ ...choice.params, ...changes }),
});

function replaceAt<T>(list: readonly T[], index: number, change: (item: T) => T): readonly T[] {
  return list.map((item, i) => (i === index ? change(item) : item));
}

/** Opens another scenario whole. */
export const openScenario =
  (scenario: DescentScenario): Edit =>
  () =>
    scenario;

/** Another landscape with its own view; starts are given because they must fit its dimension and domain. */
export const setLandscape =
  (landscape: LandscapeChoice, starts: Experiment['starts']): Edit =>
  ({ title: _title, note: _note, ...scenario }) => ({
    ...scenario,
    landscape,
    experiment: { ...scenario.experiment, starts },
    view: compact({ ...scenario.view, box: undefined, section: undefined }) as ViewChoice,
  });

export const setLandscapeParams =
  (changes: ParamChanges): Edit =>
  (scenario) => ({ ...scenario, landscape: withParams(scenario.landscape, changes) });

/** Adds a method, by default at the end. */
export const addMethod = (method: MethodChoice): Edit =>
  onExperiment((experiment) => ({ ...experiment, methods: [...experiment.methods, method] }));

/** Puts a copy right behind the method. */
export const duplicateMethod = (index: number): Edit =>
  onExperiment((experiment) => {
    const copied = experiment.methods[index];
    if (!copied) return experiment;
    const { colour: _colour, dash: _dash, ...copy } = copied;
    return { ...experiment, methods: experiment.methods.toSpliced(index + 1, 0, copy) };
  });

export const removeMethod = (index: number): Edit =>
  onExperiment((experiment) => ({ ...experiment, methods: experiment.methods.toSpliced(index, 1) }));

export const setMethodParams = (index: number, changes: ParamChanges): Edit =>
  onExperiment((experiment) => ({
    ...experiment,
    methods: replaceAt(experiment.methods, index, (method) => withParams(method, changes)),
  }));

/** Colour, dash, label, visibility. */
export const setMethodLook = (
  index: number,
  look: { [K in 'label' | 'colour' | 'dash' | 'visible']?: MethodChoice[K] | undefined },
): Edit =>
  onExperiment((experiment) => ({
    ...experiment,
    methods: replaceAt(experiment.methods, index, (method) => compact({ ...method, ...look }) as MethodChoice),
  }));

export const addStart = (x: readonly number[]): Edit =>
  onExperiment((experiment) => ({ ...experiment, starts: [...experiment.starts, x] }));

export const moveStart = (index: number, x: readonly number[]): Edit =>
  onExperiment((experiment) => ({ ...experiment, starts: replaceAt(experiment.starts, index, () => x) }));

export const removeStart = (index: number): Edit =>
  onExperiment((experiment) => ({ ...experiment, starts: experiment.starts.toSpliced(index, 1) }));

export const setStop = (changes: { [K in keyof StopRule]?: StopRule[K] | undefined }): Edit =>
  onExperiment((experiment) => ({
    ...experiment,
    stop: compact({ ...experiment.stop, ...changes }) as Partial<StopRule>,
  }));

export const setRepeats = (repeats: number): Edit => onExperiment((experiment) => ({ ...experiment, repeats }));

export const setSeed =
  (seed: number): Edit =>
  (scenario) => ({ ...scenario, seed });

/** What is shown: layout, box, scale, colours, section, ε and ρ. */
export const setView =
  (changes: { [K in keyof ViewChoice]?: ViewChoice[K] | undefined }): Edit =>
  (scenario) => ({ ...scenario, view: compact({ ...scenario.view, ...changes }) as ViewChoice });
