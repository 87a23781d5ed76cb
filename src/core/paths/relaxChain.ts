import { dot, norm2 } from '../linalg/vectors.ts';
import type { CountingObjective } from '../objective/counting.ts';
import type { Task } from '../task.ts';
import { bead, beadCount, beadValues, pathLength, resampled } from './beads.ts';
import { removeComponent } from './dropBead.ts';
import { Pace } from './Pace.ts';

/** How a chain of equidistant pivots is relaxed. */
export interface RelaxRule {
  readonly iterations: number;
  readonly momentum: number;
  /** Of the step λ̂⁻¹ that the largest curvature along the chain allows; below 1. */
  readonly stepShare: number;
}

/** Products with the Hessian for the largest curvature at one pivot. */
const POWER_STEPS = 6;
/** Pivots at which the curvature is estimated, at most. */
const CURVATURE_PIVOTS = 12;
/** No pivot moves further in one step than this share of the distance between two. */
const LONGEST_MOVE = 0.25;

/**
 * Nudged elastic band by redistribution: in each iteration every interior pivot takes a step of momentum against the
 * gradient without its component along the path, and then the pivots are set at equal distances again. The tangent
 * points to the higher neighbour, and at extrema it is blended.
 * @param beads  m·n, m ≥ 3; not changed
 * @param each  called after each iteration with the chain as it is then
 * @returns the relaxed chain of as many pivots
 * Source: Henkelman and Jónsson (2000), Improved tangent estimate in the nudged elastic band method; Draxler et al.
 * (2018), Essentially no barriers in neural network energy landscape.
 */
export function* relaxChain<P>(
  f: CountingObjective,
  beads: Float64Array,
  rule: RelaxRule,
  each: (chain: Float64Array, values: Float64Array, iteration: number) => P | undefined,
): Task<Float64Array, P> {
  const n = f.dimension;
  const count = beadCount(beads, n);
  const pace = new Pace(f);
  let chain = resampled(beads, n, count);
  const velocity = new Float64Array(chain.length);
  let step = 0;
  for (let k = 0; k < rule.iterations; k++) {
    if (k % 25 === 0) step = rule.stepShare / (yield* largestCurvature(f, chain, pace));
    const values = yield* beadValues(f, chain);
    const longest = (LONGEST_MOVE * pathLength(chain, n)) / (count - 1);
    for (let i = 1; i < count - 1; i++) {
      const slope = sideSlope(f, chain, values, i);
      push(bead(chain, n, i), bead(velocity, n, i), slope, step, rule.momentum, longest);
      if (pace.isDue()) yield { done: k, total: rule.iterations };
    }
    chain = resampled(chain, n, count);
    const partial = each(chain, values, k + 1);
    if (partial !== undefined) yield { done: k + 1, total: rule.iterations, partial };
  }
  return chain;
}

/** One step of momentum, no longer than `longest`; a slope that is not finite moves nothing. */
function push(
  x: Float64Array,
  velocity: Float64Array,
  slope: Float64Array,
  step: number,
  momentum: number,
  longest: number,
): void {
  if (!slope.every(Number.isFinite)) return void velocity.fill(0);
  for (let i = 0; i < x.length; i++) {
    velocity[i] = momentum * (velocity[i] as number) - step * (slope[i] as number);
  }
  const size = norm2(velocity);
  const scale = size > longest ? longest / size : 1;
  for (let i = 0; i < x.length; i++) {
    velocity[i] = scale * (velocity[i] as number);
    x[i] = (x[i] as number) + (velocity[i] as number);
  }
}

/** ∇f at pivot i without its component along the path. */
function sideSlope(f: CountingObjective, chain: Float64Array, values: Float64Array, i: number): Float64Array {
  const n = f.dimension;
  const gradient = f.gradient(bead(chain, n, i), new Float64Array(n));
  const tangent = tangentAt(chain, values, n, i);
  if (tangent) removeComponent(gradient, tangent);
  return gradient;
}

/** The unit tangent at pivot i; null where its neighbours coincide. */
function tangentAt(chain: Float64Array, values: Float64Array, n: number, i: number): Float64Array | null {
  const [before, here, after] = [-1, 0, 1].map((d) => values[i + d] as number) as [number, number, number];
  const [rise, fall] = [Math.abs(after - here), Math.abs(before - here)];
  let [forward, backward] = [0, 0];
  if (after > here && here >= before) forward = 1;
  else if (after <= here && here < before) backward = 1;
  else {
    const [most, least] = [Math.max(rise, fall), Math.min(rise, fall)];
    [forward, backward] = after > before ? [most, least] : [least, most];
    if (forward === 0 && backward === 0) [forward, backward] = [1, 1];
  }
  const [previous, x, next] = [bead(chain, n, i - 1), bead(chain, n, i), bead(chain, n, i + 1)];
  const tangent = x.map(
    (coordinate, d) => forward * ((next[d] as number) - coordinate) + backward * (coordinate - (previous[d] as number)),
  );
  const size = Math.sqrt(dot(tangent, tangent));
  return size > 0 && Number.isFinite(size) ? tangent.map((coordinate) => coordinate / size) : null;
}

/** The largest |λ| of the Hessian over some pivots, by power iteration from the gradient there; at least tiny. */
function* largestCurvature(f: CountingObjective, chain: Float64Array, pace: Pace): Task<number, never> {
  const n = f.dimension;
  const count = beadCount(chain, n);
  const stride = Math.max(1, Math.ceil((count - 2) / CURVATURE_PIVOTS));
  let largest = 0;
  for (let i = 1; i < count - 1; i += stride) {
    const x = bead(chain, n, i);
    let direction = f.gradient(x, new Float64Array(n));
    let size = norm2(direction);
    for (let k = 0; k < POWER_STEPS && size > 0 && Number.isFinite(size); k++) {
      const unit = direction.map((coordinate) => coordinate / size);
      direction = f.hvp(x, unit, new Float64Array(n));
      size = norm2(direction);
      if (pace.isDue()) yield { done: i, total: count };
    }
    if (Number.isFinite(size)) largest = Math.max(largest, size);
  }
  return largest > 0 ? largest : 1;
}
