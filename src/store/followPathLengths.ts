import type { LengthsRow } from '../core/paths/lengthsAgainstLevel.ts';
import { compute } from './compute.ts';
import { notify } from './notices.ts';
import { lengthsScenario } from './pathsScenario.ts';
import { pathsStore } from './pathsStore.ts';
import { resultsStore } from './resultsStore.ts';
import { type PathLengthsScenario, scenarioStore } from './scenarioStore.ts';

/** How long the curve waits for the hand to rest, in milliseconds. */
const REST = 150;

let abort: AbortController | null = null;

/**
 * Keeps the curve of lengths in step with its scenario while it is shown: a change starts it anew.
 * @returns ends the following, and what is under way
 */
export function followPathLengths(): () => void {
  let seen: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = () => {
    const wanted = currentLengths();
    // While the landscape is prepared, the curve is under way already.
    if (wanted === null && seen === null && pathsStore.getState().lengthsProgress === null) {
      pathsStore.setState({ lengthsProgress: 0 });
    }
    if (wanted === null || partsOf(wanted) === seen) return;
    const wait = seen === null ? 0 : REST;
    seen = partsOf(wanted);
    begin(wanted);
    clearTimeout(timer);
    timer = setTimeout(() => void run(wanted), wait);
  };
  const ends = [scenarioStore.subscribe(update), resultsStore.subscribe(update)];
  update();
  return () => {
    clearTimeout(timer);
    for (const end of ends) end();
    const running = abort;
    abort = null;
    running?.abort();
    pathsStore.setState({ lengthsProgress: null });
  };
}

/** The scenario of the curve as it is set now; null while its landscape is not ready or something else is shown. */
function currentLengths(): PathLengthsScenario | null {
  const { lab, scenario, paths } = scenarioStore.getState();
  const { landscape, landscapeChoice } = resultsStore.getState();
  if (lab !== 'paths' || !paths.lengths || !landscape || landscapeChoice !== scenario.landscape) return null;
  return lengthsScenario(scenario, paths);
}

/** Whether two scenarios have the same curve. */
export const isSameLengths = (a: PathLengthsScenario, b: PathLengthsScenario): boolean =>
  a === b || partsOf(a) === partsOf(b);

const partsOf = ({ landscape, experiment, seed }: PathLengthsScenario): string =>
  JSON.stringify([landscape, experiment, seed]);

/** Ends the curve under way; what was found stays and says that it is not all. */
export const cancelLengths = (): void => abort?.abort();

/** Computes the curve again, after a cancel. */
export function restartLengths(): void {
  const wanted = currentLengths();
  if (wanted) void run(wanted);
}

function isThere(scenario: PathLengthsScenario): boolean {
  const { lengths } = pathsStore.getState();
  return lengths?.isWhole === true && isSameLengths(lengths.of, scenario);
}

/** Ends what is under way without a word: nobody wants it any more. */
function begin(scenario: PathLengthsScenario): void {
  const running = abort;
  abort = null;
  running?.abort();
  pathsStore.setState({ lengthsProgress: isThere(scenario) ? null : 0, lengthsRefusal: null });
}

async function run(scenario: PathLengthsScenario): Promise<void> {
  begin(scenario);
  if (isThere(scenario)) return;
  const mine = new AbortController();
  abort = mine;
  const show = (rows: readonly LengthsRow[], isWhole: boolean) =>
    abort === mine && pathsStore.setState({ lengths: { of: scenario, rows, isWhole } });
  try {
    const outcome = await compute.run(
      'pathLengths',
      { scenario },
      {
        lane: 'pathLengths',
        signal: mine.signal,
        onProgress: (lengthsProgress) => abort === mine && pathsStore.setState({ lengthsProgress }),
        onPartial: (partial) => show(partial, false),
      },
    );
    if ('rows' in outcome) show(outcome.rows, true);
    else if (abort === mine) pathsStore.setState({ lengthsRefusal: outcome.refusal });
  } catch (error) {
    if (abort !== mine) return;
    if (mine.signal.aborted) notify({ kind: 'info', text: 'Cancelled: what is shown is only what was found so far.' });
    else compute.report(error, 'The lengths could not be computed');
  } finally {
    if (abort === mine) pathsStore.setState({ lengthsProgress: null });
  }
}
