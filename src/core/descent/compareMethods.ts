import { classify } from '../critical/classify.ts';
import type { PointType } from '../landscapes/Landscape.ts';
import { symmetricEigenvalues } from '../linalg/symmetricEigen.ts';
import type { Method } from '../methods/Method.ts';
import { hessianInSteps } from '../objective/hessianInSteps.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box, Params } from '../params.ts';
import { quantile } from '../quantile.ts';
import { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import { DEFAULT_STOP_RULE, type Descent, descend } from './descend.ts';
import { secondOrderThreshold } from './measures.ts';
import type { RunStatus, StopRule, Trajectory } from './Run.ts';
import { type Band, ValueBand } from './ValueBand.ts';

/** Methods compared from the same starts. */
export interface ComparisonPlan {
  readonly objective: Objective;
  /** With resolved parameters; the same method may come several times. */
  readonly methods: readonly { readonly method: Method; readonly params: Params }[];
  /** Each of length n, at least one; copied. */
  readonly starts: readonly ArrayLike<number>[];
  /** Runs of a stochastic method from each start; one that draws nothing runs once. */
  readonly repeats: number;
  readonly seed: number;
  readonly stop?: Partial<StopRule>;
  /** The landscape's box; ends nearer than a hundredth of its sides count as one place. */
  readonly domain: Box;
  /** Accuracy ε and Hessian Lipschitz constant ρ of second-order stationarity. */
  readonly epsilon: number;
  readonly rho: number;
}

/** Where runs ended that came to no second-order stationary point. */
export interface StuckPlace {
  /** The end of the first of them. */
  readonly x: Float64Array;
  readonly value: number;
  /** Critical within ε. */
  readonly type: PointType;
  readonly status: RunStatus;
  /** How many ended there. */
  readonly count: number;
}

/** What one method did. */
export interface MethodComparison {
  /** Position of the method in the plan's list. */
  readonly methodIndex: number;
  readonly method: string;
  /** Runs so far. */
  readonly runs: number;
  /** Of which came to an ε-second-order stationary point. */
  readonly reached: number;
  /** The iterations at which they first did, ascending; length `reached`. */
  readonly times: Float64Array;
  /** Quartiles of those over all runs; a run that did not counts as Infinity. */
  readonly median: number;
  readonly q25: number;
  readonly q75: number;
  /** f against iteration over all runs. */
  readonly band: Band;
  /** The least finite value of f at any iterate; Infinity where there is none. */
  readonly least: number;
  /** Most frequent first. */
  readonly stuck: readonly StuckPlace[];
}

/** Results are shown so many times while one method runs. */
const PARTIALS = 12;
/** Runs that are stuck are told apart at so many places; further ones count with the last. */
const MOST_PLACES = 40;
/** Hessians between two yields, in coordinates: n³ each, for its eigenvalues. */
const SLICE_WORK = 200_000;

/**
 * Runs every method from every start and finds the first iterate that is ε-second-order stationary, ‖∇f‖ ≤ ε and
 * λ_min(∇²f) ≥ −√(ρε), and where the runs ended that came to none. The random numbers of a run are those of
 * `runDescents`. Progress counts runs; partial results are the methods so far.
 * @throws RangeError as `descend`
 * Source of the measure: Nesterov and Polyak (2006); Jin, Ge, Netrapalli, Kakade and Jordan (2017).
 */
export function* compareMethods(plan: ComparisonPlan): Task<MethodComparison[], MethodComparison[]> {
  const root = Rng.seeded(plan.seed);
  const counts = plan.methods.map((chosen) => runsOf(plan, chosen));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const seen = new Map<string, number>();
  const done: MethodComparison[] = [];
  let before = 0;
  for (const [methodIndex, chosen] of plan.methods.entries()) {
    const { id } = chosen.method;
    const occurrence = seen.get(id) ?? 0;
    seen.set(id, occurrence + 1);
    const tally = new Tally(plan, methodIndex, id);
    const runs = counts[methodIndex] as number;
    for (let run = 0; run < runs; run++) {
      const start = run % plan.starts.length;
      const rng = root.split(`${id}#${occurrence}/start ${start}/repeat ${Math.floor(run / plan.starts.length)}`);
      const descent = yield* within(oneRun(plan, chosen, start, rng), before + run, total);
      tally.add(descent, yield* within(firstSecondOrder(plan, descent.trajectory), before + run, total));
      const isDue = (run + 1) % Math.ceil(runs / PARTIALS) === 0 && run + 1 < runs;
      yield { done: before + run + 1, total, ...(isDue && { partial: [...done, tally.result()] }) };
    }
    before += runs;
    done.push(tally.result());
    yield { done: before, total, partial: [...done] };
  }
  return done;
}

function runsOf({ starts, repeats }: ComparisonPlan, { method, params }: ComparisonPlan['methods'][number]): number {
  return starts.length * (method.isStochastic(params) ? repeats : 1);
}

function oneRun(plan: ComparisonPlan, { method, params }: ComparisonPlan['methods'][number], start: number, rng: Rng) {
  const { objective, starts, domain } = plan;
  const stop = { ...DEFAULT_STOP_RULE, ...plan.stop };
  const from = Float64Array.from(starts[start] as ArrayLike<number>);
  return descend(objective, method, params, from, rng, { stop, record: 'all', domain });
}

/** The same task as one of `total` runs. */
function* within<Result>(task: Task<Result>, before: number, total: number): Task<Result, never> {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    yield { done: before + step.value.done / Math.max(1, step.value.total), total };
  }
}

/** The first iteration at which a run was second-order stationary; Infinity where it never was. */
function* firstSecondOrder(plan: ComparisonPlan, trajectory: Trajectory): Task<number> {
  const { objective, epsilon, rho } = plan;
  const n = objective.dimension;
  const least = secondOrderThreshold(rho, epsilon);
  const hessian = new Float64Array(n * n);
  const slice = Math.max(1, Math.floor(SLICE_WORK / (n * n * n)));
  const { iterations, points, gradientNorms } = trajectory;
  let tested = 0;
  for (let k = 0; k < iterations.length; k++) {
    if (!((gradientNorms[k] as number) <= epsilon)) continue;
    yield* hessianInSteps(objective, points.subarray(k * n, (k + 1) * n), hessian);
    if ((symmetricEigenvalues(hessian, n)[0] as number) >= least) return iterations[k] as number;
    if (++tested % slice === 0) yield { done: k, total: iterations.length };
  }
  return Number.POSITIVE_INFINITY;
}

/** What is known of one method while its runs come in. */
class Tally {
  readonly #plan: ComparisonPlan;
  readonly #methodIndex: number;
  readonly #method: string;
  readonly #times: number[] = [];
  readonly #band: ValueBand;
  readonly #stuck: (StuckPlace & { count: number })[] = [];
  #least = Number.POSITIVE_INFINITY;

  constructor(plan: ComparisonPlan, methodIndex: number, method: string) {
    this.#plan = plan;
    this.#methodIndex = methodIndex;
    this.#method = method;
    this.#band = new ValueBand({ ...DEFAULT_STOP_RULE, ...plan.stop }.maxIterations);
  }

  add(descent: Descent, time: number): void {
    this.#times.push(time);
    this.#band.add(descent.trajectory);
    for (const value of descent.trajectory.values) {
      if (value < this.#least && value > Number.NEGATIVE_INFINITY) this.#least = value;
    }
    if (time === Number.POSITIVE_INFINITY) this.#stick(descent);
  }

  result(): MethodComparison {
    const sorted = Float64Array.from(this.#times).sort();
    const times = sorted.filter(Number.isFinite);
    const [q25, median, q75] = [0.25, 0.5, 0.75].map((share) => quantile(sorted, share)) as [number, number, number];
    return {
      methodIndex: this.#methodIndex,
      method: this.#method,
      runs: sorted.length,
      reached: times.length,
      times,
      median,
      q25,
      q75,
      band: this.#band.quartiles(),
      least: this.#least,
      stuck: this.#stuck.map((place) => ({ ...place })).sort((a, b) => b.count - a.count),
    };
  }

  #stick({ final: { x, value, gradientNorm }, status }: Descent): void {
    const { domain, epsilon, objective } = this.#plan;
    const n = x.length;
    const known = this.#stuck.find((place) => place.status === status && isNear(place.x, x, domain));
    const place = known ?? (this.#stuck.length < MOST_PLACES ? undefined : this.#stuck[MOST_PLACES - 1]);
    if (place) {
      place.count++;
      return;
    }
    const eigenvalues = symmetricEigenvalues(objective.hessian(x, new Float64Array(n * n)), n);
    const { type } = classify(eigenvalues, gradientNorm, epsilon);
    this.#stuck.push({ x: x.slice(), value, type, status, count: 1 });
  }
}

function isNear(a: Float64Array, b: Float64Array, box: Box): boolean {
  return box.every(([low, high], i) => Math.abs((a[i] as number) - (b[i] as number)) <= 0.01 * (high - low));
}

/**
 * Starts drawn uniformly from a box; each from a stream of its own, so that more of them change none.
 * @returns `count` points of length n
 */
export function cloudOfStarts(box: Box, count: number, seed: number): Float64Array[] {
  const root = Rng.seeded(seed);
  return Array.from({ length: count }, (_, i) => {
    const rng = root.split(`cloud/${i}`);
    return Float64Array.from(box, ([low, high]) => low + (high - low) * rng.uniform());
  });
}
