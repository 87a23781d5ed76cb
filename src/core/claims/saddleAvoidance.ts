import { DEFAULT_STOP_RULE, type Descent, type DescentOptions, descend } from '../descent/descend.ts';
import { formatNumber } from '../formatNumber.ts';
import type { Method } from '../methods/Method.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Params } from '../params.ts';
import type { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import { leastOnEdge } from './boxEdge.ts';
import type { ClaimContext } from './Claim.ts';
import type { Evidence } from './Evidence.ts';
import { supposeSmoothFormula } from './formulaSmoothness.ts';
import { randomStarts } from './randomStarts.ts';
import { criticalPointsOf, supposeComplete, supposeStrict } from './strictness.ts';
import { within } from './within.ts';

/** A method, and from how many random starts it is run. */
export interface AvoidancePlan {
  readonly method: Method;
  /** Resolved. */
  readonly params: Params;
  readonly starts: number;
  readonly maxIterations: number;
  /** ‖∇f‖ at which a run has come to rest. */
  readonly tolerance: number;
}

/** Rest on a landscape whose curvatures are at most L: a flat one must not look at rest everywhere. */
export const restOn = (smoothness: number): number => 1e-8 * Math.min(1, smoothness);

/** Runs a method from each start until it is at rest or the iterations are used up. */
export function* runFrom(
  f: Objective,
  { method, params, maxIterations, tolerance }: Omit<AvoidancePlan, 'starts'>,
  starts: readonly Float64Array[],
  rng: Rng,
): Task<Descent[]> {
  const options: DescentOptions = {
    stop: { ...DEFAULT_STOP_RULE, maxIterations, gradientTolerance: tolerance },
    record: 'ends',
  };
  const runs: Descent[] = [];
  for (const [i, start] of starts.entries()) {
    // A short run may end before it yields.
    yield { done: i, total: starts.length };
    const task = descend(f, method, params, start, rng.split(`run ${i}`), options);
    runs.push(yield* within(i / starts.length, (i + 1) / starts.length, task));
  }
  return runs;
}

/** Whether a run ended at a strict saddle or a maximum, from which descent has a way down. */
export const endedStrict = ({ status, final }: Descent): boolean =>
  status === 'converged' && (final.type === 'saddle' || final.type === 'maximum');

/**
 * Whether a method avoids strict saddles from random starts in a compact sublevel set: the hypotheses that the theorems
 * of Lee et al. (2016, 2019) share, and the shares of the runs that end in a saddle and in a minimum.
 */
export function* measureAvoidance(
  f: Objective,
  context: ClaimContext,
  plan: AvoidancePlan,
  evidence: Evidence,
  rng: Rng,
): Task<void> {
  const { domain } = context.landscape;
  supposeSmoothFormula(evidence, context.landscape);
  const found = yield* within(0, 0.4, criticalPointsOf(f, context));
  supposeComplete(evidence, found);
  supposeStrict(evidence, found);
  const edge = leastOnEdge(f, domain, rng.split('edge'));
  const starts = yield* within(0.4, 0.4, randomStarts(f, domain, plan.starts, rng.split('starts'), edge));
  const isCompact = starts.length === plan.starts;
  const level = `on the box’s edge f ≥ ${formatNumber(edge)}, as sampled`;
  const drawn = isCompact ? 'the starts lie below that' : 'below that no start was met';
  evidence.hypothesis('A sublevel set is compact in the box', isCompact, `${level}; ${drawn}`);
  if (!isCompact) return;
  const runs = yield* within(0.4, 1, runFrom(f, plan, starts, rng.split('runs')));
  const settled = runs.filter(({ status }) => status === 'converged');
  const rest = `${settled.length} of ${runs.length} came to ‖∇f‖ ≤ ${formatNumber(plan.tolerance)} within ${plan.maxIterations} iterations`;
  evidence.hypothesis('The runs come to rest', settled.length === runs.length, rest);
  const share = (count: number) => count / runs.length;
  evidence.about('Share of runs that end in a strict saddle', share(runs.filter(endedStrict).length), 0, 0);
  const minima = settled.filter(({ final }) => final.type === 'minimum').length;
  evidence.about('Share of runs that end in a minimum', share(minima), 1, 0);
}
