import { dot, norm2 } from '../linalg/vectors.ts';
import type { CountingObjective } from '../objective/counting.ts';
import type { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import { adamDrop } from './adamDrop.ts';
import { type Drop, type DropRule, dropBead, removeComponent } from './dropBead.ts';

/** Where a bead begins and how it comes down into Ω_u. */
export interface BeadRule {
  readonly level: number;
  /** It is to come down to this, at most the level. */
  readonly target: number;
  readonly iterations: number;
  /** Length of its steps at most. */
  readonly longest: number;
  /** How often it begins anew from a displaced point, where it does not come down to the level. */
  readonly attempts: number;
}

/** Halvings of the way back to the midpoint. */
const BISECTIONS = 40;
/** The first displacement, as a share of the segment's length; each further one is twice as large. */
const DISPLACEMENT = 0.02;

/**
 * A bead of the greedy variant: steepest descent from `start` to the target.
 * @param start  length n; copied
 * Source: Freeman and Bruna (2017), Topology and geometry of half-rectified network optimization, algorithm 1.
 */
export function* greedyBead(
  f: CountingObjective,
  start: Float64Array,
  rule: BeadRule,
  length: number,
  rng: Rng,
): Task<Drop, never> {
  return yield* withAttempts(f, start, rule, length, rng, null);
}

/**
 * A bead of the hyperplane variant: in H, the hyperplane of all points as far from one end as from the other, descent
 * from the midpoint to the target and then back towards the midpoint by bisection, as far as f stays at most the
 * target. That is a point of H ∩ Ω_u near the midpoint; that no other is nearer is not known.
 * @param a, b  the ends of the segment, length n; not changed
 * @param offset  in H, from the midpoint to where the descent begins
 * Source: the lecture, θ₃ = argmin {‖θ − θ_m‖ : θ ∈ H, E(θ) ≤ u₀}.
 */
export function* hyperplaneBead(
  f: CountingObjective,
  a: Float64Array,
  b: Float64Array,
  rule: BeadRule,
  rng: Rng,
  offset: Float64Array | null = null,
): Task<Drop, never> {
  const middle = a.map((coordinate, i) => coordinate + ((b[i] as number) - coordinate) / 2);
  const { normal, length } = normalOf(a, b);
  const start = offset ? middle.map((coordinate, i) => coordinate + (offset[i] as number)) : middle;
  const drop = yield* withAttempts(f, start, rule, length, rng, normal);
  if (!drop.reached || drop.iterations === 0) return drop;
  return bisectedBack(f, middle, drop, rule.target);
}

/** A random vector orthogonal to the segment from a to b, `share` times as long; length n. */
export function displacement(rng: Rng, a: Float64Array, b: Float64Array, share: number): Float64Array {
  const { normal, length } = normalOf(a, b);
  return randomDirection(rng, a.length, normal).map((coordinate) => share * length * coordinate);
}

function normalOf(a: Float64Array, b: Float64Array): { readonly normal: Float64Array; readonly length: number } {
  const normal = b.map((coordinate, i) => coordinate - (a[i] as number));
  const length = norm2(normal);
  return { normal: normal.map((coordinate) => coordinate / length), length };
}

/** Moves the bead back towards the midpoint as far as f ≤ target; f exceeds the target at the midpoint. */
function bisectedBack(f: CountingObjective, middle: Float64Array, drop: Drop, target: number): Drop {
  const at = (t: number) => middle.map((coordinate, i) => coordinate + t * ((drop.x[i] as number) - coordinate));
  let [outside, inside, value] = [0, 1, drop.value];
  for (let k = 0; k < BISECTIONS; k++) {
    const t = (outside + inside) / 2;
    const found = f.value(at(t));
    if (found <= target) [inside, value] = [t, found];
    else outside = t;
    // Nearer than this to the target it need not come.
    if (inside - outside < 1e-6) break;
  }
  const x = at(inside);
  const trail = new Float64Array(drop.trail.length + x.length);
  trail.set(drop.trail);
  trail.set(x, drop.trail.length);
  return { ...drop, x, value, trail };
}

/** Descends, and where that ends above the level again from displaced points; the lowest bead of all. */
function* withAttempts(
  f: CountingObjective,
  start: Float64Array,
  rule: BeadRule,
  length: number,
  rng: Rng,
  normal: Float64Array | null,
): Task<Drop, never> {
  const dropRule = { ...rule, ...(normal && { normal }) };
  let best = yield* comeDown(f, start, dropRule);
  let radius = DISPLACEMENT * length;
  for (let k = 0; k < rule.attempts && !(best.value <= rule.level); k++, radius *= 2) {
    const offset = randomDirection(rng, start.length, normal);
    const from = start.map((coordinate, i) => coordinate + radius * (offset[i] as number));
    const drop = yield* comeDown(f, from, dropRule);
    if (drop.value < best.value || Number.isNaN(best.value)) best = drop;
  }
  return best;
}

/** This part of a bead's budget is for descent with backtracking, what is left of it for Adam. */
const BACKTRACKING = 0.25;

/**
 * Descent with backtracking for as long as its pace would bring it to the target, and where it ended above the level,
 * Adam from there: on the kinks of a mean absolute error descent creeps.
 */
function* comeDown(
  f: CountingObjective,
  start: Float64Array,
  rule: DropRule & Pick<BeadRule, 'level'>,
): Task<Drop, never> {
  const budget = Math.ceil(BACKTRACKING * rule.iterations);
  const first = yield* dropBead(f, start, { ...rule, iterations: budget, endsWhereSlow: true });
  if (first.reached || !Number.isFinite(first.value)) return first;
  if (first.value <= rule.level) return first;
  const second = yield* adamDrop(f, first.x, { ...rule, iterations: rule.iterations - first.iterations });
  const trail = new Float64Array(first.trail.length + second.trail.length);
  trail.set(first.trail);
  trail.set(second.trail, first.trail.length);
  return { ...second, trail, iterations: first.iterations + second.iterations };
}

/** Uniform on the unit sphere, or on the part of it that is orthogonal to `normal`. */
function randomDirection(rng: Rng, n: number, normal: Float64Array | null): Float64Array {
  const direction = Float64Array.from({ length: n }, () => rng.gaussian());
  if (normal) removeComponent(direction, normal);
  const size = Math.sqrt(dot(direction, direction));
  return size > 0 ? direction.map((coordinate) => coordinate / size) : direction;
}
