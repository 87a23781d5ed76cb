import { inspectPoint } from '../critical/inspect.ts';
import { polish } from '../critical/polish.ts';
import { formatNumber, formatPoint } from '../formatNumber.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Run } from './Run.ts';

/** A run of gradient descent that came to a strict saddle, much nearer than it started, and stayed there or left again. */
export interface SaddleStay {
  readonly run: Run;
  readonly saddle: Float64Array;
  /** 1 + η|λ| with the least eigenvalue λ of the Hessian there: what lies beside the stable set grows by it a step. */
  readonly growth: number;
  /** Least distance from the saddle, and the iteration at which it came that near first. */
  readonly distance: number;
  readonly arrived: number;
  /** Iteration at which it had left; null where it was still there in the end. */
  readonly left: number | null;
  /** Distance of the start from the stable set, about, as it follows from how the run left; null where it did not. */
  readonly offset: number | null;
}

/** A run came to a saddle where it was nearer than this share of the distance of its start from there. */
const NEAR = 1e-3;
/** It has left beyond this share of it. */
const AWAY = 0.1;
/** It looks as if a run came to a critical point where ‖∇f‖ fell below this share of what it was at first. */
const QUIET = 1e-2;
/** It passed by that point where ‖∇f‖ grew again by this factor. */
const REVIVED = 10;
/** A coordinate of a saddle is written 0 below this share of the start's distance. */
const ZERO = 1e-7;
/** What lies beside the set by less than this, in units of the start's coordinates, is due to rounding. */
const LAST_DIGITS = 8 * Number.EPSILON;

/**
 * The stay of a run at a strict saddle, null where there was none. It is looked for where ‖∇f‖ was
 * least before it grew again, or in the end.
 * @param run  of gradient descent with step η = `stepSize`
 */
export function saddleStay(f: Objective, run: Run, stepSize: number): SaddleStay | null {
  const { iterations, gradientNorms } = run.trajectory;
  const n = f.dimension;
  if (run.final.x.length !== n) return null;
  const quietest = quietestPlace(gradientNorms);
  if (quietest === null) return null;
  const at = (place: number) => run.trajectory.points.subarray(place * n, (place + 1) * n);
  const { x: saddle } = polish(f, at(quietest), 20);
  const { type, eigenvalues, eigenvectors } = inspectPoint(f, saddle);
  const eigenvalue = eigenvalues[0] as number;
  if (type !== 'saddle' || !(eigenvalue < 0)) return null;
  const distances = Float64Array.from(iterations, (_, place) => distanceOf(at(place), saddle));
  const first = distances[0] as number;
  const nearest = leastPlace(distances);
  const distance = distances[nearest] as number;
  if (!(distance <= NEAR * first)) return null;
  const away = distances.findIndex((far, place) => place > nearest && far > AWAY * first);
  const left = away < 0 ? null : (iterations[away] as number);
  const growth = 1 - stepSize * eigenvalue;
  const offset = left === null ? null : offsetBefore(at, saddle, eigenvectors, { away, growth, run });
  return { run, saddle, growth, distance, arrived: iterations[nearest] as number, left, offset };
}

/** What along the unstable direction has grown, step by step, to where the run has left. */
function offsetBefore(
  at: (place: number) => Float64Array,
  saddle: Float64Array,
  direction: Float64Array,
  { away, growth, run }: { readonly away: number; readonly growth: number; readonly run: Run },
): number {
  let along = 0;
  for (const [i, value] of at(away).entries()) along += (value - (saddle[i] as number)) * (direction[i] as number);
  let offset = Math.abs(along);
  for (let k = run.trajectory.iterations[away] as number; k > 0; k--) offset /= growth;
  return offset;
}

/** The place of the least ‖∇f‖ after which it grew again, else the end; null where it was at no time small. */
function quietestPlace(norms: Float64Array): number | null {
  const bound = QUIET * (norms[0] as number);
  let found = norms.length - 1;
  let isPassed = false;
  let later = norms[found] as number;
  for (let k = found - 1; k > 0; k--) {
    const norm = norms[k] as number;
    if (REVIVED * norm <= later && norm <= bound && !(isPassed && norm >= (norms[found] as number))) {
      found = k;
      isPassed = true;
    }
    later = Math.max(later, norm);
  }
  return found > 0 && (norms[found] as number) <= bound ? found : null;
}

/** Place of the least entry, NaN passed over. */
function leastPlace(values: Float64Array): number {
  return values.reduce((least, value, place) => (value < (values[least] as number) ? place : least), 0);
}

function distanceOf(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++)
    sum += ((a[i] as number) - (b[i] as number)) * ((a[i] as number) - (b[i] as number));
  return Math.sqrt(sum);
}

/**
 * A stay in one sentence or two, with numbers: that the start lies on the stable set or how far beside it, how long the
 * run stayed, and what carries it away.
 * @param subject  "Gradient descent from start 2"
 */
export function describeStay(stay: SaddleStay, subject: string): string {
  const { run, saddle, growth, distance, arrived, left, offset } = stay;
  const start = run.trajectory.points.subarray(0, saddle.length);
  const point = `the saddle ${formatPoint(saddle, ZERO * distanceOf(start, saddle))}`;
  const near = formatNumber(distance, 2);
  const grows = `by 1 + η|λ| = ${formatNumber(growth)} a step`;
  if (left === null || offset === null) {
    const end = run.status === 'converged' ? `converged to ${point}` : `is within ${near} of ${point}`;
    const on = 'its start lies on the saddle’s stable set, or too near to it to have left so soon';
    const soon = `A perturbation of 10⁻¹⁶ would grow ${grows} and carry it away after about ${stepsToOne(growth)} iterations`;
    return `${subject} ${end} after ${run.iterations} iterations: ${on}. ${soon}.`;
  }
  const came = `${subject} came along its stable set to ${point}, within ${near} at iteration ${arrived}`;
  const size = start.reduce((most, x) => Math.max(most, Math.abs(x)), 1);
  const why =
    offset <= LAST_DIGITS * size
      ? `stayed until rounding, which grows ${grows}, had carried it away at iteration ${left}`
      : `had left by iteration ${left}: its start lies about ${formatNumber(offset, 1)} beside the set, which grows ${grows}`;
  return `${came}, and ${why}.`;
}

/** Steps in which 10⁻¹⁶ grows to 1, by multiplying: logarithms differ between engines. */
function stepsToOne(growth: number): number {
  let steps = 0;
  for (let size = 1e-16; size < 1 && steps < 1e7; steps++) size *= growth;
  return steps;
}
