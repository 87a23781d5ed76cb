import type { StopRule } from '../core/descent/Run.ts';
import type { ParamValue } from '../core/params.ts';
import { resolveLandscape } from '../scenario/landscapeChoice.ts';
import type { LandscapeChoice, MethodChoice, ViewChoice } from '../scenario/types.ts';
import { functionOf } from './labNotes.ts';
import type { DescentScenario, Edit } from './scenarioStore.ts';
import { startsFor } from './startsFor.ts';

type Experiment = DescentScenario['experiment'];

/** Changes to parameters; `undefined` gives a parameter back to its default. */
export type ParamChanges = Readonly<Record<string, ParamValue | undefined>>;

const onExperiment =
  (change: (experiment: Experiment) => Experiment): Edit =>
  (scenario) => ({ ...scenario, experiment: change(scenario.experiment) });

/** Drops the keys whose value is undefined, so that defaults stay out of the link. */
export function compact<T extends object>(values: T): Compacted<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Compacted<T>;
}

/** The type that `compact` leaves once it has dropped what is undefined. */
type Compacted<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** A landscape or method with changed parameters; those set back to their defaults stay out of the link. */
export const withParams = <T extends { readonly params?: MethodChoice['params'] }>(
  choice: T,
  changes: ParamChanges,
): T => ({
  ...choice,
  params: compact({ ...choice.params, ...changes }),
});

function replaceAt<T>(list: readonly T[], index: number, change: (item: T) => T): readonly T[] {
  return list.map((item, i) => (i === index ? change(item) : item));
}

/** Another landscape with its own view; starts are given because they must fit its dimension and domain. */
export const setLandscape =
  (landscape: LandscapeChoice, starts: Experiment['starts']): Edit =>
  ({ title: _title, note: _note, ...scenario }) => ({
    ...scenario,
    landscape,
    experiment: { ...scenario.experiment, starts },
    view: compact({ ...scenario.view, box: undefined, section: undefined }),
  });

/**
 * Other parameters of the landscape; where they change the number of variables, with starts and a view that fit. What
 * there was to look for is no longer there on another function.
 */
export const setLandscapeParams =
  (changes: ParamChanges): Edit =>
  (before) => {
    const landscape = withParams(before.landscape, changes);
    const { title: _title, note: _note, ...untitled } = before;
    const scenario = functionOf(landscape) === functionOf(before.landscape) ? before : untitled;
    const { source, params, dimension } = resolveLandscape(landscape);
    const { experiment, view } = scenario;
    if (experiment.starts.every((start) => start.length === dimension)) return { ...scenario, landscape };
    const starts = startsFor({ domain: source.domain, id: landscape.id, params });
    return {
      ...scenario,
      landscape,
      experiment: { ...experiment, starts },
      view: compact({ ...view, box: undefined, section: undefined }),
    };
  };

/** Gives every method the colour that it has by its position, so that it keeps it when positions change. */
const coloured = (methods: readonly MethodChoice[]): readonly MethodChoice[] =>
  methods.map((method, i) => (method.colour === undefined ? { ...method, colour: i } : method));

/** The first place in the palette that no method has. */
function freeColour(methods: readonly MethodChoice[]): number {
  const taken = new Set(methods.map((method) => method.colour));
  let place = 0;
  while (taken.has(place)) place++;
  return place;
}

/** Adds a method at the end, in a colour of its own. */
export const addMethod = (method: MethodChoice): Edit =>
  onExperiment((experiment) => {
    const methods = coloured(experiment.methods);
    return { ...experiment, methods: [...methods, { colour: freeColour(methods), ...method }] };
  });

/** Keeps the map of basins with its method where methods get other places; with the first, where that one goes. */
const movingMap =
  (change: Edit, moved: (place: number) => number): Edit =>
  (scenario) => {
    const after = change(scenario);
    const { basins } = scenario.view ?? {};
    if (!basins?.method) return after;
    const method = moved(basins.method) || undefined;
    return { ...after, view: { ...after.view, basins: compact({ ...basins, method }) } };
  };

/** Puts a copy right behind the method, in a colour of its own. */
export const duplicateMethod = (index: number): Edit =>
  movingMap(
    onExperiment((experiment) => {
      const methods = coloured(experiment.methods);
      const copied = methods[index];
      if (!copied) return experiment;
      const { dash: _dash, ...copy } = { ...copied, colour: freeColour(methods) };
      return { ...experiment, methods: methods.toSpliced(index + 1, 0, copy) };
    }),
    (place) => (place > index ? place + 1 : place),
  );

/** Takes a method out; the others keep their colours. */
export const removeMethod = (index: number): Edit =>
  movingMap(
    onExperiment((experiment) => ({ ...experiment, methods: coloured(experiment.methods).toSpliced(index, 1) })),
    (place) => (place === index ? 0 : place > index ? place - 1 : place),
  );

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
    methods: replaceAt(experiment.methods, index, (method) => ({ ...compact({ ...method, ...look }), id: method.id })),
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
    stop: compact({ ...experiment.stop, ...changes }),
  }));

export const setRepeats = (repeats: number): Edit => onExperiment((experiment) => ({ ...experiment, repeats }));

export const setSeed =
  (seed: number): Edit =>
  (scenario) => ({ ...scenario, seed });

/** What is shown: layout, box, scale, colours, section, ε and ρ. */
export const setView =
  (changes: { [K in keyof ViewChoice]?: ViewChoice[K] | undefined }): Edit =>
  (scenario) => ({ ...scenario, view: compact({ ...scenario.view, ...changes }) });
