import { formatNumber, formatPoint } from '../formatNumber.ts';
import { ofAll, ofShare } from './ofAll.ts';
import type { Run, RunStatus } from './Run.ts';

/** Up to so many runs, or so many methods with one run each, are named one by one. */
const NAMED_RUNS = 3;
const NAMED_METHODS = 6;

/** A coordinate of a point of convergence is written 0 below this. */
const SAME_POINT = 1e-6;

/** A point is called a minimum, a saddle and so on where ‖∇f‖ is at most this, as in `descend`. */
const CRITICAL = 1e-6;

/** Ends that differ by less than this share of their size, in every coordinate, count as one point. */
const SAME_END = 1e-3;

type Describe = (runs: readonly Run[], names: readonly string[]) => string | null;

/** From the fullest account to the tersest; null where an account is not meant for so many runs. */
const accounts: readonly Describe[] = [
  (runs, names) => (areFew(runs) ? everyRun(runs, names, perturbations) : null),
  (runs, names) => (areFew(runs) ? everyRun(runs, names, firstPerturbation) : null),
  (runs, names) => everyMethod(runs, names, inFull, true),
  (runs, names) => everyMethod(runs, names, inBrief, true),
  (runs, names) => everyMethod(runs, names, inBrief, false),
  (runs, names) => overall(runs, names, inFull),
  (runs, names) => overall(runs, names, inBrief),
  (runs, names) => overall(runs, names, ({ brief }) => brief),
  (runs) => `${counts(runs, ({ brief }) => brief)}.`,
];

/**
 * What a set of runs did, in numbers: the fullest account that fits its place, from one clause a run over one a method
 * to the bare counts, which are returned even where they do not fit. Empty for no runs.
 * @param names  by `methodIndex`: the method's name or the user's label for it
 * @param fits  by default everything fits
 */
export function describeRuns(
  runs: readonly Run[],
  names: readonly string[],
  fits: (text: string) => boolean = () => true,
): string {
  if (runs.length === 0) return '';
  let text = '';
  for (const account of accounts) {
    text = account(runs, names) ?? text;
    if (text !== '' && fits(text)) break;
  }
  return text;
}

/** Whether the last point is what `final.type` says, not merely a point that the method stopped at. */
export function isCritical({ final: { gradientNorm, type } }: Pick<Run, 'final'>): boolean {
  return gradientNorm <= CRITICAL && type !== 'regular';
}

function areFew(runs: readonly Run[]): boolean {
  const methods = new Set(runs.map(({ methodIndex }) => methodIndex)).size;
  return runs.length <= NAMED_RUNS || (runs.length <= NAMED_METHODS && methods === runs.length);
}

function everyRun(runs: readonly Run[], names: readonly string[], before: (run: Run) => string): string {
  const starts = new Set(runs.map((run) => run.startIndex)).size;
  const repeats = new Set(runs.map((run) => run.repeat)).size;
  const clauses = runs.map((run, i) => {
    const named = run.methodIndex !== runs[i - 1]?.methodIndex || starts * repeats === 1;
    const place = [
      ...(named ? [nameOf(run, names)] : []),
      ...(starts > 1 ? [`from start ${run.startIndex + 1}`] : []),
      ...(repeats > 1 ? [`in repeat ${run.repeat + 1}`] : []),
    ];
    // A clause without a name goes on where the one before ended.
    const separator = i === 0 ? '' : named ? '. ' : '; ';
    return `${separator}${place.join(' ')} ${before(run)}${deed(run)}`;
  });
  return `${clauses.join('')}.`;
}

function nameOf(run: Run, names: readonly string[]): string {
  return names[run.methodIndex] ?? `Method ${run.methodIndex + 1}`;
}

/** What the run did in the end: the predicate of its clause. */
function deed(run: Run): string {
  const { iterations, final } = run;
  const at = formatPoint(final.x, run.status === 'converged' ? SAME_POINT : 0);
  const norm = `‖∇f‖ = ${formatNumber(final.gradientNorm)}`;
  const lost = Number.isFinite(final.value) && !Number.isFinite(final.gradientNorm) ? 'a gradient' : 'a value';
  const deeds: Record<RunStatus, () => string> = {
    converged: () =>
      isCritical(run)
        ? `${iterations === 0 ? 'began at' : 'reached'} ${pointName(run)} ${at}`
        : `stopped at ${at} with ${norm}`,
    'second-order-stationary': () => {
      const point = isCritical(run) ? `${pointName(run)} ${at}` : at;
      const facts = [...(isCritical(run) ? [] : [norm]), ...curvature(run)].join(', ');
      return `declared ${point} second-order stationary${facts && ` (${facts})`}`;
    },
    'max-iterations': () => `was at ${at} with ${norm}`,
    diverged: () => `diverged at iteration ${iterations}`,
    'non-finite': () => `met ${lost} that is not finite at iteration ${iterations}`,
    'left-domain': () => `left the domain at iteration ${iterations}, at ${at}`,
    'line-search-failed': () => `found no step at ${at}, iteration ${iterations}`,
  };
  const isAtOnce = iterations === 0 && run.status === 'converged';
  return `${deeds[run.status]()}${isSettled(run) && !isAtOnce ? ` after ${times(iterations, 'iteration')}` : ''}`;
}

const isSettled = ({ status }: Run): boolean =>
  status === 'converged' || status === 'second-order-stationary' || status === 'max-iterations';

function curvature({ final: { minEigenvalue } }: Run): string[] {
  return Number.isFinite(minEigenvalue) ? [`least eigenvalue ${formatNumber(minEigenvalue)}`] : [];
}

function pointName({ final: { type } }: Run): string {
  return type === 'degenerate' ? 'the degenerate point' : `the ${type}`;
}

const perturbed = ({ trajectory: { events } }: Run) => events.filter(({ kind }) => kind === 'perturbation');

/** "was perturbed at iteration 0, had left that point by iteration 100, and ", for a run that was perturbed. */
function perturbations(run: Run): string {
  const [first, ...more] = perturbed(run);
  if (first === undefined) return '';
  const again = more.length > 0 ? ` and ${more.length === 1 ? 'once' : `${more.length} times`} more later` : '';
  const passed = run.trajectory.events.find(({ kind }) => kind === 'escape-test-passed');
  const left = passed === undefined ? '' : `, had left that point by iteration ${passed.iteration},`;
  return `was perturbed at iteration ${first.iteration}${again}${left} and `;
}

function firstPerturbation(run: Run): string {
  const [first] = perturbed(run);
  return first === undefined ? '' : `was perturbed at iteration ${first.iteration} and `;
}

/** How some runs ended, in the words of a summary. */
interface Outcome {
  /** "reached the minimum (3, 2)", "diverged": the predicate. */
  readonly words: string;
  /** The same in the fewest words. */
  readonly brief: string;
  /** "after 26–72", "at iteration 5". */
  readonly when: string;
  /** What `when` counts, where it does not say so itself. */
  readonly unit: string;
  readonly count: number;
}

interface OutcomeKind {
  readonly of: (run: Run) => boolean;
  readonly words: (runs: readonly Run[]) => string;
  readonly brief: (count: number) => string;
  /** Whether the run went on until it came to an end, or was cut off by what happened. */
  readonly settled: boolean;
}

/** In the order in which a summary counts them; every run is of the first kind that takes it. */
const outcomeKinds: readonly OutcomeKind[] = [
  critical('minimum', 'minima', 'reached'),
  critical('saddle', 'saddles', 'ended at'),
  critical('maximum', 'maxima', 'ended at'),
  critical('degenerate', 'degenerate points', 'ended at'),
  ended('converged', (runs) => `met the gradient tolerance${largestNorm(runs)}`, 'met the tolerance'),
  ended(
    'second-order-stationary',
    (runs) => `declared ${runs.length === 1 ? 'a point' : 'points'} second-order stationary${largestNorm(runs)}`,
    'ended second-order stationary',
  ),
  ended('max-iterations', (runs) => `had not converged${largestNorm(runs)}`, 'had not converged'),
  cut('diverged', 'diverged'),
  cut('non-finite', 'met a value that is not finite'),
  cut('left-domain', 'left the domain'),
  cut('line-search-failed', 'found no step'),
];

function ended(status: RunStatus, words: OutcomeKind['words'], brief: string): OutcomeKind {
  return { of: (run) => run.status === status, words, brief: () => brief, settled: true };
}

function cut(status: RunStatus, words: string): OutcomeKind {
  return { of: (run) => run.status === status, words: () => words, brief: () => words, settled: false };
}

function critical(type: Run['final']['type'], plural: string, verb: string): OutcomeKind {
  const name = type === 'degenerate' ? 'degenerate point' : type;
  return {
    of: (run) => run.status === 'converged' && isCritical(run) && run.final.type === type,
    words: (runs) => {
      const [first, ...others] = distinctEnds(runs);
      if (others.length === 0) return `${verb} the ${name} ${formatPoint(first ?? [], SAME_POINT)}`;
      return `${verb} ${others.length + 1 === runs.length ? 'different' : others.length + 1} ${plural}`;
    },
    brief: (count) => `${verb} ${count === 1 ? `a ${name}` : plural}`,
    settled: true,
  };
}

function largestNorm(runs: readonly Run[]): string {
  const largest = runs.reduce((most, { final }) => Math.max(most, final.gradientNorm), 0);
  return ` (‖∇f‖ ${runs.length === 1 ? '=' : '≤'} ${formatNumber(largest)})`;
}

function distinctEnds(runs: readonly Run[]): Float64Array[] {
  const ends: Float64Array[] = [];
  for (const { final } of runs) {
    const near = (end: Float64Array) =>
      end.every((value, i) => Math.abs(value - (final.x[i] as number)) <= SAME_END * Math.max(1, Math.abs(value)));
    if (!ends.some(near)) ends.push(final.x);
  }
  return ends;
}

function outcomesOf(runs: readonly Run[]): Outcome[] {
  const groups = outcomeKinds.map((): Run[] => []);
  for (const run of runs) groups[outcomeKinds.findIndex(({ of }) => of(run))]?.push(run);
  return outcomeKinds.flatMap(({ words, brief, settled }, i) => {
    const group = groups[i] as Run[];
    if (group.length === 0) return [];
    const count = group.length;
    return [{ words: words(group), brief: brief(count), count, ...timing(group, settled) }];
  });
}

function timing(runs: readonly Run[], settled: boolean): Pick<Outcome, 'when' | 'unit'> {
  const all = runs.map(({ iterations }) => iterations);
  const least = all.reduce((a, b) => Math.min(a, b));
  const greatest = all.reduce((a, b) => Math.max(a, b));
  const span = least === greatest ? String(least) : `${least}–${greatest}`;
  if (settled) return { when: `after ${span}`, unit: span === '1' ? ' iteration' : ' iterations' };
  return { when: `at iteration${least === greatest ? '' : 's'} ${span}`, unit: '' };
}

/** Puts an outcome into words; `isFirst` where nothing before it has named the unit of its count. */
type Say = (outcome: Outcome, isFirst: boolean) => string;

/** "reached the minimum (3, 2) after 76–112 iterations", "diverged at iteration 12". */
const inFull: Say = ({ words, when, unit }) => `${words} ${when}${unit}`;

const inBrief: Say = ({ brief, when, unit }, isFirst) => `${brief} ${when}${isFirst ? unit : ''}`;

/** "Of 12 runs 9 reached minima, 3 diverged", "All 4 runs diverged", "Neither run had converged". */
function counts(runs: readonly Run[], say: Say): string {
  const outcomes = outcomesOf(runs);
  const [only] = outcomes;
  if (only && outcomes.length === 1) return ofAll(say(only, true), runs.length);
  return `Of ${runs.length} runs ${outcomes.map((outcome) => `${outcome.count} ${say(outcome, true)}`).join(', ')}`;
}

/** "Adam: 3 of 4 reached the minimum (3, 2) after 212–340 iterations, 1 diverged at iteration 7, f down to 0. …". */
function everyMethod(runs: readonly Run[], names: readonly string[], say: Say, withValue: boolean): string {
  let named = false;
  const clauses = groupsByMethod(runs).map((group) => {
    const words = outcomesOf(group).map((outcome, i) => {
      const said = say(outcome, !named);
      named ||= outcome.unit !== '';
      return group.length === 1 ? said : ofShare(said, outcome.count, group.length, i === 0);
    });
    const name = nameOf(group[0] as Run, names);
    return `${name}${group.length === 1 ? '' : ':'} ${words.join(', ')}${withValue ? leastValue(group) : ''}`;
  });
  return `${clauses.join('. ')}.`;
}

function groupsByMethod(runs: readonly Run[]): Run[][] {
  const groups = new Map<number, Run[]>();
  for (const run of runs) {
    const group = groups.get(run.methodIndex);
    if (group) group.push(run);
    else groups.set(run.methodIndex, [run]);
  }
  return [...groups.values()];
}

function leastValue(runs: readonly Run[]): string {
  const best = lowest(runs);
  if (best === null) return '';
  return `, f ${runs.length === 1 ? '=' : 'down to'} ${formatNumber(best.final.value)}`;
}

function overall(runs: readonly Run[], names: readonly string[], say: Say): string {
  const best = lowest(runs);
  const end = best === null ? '' : `; the lowest end, f = ${formatNumber(best.final.value)}, by ${nameOf(best, names)}`;
  return `${counts(runs, say)}${end}.`;
}

/** The run that ended lowest among those that ended at a finite value and did not diverge. */
function lowest(runs: readonly Run[]): Run | null {
  let best: Run | null = null;
  for (const run of runs) {
    if (run.status === 'diverged' || !Number.isFinite(run.final.value)) continue;
    if (best === null || run.final.value < best.final.value) best = run;
  }
  return best;
}

function times(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
