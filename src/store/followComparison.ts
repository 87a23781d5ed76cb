import type { ComparisonFindings } from '../worker/jobs/comparison.ts';
import { comparisonScenario } from './comparisonScenario.ts';
import { comparisonStore } from './comparisonStore.ts';
import { compute } from './compute.ts';
import { notify } from './notices.ts';
import { type ComparisonScenario, scenarioStore } from './scenarioStore.ts';

/** How long the comparison waits for the hand to rest, in milliseconds. */
const REST = 120;

let abort: AbortController | null = null;

/**
 * Keeps the comparison in step with its scenario while it is shown: a change starts it anew. What was found before
 * stays until the first of the new is there.
 * @returns ends the following, and what is under way
 */
export function followComparison(): () => void {
  let seen: ComparisonScenario | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = () => {
    if (scenarioStore.getState().lab !== 'comparison') return;
    const wanted = currentComparison();
    if (seen && isSameComparison(seen, wanted)) return;
    const wait = seen ? REST : 0;
    seen = wanted;
    begin(wanted);
    clearTimeout(timer);
    timer = setTimeout(() => void run(wanted), wait);
  };
  const end = scenarioStore.subscribe(update);
  update();
  return () => {
    clearTimeout(timer);
    end();
    const running = abort;
    abort = null;
    running?.abort();
    comparisonStore.setState({ progress: null });
  };
}

/** The scenario of the comparison as it is set now. */
function currentComparison(): ComparisonScenario {
  const { scenario, comparison } = scenarioStore.getState();
  return comparisonScenario(scenario, comparison);
}

/** Whether two scenarios have the same results; how their methods look is not among what decides that. */
export function isSameComparison(a: ComparisonScenario, b: ComparisonScenario): boolean {
  return a === b || partsOf(a) === partsOf(b);
}

function partsOf({ landscape, experiment, seed }: ComparisonScenario): string {
  const { methods, ...rest } = experiment;
  return JSON.stringify([landscape, rest, seed, methods.map(({ id, params }) => [id, params])]);
}

/** Ends the comparison under way; what was found stays and says that it is not all. */
export const cancelComparison = (): void => abort?.abort();

/** Runs the comparison again, after a cancel. */
export const restartComparison = (): void => void run(currentComparison());

/** Whether all of it has been found already. */
function isThere(scenario: ComparisonScenario): boolean {
  const { found } = comparisonStore.getState();
  return found?.isWhole === true && isSameComparison(found.of, scenario);
}

/** Ends what is under way without a word: nobody wants it any more. What comes instead has begun for whoever looks. */
function begin(scenario: ComparisonScenario): void {
  const running = abort;
  abort = null;
  running?.abort();
  comparisonStore.setState({ progress: isThere(scenario) ? null : 0 });
}

async function run(scenario: ComparisonScenario): Promise<void> {
  begin(scenario);
  if (isThere(scenario)) return;
  const mine = new AbortController();
  abort = mine;
  const show = (result: ComparisonFindings, isWhole: boolean) => {
    if (abort === mine) comparisonStore.setState({ found: { of: scenario, result, isWhole } });
  };
  try {
    const result = await compute.run(
      'comparison',
      { scenario },
      {
        lane: 'comparison',
        signal: mine.signal,
        onProgress: (progress) => abort === mine && comparisonStore.setState({ progress }),
        onPartial: (partial) => show(partial, false),
      },
    );
    show(result, true);
  } catch (error) {
    // One that was replaced leaves the answer to the newer one.
    if (abort !== mine) return;
    if (mine.signal.aborted) notify({ kind: 'info', text: 'Cancelled: what is shown is only what was found so far.' });
    else compute.report(error, 'The comparison could not be finished');
  } finally {
    if (abort === mine) comparisonStore.setState({ progress: null });
  }
}
