import type { OctopusShape } from '../core/escape/OctopusWalk.ts';
import { octopus } from '../core/landscapes/octopus.ts';
import type { Params } from '../core/params.ts';
import { resolveParams } from '../core/resolveParams.ts';
import type { EscapeExperiment, MethodChoice } from '../scenario/types.ts';
import { compact, type ParamChanges, withParams } from './edits.ts';
import type { EscapeEdit, EscapeScenario } from './scenarioStore.ts';

/** All parameters of a scenario's octopus. */
export function octopusOf({ landscape }: Pick<EscapeScenario, 'landscape'>): OctopusShape & { dimension: number } {
  const params: Params = resolveParams(octopus.params, landscape.params ?? {}, { dimension: 2 });
  return params as unknown as OctopusShape & { dimension: number };
}

/** The values of L that the experiment goes through. */
export const contractionsOf = (scenario: EscapeScenario): readonly number[] =>
  scenario.experiment.L ?? [octopusOf(scenario).L];

/** The dimensions that the experiment goes through. */
export const dimensionsOf = (scenario: EscapeScenario): readonly number[] =>
  scenario.experiment.dimensions ?? [octopusOf(scenario).dimension];

const onExperiment =
  (change: (experiment: EscapeExperiment) => EscapeExperiment): EscapeEdit =>
  (scenario) => ({ ...scenario, experiment: change(scenario.experiment) });

const onMethod = (index: number, change: (method: MethodChoice) => MethodChoice): EscapeEdit =>
  onExperiment((experiment) => ({
    ...experiment,
    methods: experiment.methods.map((method, i) => (i === index ? change(method) : method)),
  }));

/**
 * Parameters of the octopus. L and dimension are those of the race: what the experiment took from them where it lists
 * none stays with it.
 */
export const setOctopus =
  (changes: ParamChanges): EscapeEdit =>
  (scenario) => {
    const landscape = withParams(scenario.landscape, changes);
    const { section, ...view } = scenario.view ?? {};
    const { dimension } = octopusOf({ landscape });
    const fits = section?.kind === 'coordinates' && section.axes.every((axis) => axis < dimension);
    return {
      ...scenario,
      landscape,
      experiment: { ...scenario.experiment, L: contractionsOf(scenario), dimensions: dimensionsOf(scenario) },
      view: fits ? { ...view, section } : view,
    };
  };

/** The values of L, ascending. @param L  at least one */
export const setContractions = (L: readonly number[]): EscapeEdit =>
  onExperiment((experiment) => ({ ...experiment, L: ascending(L) }));

/** The dimensions, ascending. @param dimensions  at least one */
export const setDimensions = (dimensions: readonly number[]): EscapeEdit =>
  onExperiment((experiment) => ({ ...experiment, dimensions: ascending(dimensions) }));

const ascending = (list: readonly number[]): readonly number[] => [...new Set(list)].sort((a, b) => a - b);

/** Repeats, most iterations and seed; `undefined` gives one back to its default. */
export const setEscapeNumbers =
  (changes: ParamChanges): EscapeEdit =>
  (scenario) => {
    const { experiment, seed, ...rest } = scenario;
    const { repeats, stop, ...others } = experiment;
    const { maxIterations, ...rule } = stop ?? {};
    const now = compact({ repeats, maxIterations, seed, ...(changes as Readonly<Record<string, number | undefined>>) });
    return {
      ...rest,
      ...(now.seed !== undefined && { seed: now.seed }),
      experiment: {
        ...others,
        ...(now.repeats !== undefined && { repeats: now.repeats }),
        stop: { ...rule, ...(now.maxIterations !== undefined && { maxIterations: now.maxIterations }) },
      },
    };
  };

/** Gives every method the colour that it has by its position, so that it keeps it when positions change. */
const coloured = (methods: readonly MethodChoice[]): readonly MethodChoice[] =>
  methods.map((method, i) => (method.colour === undefined ? { ...method, colour: i } : method));

/** Adds a method at the end, in a colour that no other has. */
export const addEscapeMethod = (method: MethodChoice): EscapeEdit =>
  onExperiment((experiment) => {
    const methods = coloured(experiment.methods);
    const taken = new Set(methods.map(({ colour }) => colour));
    let colour = 0;
    while (taken.has(colour)) colour++;
    return { ...experiment, methods: [...methods, { ...method, colour }] };
  });

export const removeEscapeMethod = (index: number): EscapeEdit =>
  onExperiment((experiment) => ({ ...experiment, methods: coloured(experiment.methods).toSpliced(index, 1) }));

/** `undefined` gives a parameter back to its default. */
export const setEscapeParams = (index: number, changes: ParamChanges): EscapeEdit =>
  onMethod(index, (method) => withParams(method, changes));
