import { counted, formatNumber } from '../formatNumber.ts';
import type { DerivativeBounds } from '../objective/DerivativeBounds.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box } from '../params.ts';
import type { Task } from '../task.ts';
import { type Certification, certifyZeros } from './certifyZeros.ts';
import { type Inspection, inspectPoint } from './inspect.ts';
import { polish } from './polish.ts';
import { isByPlateau, searchZeros } from './searchZeros.ts';

/** How complete a list of critical points is. */
export interface Completeness {
  /** `certified`: proved that there are no others outside of `undecided`; `searched`: others may exist anywhere. */
  readonly claim: 'certified' | 'searched';
  /** One sentence with the numbers. */
  readonly detail: string;
  /** Boxes of which nothing is proved; empty where the claim is `searched`. */
  readonly undecided: readonly Box[];
  /** Part of the box in which f is flat, so that every point is critical; one of them is listed. 0 to 1. */
  readonly flat: number;
}

/** The critical points found in a box, ascending by value, then by coordinates. */
export interface CriticalPoints {
  readonly points: readonly Inspection[];
  readonly completeness: Completeness;
}

/** With more variables the number of boxes grows beyond any patience. */
export const MOST_VARIABLES = 6;
/** Boxes that may be looked at, and may be open at one time, for effort 1. */
const LOOKED = 100_000;
const OPEN = 40_000;
/** Starts of Newton's method for effort 1. */
const STARTS = 400;
/** 2^−1022: below it doubles lose their digits. */
const LEAST_NORMAL = 2.2250738585072014e-308;
/** ‖∇f‖ up to which a point of an undecided box counts as critical. */
const TOLERANCE = 1e-6;

/**
 * Finds the critical points in a box: certified by interval arithmetic where that ends, else by a search from many
 * starts, which says no more than it found.
 * @param enclosures  of the same function; null where there are none
 * @param effort  a factor on the work, at least 1
 */
export function* findCriticalPoints(
  f: Objective,
  enclosures: DerivativeBounds | null,
  box: Box,
  effort: number,
): Task<CriticalPoints> {
  const limits = { cells: LOOKED * effort, open: OPEN * effort };
  const certified =
    enclosures && f.dimension <= MOST_VARIABLES ? yield* certifyZeros(f, enclosures, box, limits) : null;
  if (certified?.complete) return certifiedPoints(f, certified, box);
  const found = yield* searchZeros(f, box, Math.round(STARTS * effort));
  const isolated = certified?.isolated.map(({ x }) => x) ?? [];
  const points = distinct(isolated, [...found.points, ...found.flat.slice(0, 1)], box);
  const least = found.hits.length > 0 ? Math.min(...found.hits) : 0;
  const detail =
    `${found.starts} starts of Newton’s method found ${counted(found.points.length, 'point')}` +
    `${least > 0 ? `, the rarest of them ${least === 1 ? 'once' : `${least} times`}` : ''}` +
    `${isolated.length > 0 ? `, and interval arithmetic, before it was given up, proves ${isolated.length}: ${points.length} in all` : ''}` +
    `; there may be others.${found.flat.length > 0 ? ` Where ${found.flat.length} of the starts lie f is flat, and every point critical: one is listed.` : ''}`;
  const flat = found.flat.length / found.starts;
  return { points: inspected(f, points), completeness: { claim: 'searched', detail, undecided: [], flat } };
}

function certifiedPoints(f: Objective, { isolated, undecided, flat }: Certification, whole: Box): CriticalPoints {
  // Newton's method leads out of an undecided box to a point that is proved, or to that of another one.
  const found = undecided
    .flatMap((box) => representative(f, box))
    .filter((x) => flat.length === 0 || !isByPlateau(f, x, whole));
  const points = [
    ...distinct(
      isolated.map(({ x }) => x),
      found,
      whole,
    ),
    ...largest(flat).map((box) => Float64Array.from(box, ([low, high]) => (low + high) / 2)),
  ];
  const share = flat.reduce((sum, box) => sum + volume(box), 0) / volume(whole);
  const detail = certifiedText(isolated.length, undecided.length, share);
  const completeness = { claim: 'certified', detail, undecided, flat: share } as const;
  return { points: inspected(f, points), completeness };
}

function certifiedText(isolated: number, undecided: number, share: number): string {
  if (share >= 1)
    return 'Interval arithmetic proves that f is flat: every point of the box is critical, and one is listed.';
  const count = counted(isolated, share > 0 ? 'isolated critical point' : 'critical point');
  const proved =
    undecided === 0
      ? `that the box holds exactly ${count}.`
      : `${count}, and no others outside of ${counted(undecided, 'undecided box', 'undecided boxes')}: degenerate points, cusps or whole curves.`;
  const plateau = `In ${formatNumber(100 * share)} % of the box f is flat, and every point critical: one is listed.`;
  return `Interval arithmetic proves ${proved}${share > 0 ? ` ${plateau}` : ''}`;
}

/** A point of an undecided box where the gradient is as good as zero, if Newton's method finds one from the centre. */
function representative(f: Objective, box: Box): Float64Array[] {
  const { x, gradientNorm } = polish(
    f,
    box.map(([low, high]) => (low + high) / 2),
  );
  const isIn = box.every(([low, high], i) => {
    const slack = high - low;
    return (x[i] as number) >= low - slack && (x[i] as number) <= high + slack;
  });
  return gradientNorm <= TOLERANCE && isIn ? [x] : [];
}

const volume = (box: Box): number => box.reduce((product, [low, high]) => product * (high - low), 1);

/** The largest box, if there is any. */
function largest(boxes: readonly Box[]): readonly Box[] {
  const sizes = boxes.map(volume);
  return boxes.slice(sizes.indexOf(Math.max(...sizes))).slice(0, 1);
}

/** The points that are proved to be different, and those of the others that come within 1e-6 of the box only once. */
function distinct(proved: readonly Float64Array[], others: readonly Float64Array[], box: Box): Float64Array[] {
  const kept = [...proved];
  for (const x of others) {
    const isKnown = kept.some((known) =>
      box.every(([low, high], i) => Math.abs((known[i] as number) - (x[i] as number)) <= 1e-6 * (high - low)),
    );
    if (!isKnown) kept.push(x);
  }
  return kept;
}

/** What is true at each; they are critical, however large rounding leaves the gradient. */
function inspected(f: Objective, points: readonly Float64Array[]): Inspection[] {
  return points
    .map((x) => inspectPoint(f, withoutUnderflow(x), { epsilon: Number.POSITIVE_INFINITY }))
    .sort((a, b) => a.value - b.value || compareCoordinates(a.x, b.x));
}

/** Newton's method ends a denormal number beside a zero at 0, which is written 0. */
const withoutUnderflow = (x: Float64Array): Float64Array =>
  x.map((value) => (Math.abs(value) < LEAST_NORMAL ? 0 : value));

function compareCoordinates(a: Float64Array, b: Float64Array): number {
  const i = a.findIndex((value, k) => value !== b[k]);
  return i < 0 ? 0 : (a[i] as number) - (b[i] as number);
}
