import { formatNumber, formatPoint } from '../formatNumber.ts';
import type { PointType } from '../landscapes/Landscape.ts';
import type { Run, RunStatus } from './Run.ts';

/** Above so many runs the sentence counts them instead of naming each. */
const NAMED_RUNS = 6;

/** A coordinate of a point of convergence is written 0 below this. */
const SAME_POINT = 1e-6;

/**
 * One factual sentence with numbers on what a set of runs did; empty for no runs. Up to six runs are named one by one,
 * more are counted by outcome.
 * @param names  by `methodIndex`: the method's name or the user's label for it
 */
export function describeRuns(runs: readonly Run[], names: readonly string[]): string {
  if (runs.length === 0) return '';
  return runs.length <= NAMED_RUNS ? describeEach(runs, names) : describeMany(runs, names);
}

function describeEach(runs: readonly Run[], names: readonly string[]): string {
  const starts = new Set(runs.map((run) => run.startIndex)).size;
  const repeats = new Set(runs.map((run) => run.repeat)).size;
  const clauses = runs.map((run) => {
    const place = [
      starts > 1 ? ` from start ${run.startIndex + 1}` : '',
      repeats > 1 ? `, repeat ${run.repeat + 1},` : '',
    ].join('');
    return `${nameOf(run, names)}${place} ${perturbations(run)}${deed(run)}`;
  });
  return `${clauses.join('; ')}.`;
}

function nameOf(run: Run, names: readonly string[]): string {
  return names[run.methodIndex] ?? `Method ${run.methodIndex + 1}`;
}

/** What the run did in the end: the predicate of its clause. */
function deed(run: Run): string {
  const { iterations, final } = run;
  const at = formatPoint(final.x, run.status === 'converged' ? SAME_POINT : 0);
  const count = times(iterations, 'iteration');
  const deeds: Record<RunStatus, () => string> = {
    converged: () => `reached ${pointName(final.type)} ${at} in ${count}`,
    'second-order-stationary': () =>
      `declared ${pointName(final.type)} ${at} second-order stationary${curvature(run)} after ${count}`,
    'max-iterations': () => `was at ${at} with ‖∇f‖ = ${formatNumber(final.gradientNorm)} after ${count}`,
    diverged: () => `diverged at iteration ${iterations}`,
    'non-finite': () => `met a value that is not finite at iteration ${iterations}`,
    'left-domain': () => `left the domain at iteration ${iterations}, at ${at}`,
    'line-search-failed': () => `found no step at ${at}, iteration ${iterations}`,
  };
  return deeds[run.status]();
}

function curvature({ final: { minEigenvalue } }: Run): string {
  return Number.isFinite(minEigenvalue) ? ` (λ_min = ${formatNumber(minEigenvalue)})` : '';
}

function pointName(type: PointType): string {
  return type === 'regular' ? 'the point' : type === 'degenerate' ? 'the degenerate point' : `the ${type}`;
}

/** "perturbed at iteration 0, left it by iteration 100 and ", for a run that was perturbed. */
function perturbations({ trajectory: { events } }: Run): string {
  const perturbed = events.filter(({ kind }) => kind === 'perturbation');
  const [first, ...more] = perturbed;
  if (first === undefined) return '';
  const again = more.length > 0 ? ` and ${more.length === 1 ? 'once' : `${more.length} times`} more later` : '';
  const passed = events.find(({ kind }) => kind === 'escape-test-passed');
  const left = passed === undefined ? '' : ` had left that point by iteration ${passed.iteration},`;
  return `was perturbed at iteration ${first.iteration}${again},${left} and `;
}

/** The kinds of outcome in the order in which a summary counts them, each with its words. */
const outcomes: readonly { readonly of: (run: Run) => boolean; readonly words: (count: string) => string }[] = [
  { of: (run) => converged(run, 'minimum'), words: (count) => `${count} reached a minimum` },
  { of: (run) => converged(run, 'saddle'), words: (count) => `${count} ended at a saddle` },
  { of: (run) => converged(run, 'maximum'), words: (count) => `${count} ended at a maximum` },
  { of: (run) => run.status === 'converged', words: (count) => `${count} reached another stationary point` },
  {
    of: (run) => run.status === 'second-order-stationary',
    words: (count) => `${count} declared a point second-order stationary`,
  },
  { of: (run) => run.status === 'max-iterations', words: (count) => `${count} used up the iterations` },
  { of: (run) => run.status === 'diverged', words: (count) => `${count} diverged` },
  { of: (run) => run.status === 'non-finite', words: (count) => `${count} met a value that is not finite` },
  { of: (run) => run.status === 'left-domain', words: (count) => `${count} left the domain` },
  { of: (run) => run.status === 'line-search-failed', words: (count) => `${count} found no step` },
];

function converged({ status, final }: Run, type: PointType): boolean {
  return status === 'converged' && final.type === type;
}

function describeMany(runs: readonly Run[], names: readonly string[]): string {
  const groups = outcomes.map((): Run[] => []);
  for (const run of runs) groups[outcomes.findIndex(({ of }) => of(run))]?.push(run);
  const parts = groups.flatMap((group, i) => {
    const outcome = outcomes[i];
    if (group.length === 0 || outcome === undefined) return [];
    const median = i < 5 ? ` (median ${formatNumber(medianIterations(group))} iterations)` : '';
    return [`${outcome.words(String(group.length))}${median}`];
  });
  const best = lowest(runs);
  if (best !== null) {
    const value = `f = ${formatNumber(best.final.value)} at ${formatPoint(best.final.x, SAME_POINT)}`;
    parts.push(`the lowest end was ${value}, by ${nameOf(best, names)}`);
  }
  return `Of ${runs.length} runs ${parts.join(', ')}.`;
}

function medianIterations(runs: readonly Run[]): number {
  const sorted = runs.map(({ iterations }) => iterations).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
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
