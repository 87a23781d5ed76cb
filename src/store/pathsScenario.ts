import type { Objective } from '../core/objective/Objective.ts';
import { defaultEnds } from '../scenario/defaultEnds.ts';
import { DEFAULT_SEED } from '../scenario/defaultSeed.ts';
import { PATH_LENGTHS_DEFAULTS } from '../scenario/experiments/pathLengthsDefaults.ts';
import { type ResolvedLandscape, resolveLandscape } from '../scenario/landscapeChoice.ts';
import type {
  LandscapeChoice,
  MethodChoice,
  PathExperiment,
  PathLengthsExperiment,
  Scenario,
} from '../scenario/types.ts';
import { noteFor, noteOn } from './labNotes.ts';
import { resultsStore } from './resultsStore.ts';
import type { DescentScenario, PathLengthsScenario, PathScenario, PathsSettings } from './scenarioStore.ts';
import { startsFor } from './startsFor.ts';

/** The method of a search that names none. */
const DEFAULT_METHOD: MethodChoice = { id: 'dynamic-string-sampling' };

/** The settings that belong to a landscape: what was set on another one, or for other variables, is left out. */
export function settingsOn(settings: PathsSettings, landscape: LandscapeChoice): PathsSettings {
  const { method, shorten, lengths } = settings;
  const { dimension } = resolved(landscape);
  const points = [...(settings.ends ?? []), ...(typeof settings.pairs === 'object' ? settings.pairs.flat() : [])];
  const positions = settings.lengthOver ?? [];
  const fits =
    settings.of === landscape.id &&
    points.every((point) => point.length === dimension) &&
    positions.every((position) => position < dimension);
  if (fits) return settings;
  return { ...(method && { method }), ...(shorten !== undefined && { shorten }), ...(lengths && { lengths }) };
}

/** Positions of the weights alone on a landscape that has biases beside them; null on all others. */
export function weightsOf(landscape: LandscapeChoice): readonly number[] | null {
  const { landscape: family, params } = resolved(landscape);
  return family.weightPositions?.(params) ?? null;
}

/** A scenario as far as ends and levels follow from it. */
type Place = Pick<DescentScenario, 'landscape' | 'seed'>;

/** The ends in force; random ones are drawn by the scenario's seed. */
export function endsOf(settings: PathsSettings, { landscape, seed = DEFAULT_SEED }: Place): PathExperiment['ends'] {
  const known = settingsOn(settings, landscape).ends;
  if (known) return known;
  const { params, source } = resolved(landscape);
  return defaultEnds({ id: landscape.id, params }, source.domain, seed);
}

/**
 * The level in force: the one that is set, else a little below the highest point of the straight segment, so that the
 * path has to leave it; where f cannot be asked on this thread, below the landscape's known level.
 */
export function levelOf(
  settings: PathsSettings,
  place: Place,
  objective: Objective | null = shownObjective(place.landscape),
): number {
  const { level } = settingsOn(settings, place.landscape);
  if (level !== undefined) return level;
  const range = objective && rangeBetween(objective, endsOf(settings, place));
  if (!range) return ofKnownLevel(place.landscape, 0.8);
  return roundedUp(range.higher + 0.97 * (range.top - range.higher), range.top - range.lower);
}

/**
 * The levels in force: those that are set, else eight from the top of the straight segment down towards the ends, or
 * about the landscape's known level.
 */
export function levelsOf(settings: PathsSettings, place: Place): readonly number[] {
  const known = settingsOn(settings, place.landscape).levels;
  if (known && known.length > 0) return known;
  const objective = shownObjective(place.landscape);
  const range = objective && rangeBetween(objective, endsOf(settings, place));
  if (!range) return [1.1, 1, 0.9, 0.8, 0.6, 0.4, 0.3].map((share) => ofKnownLevel(place.landscape, share));
  return Array.from({ length: 8 }, (_, k) =>
    roundedUp(range.lower + ((8 - k) / 8) * (range.top - range.lower), range.top - range.lower),
  );
}

/** A share of the highest level known of a landscape, or of 1, to two digits. */
function ofKnownLevel(landscape: LandscapeChoice, share: number): number {
  const { landscape: family, params } = resolved(landscape);
  const values = (family.knownLevels?.(params) ?? []).map(({ value }) => value);
  return Number((share * (values.length > 0 ? Math.max(...values) : 1)).toPrecision(2));
}

/** The scenario whose experiment joins the two ends; one that can be shared. */
export function pathScenario(scenario: DescentScenario, settings: PathsSettings): PathScenario {
  const { method, shorten, lengthOver } = settingsOn(settings, scenario.landscape);
  const experiment: PathExperiment = {
    kind: 'path',
    ends: endsOf(settings, scenario),
    level: levelOf(settings, scenario),
    method: method ?? DEFAULT_METHOD,
    ...(shorten !== undefined && { shorten }),
    ...(lengthOver && { lengthOver }),
  };
  return { ...frameOf(scenario, settings), experiment };
}

/** The scenario whose experiment measures lengths against level. */
export function lengthsScenario(scenario: DescentScenario, settings: PathsSettings): PathLengthsScenario {
  const { method, shorten, lengthOver, pairs, training } = settingsOn(settings, scenario.landscape);
  const experiment: PathLengthsExperiment = {
    kind: 'path-lengths',
    pairs: pairs ?? PATH_LENGTHS_DEFAULTS.pairs,
    levels: levelsOf(settings, scenario),
    method: method ?? DEFAULT_METHOD,
    ...(training && { training }),
    ...(shorten !== undefined && { shorten }),
    ...(lengthOver && { lengthOver }),
  };
  return { ...frameOf(scenario, settings), experiment };
}

/** The scenario of the Paths lab as it is shared. */
export const sharedPaths = (scenario: DescentScenario, settings: PathsSettings): Scenario =>
  settings.lengths ? lengthsScenario(scenario, settings) : pathScenario(scenario, settings);

/** What is the same in both. */
function frameOf({ version, seed, title, landscape, view }: DescentScenario, settings: PathsSettings) {
  const note = noteOn(settings.note, landscape);
  return {
    version,
    ...(seed !== undefined && { seed }),
    ...(title !== undefined && { title }),
    ...(note !== undefined && { note }),
    landscape,
    ...(view && Object.keys(view).length > 0 && { view }),
  };
}

/**
 * What the Descent lab and this one show of a scenario that asks for a path or for lengths.
 * @param before  whose methods stay
 */
export function openedPaths(
  { note, experiment, ...rest }: Scenario & { readonly experiment: PathExperiment | PathLengthsExperiment },
  before: DescentScenario,
): { readonly scenario: DescentScenario; readonly paths: PathsSettings } {
  const { kind, ...settings } = experiment;
  const { source, params } = resolved(rest.landscape);
  const { methods, stop } = before.experiment;
  const starts = startsFor({ id: rest.landscape.id, params, domain: source.domain });
  return {
    scenario: { ...rest, experiment: { kind: 'descent', methods, starts, ...(stop && { stop }) } },
    paths: {
      ...settings,
      of: rest.landscape.id,
      ...(kind === 'path-lengths' && { lengths: true }),
      ...(note !== undefined && { note: noteFor(note, rest.landscape) }),
    },
  };
}

/** The function on screen, where it is that of the landscape and can be asked here. */
function shownObjective(landscape: LandscapeChoice): Objective | null {
  const { landscapeChoice, objective } = resultsStore.getState();
  return landscapeChoice === landscape ? objective : null;
}

const PLACES = 100;

/** The lower and the higher end, and the highest finite value between them; null where an end has none. */
function rangeBetween(f: Objective, ends: PathExperiment['ends']) {
  const [a, b] = ends.map((end) => Float64Array.from(end));
  if (!a || !b || a.length !== f.dimension) return null;
  const values = Array.from({ length: PLACES + 1 }, (_, k) =>
    f.value(a.map((coordinate, i) => coordinate + (k / PLACES) * ((b[i] as number) - coordinate))),
  );
  const [first, last] = [values[0] as number, values[PLACES] as number];
  if (!Number.isFinite(first) || !Number.isFinite(last)) return null;
  const top = Math.max(...values.filter(Number.isFinite));
  const [lower, higher] = [Math.min(first, last), Math.max(first, last)];
  // Ends without a hill between them still need a level that lets something through.
  const room = Math.max(1e-3, Math.abs(higher) * 0.05);
  return { lower, higher, top: top > higher ? top : higher + room };
}

/** Upwards to a hundredth of the power of ten of the span, so that it reads well. */
function roundedUp(value: number, span: number): number {
  const power = Math.floor(Math.log10(span)) - 2;
  const step = 10 ** power;
  return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(12));
}

/** The last landscape that was resolved: a store asks again at every change of anything. */
let last: { readonly choice: LandscapeChoice; readonly resolved: ResolvedLandscape } | null = null;

function resolved(choice: LandscapeChoice): ResolvedLandscape {
  if (last?.choice !== choice) last = { choice, resolved: resolveLandscape(choice) };
  return last.resolved;
}
