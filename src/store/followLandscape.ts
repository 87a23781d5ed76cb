import type { FormulaSource } from '../core/landscapes/Landscape.ts';
import type { Params } from '../core/params.ts';
import { objectiveOf } from '../scenario/objectiveOf.ts';
import type { PreparedLandscape } from '../scenario/prepare.ts';
import type { LandscapeChoice, Problem } from '../scenario/types.ts';
import { withOtherConstants } from '../scenario/withOtherConstants.ts';
import { compute } from './compute.ts';
import { setLandscape, setLandscapeParams } from './edits.ts';
import { resultsStore } from './resultsStore.ts';
import { edit, scenarioStore } from './scenarioStore.ts';
import { startsFor } from './startsFor.ts';

/** Prepared landscapes kept for undo and redo, by the text of their choice; the oldest goes first. */
const CACHE_SIZE = 40;
const cache = new Map<string, PreparedLandscape>();

/**
 * Keeps the prepared landscape in step with the scenario. The last good one stays on screen until the new one has
 * been compiled.
 * @returns ends the following
 */
export function followLandscape(): () => void {
  let seen: LandscapeChoice | null = null;
  const update = () => {
    const choice = scenarioStore.getState().scenario.landscape;
    if (choice === seen) return;
    seen = choice;
    void prepared(choice).then((result) => {
      if (scenarioStore.getState().scenario.landscape !== choice || !result) return;
      if (result.ok) show(result.prepared, choice);
      else resultsStore.setState({ problems: result.problems });
    });
  };
  const known = () => {
    const choice = scenarioStore.getState().scenario.landscape;
    const held = choice === seen ? undefined : atOnce(choice);
    // What is known already is shown at once: a constant under a slider must not lag by a message.
    if (held) {
      seen = choice;
      show(held, choice);
    } else update();
  };
  const end = scenarioStore.subscribe(known);
  known();
  return end;
}

/** The landscape for a choice where no compiling is needed: seen before, or only its constants are others. */
function atOnce(choice: LandscapeChoice): PreparedLandscape | undefined {
  const held = cache.get(JSON.stringify(choice));
  if (held) return held;
  const { landscape } = resultsStore.getState();
  return (landscape && withOtherConstants(landscape, choice)) ?? undefined;
}

type Prepared =
  | { readonly ok: true; readonly prepared: PreparedLandscape }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Compiles a landscape in a worker; undefined if another one was asked for meanwhile, or the worker failed. */
async function prepared(choice: LandscapeChoice): Promise<Prepared | undefined> {
  const held = atOnce(choice);
  if (held) return { ok: true, prepared: held };
  try {
    const result = await compute.run('prepare', choice, { lane: 'prepare' });
    if (result.ok) remember(JSON.stringify(choice), result.prepared);
    return result;
  } catch (error) {
    compute.report(error, 'The landscape could not be prepared');
    return undefined;
  }
}

function remember(key: string, landscape: PreparedLandscape): void {
  cache.set(key, landscape);
  const oldest = cache.keys().next().value;
  if (cache.size > CACHE_SIZE && oldest !== undefined) cache.delete(oldest);
}

function show(landscape: PreparedLandscape, choice: LandscapeChoice): void {
  const before = resultsStore.getState().landscape;
  resultsStore.setState({
    landscape,
    landscapeChoice: choice,
    objective: 'codeOf' in landscape.compiled ? null : objectiveOf(landscape),
    problems: [],
    // What was true of it was true of the landscape before.
    heldPoint: null,
    ...(before?.dimension === landscape.dimension ? {} : { pinned: null, hovered: null, pointer: null, runs: [] }),
  });
}

/** Changes to another landscape once it has been compiled, with starts that fit it. */
export async function chooseLandscape(choice: LandscapeChoice): Promise<void> {
  const result = await prepared(choice);
  if (!result) return;
  if (result.ok) edit(setLandscape(choice, startsFor(result.prepared)));
  else resultsStore.setState({ problems: result.problems });
}

/** Goes on with the formula of a landscape as a typed one: same function, same starts, same view. */
export async function editAsFormula(source: FormulaSource): Promise<void> {
  const choice: LandscapeChoice = { id: 'formula', params: { ...source } };
  const result = await prepared(choice);
  if (!result) return;
  if (result.ok) edit((scenario) => ({ ...scenario, landscape: choice }));
  else resultsStore.setState({ problems: result.problems });
}

/**
 * Tries changed parameters (a formula being typed): they enter the scenario only if they compile, otherwise their
 * problems are listed and everything stays.
 */
export async function tryLandscapeParams(changes: Params, apply: typeof edit = edit): Promise<void> {
  const { landscape } = scenarioStore.getState().scenario;
  const result = await prepared({ ...landscape, params: { ...landscape.params, ...changes } });
  if (!result) return;
  if (!result.ok) {
    resultsStore.setState({ problems: result.problems });
    return;
  }
  const { starts } = scenarioStore.getState().scenario.experiment;
  const fits = starts.every((start) => start.length === result.prepared.dimension);
  const next = setLandscapeParams(changes)(scenarioStore.getState().scenario).landscape;
  remember(JSON.stringify(next), result.prepared);
  apply(fits ? setLandscapeParams(changes) : setLandscape(next, startsFor(result.prepared)));
}
