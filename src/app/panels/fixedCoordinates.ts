import { formatNumber, formatPoint } from '../../core/formatNumber.ts';
import type { Section } from '../../core/objective/section.ts';
import type { SectionChoice } from '../../scenario/types.ts';

/** Up to this many fixed coordinates are given one by one. */
const LISTED = 2;

/** A point of up to so many coordinates is written out. */
const WRITTEN = 4;

/**
 * Where a plane through more than two dimensions lies: "z = 0.5 fixed", "the other 8 coordinates as at start 1".
 * @param choice  what the plane was chosen by
 * @param variables  names, length n
 * @param starts  of n coordinates each
 */
export function fixedCoordinates(
  section: Section,
  choice: SectionChoice,
  variables: readonly string[],
  starts: readonly (readonly number[])[],
): string {
  if (choice.kind !== 'coordinates') return `through ${anchors[choice.kind](section.origin, starts)}`;
  const others = variables.map((_, i) => i).filter((i) => !choice.axes.includes(i));
  const valueAt = (i: number) => section.origin[i] as number;
  if (others.length <= LISTED) {
    return `${others.map((i) => `${variables[i]} = ${formatNumber(valueAt(i))}`).join(', ')} fixed`;
  }
  const start = starts.findIndex((each) => others.every((i) => each[i] === valueAt(i)));
  const what = `the other ${others.length} coordinates`;
  if (start >= 0) return `${what} as at start ${start + 1}`;
  const least = Math.min(...others.map(valueAt));
  const greatest = Math.max(...others.map(valueAt));
  if (least === greatest) return `${what} fixed at ${formatNumber(least)}`;
  return `${what} fixed, between ${formatNumber(least)} and ${formatNumber(greatest)}`;
}

/** What a plane that is not along coordinates passes through. */
const anchors: Readonly<Record<Exclude<SectionChoice['kind'], 'coordinates'>, typeof placeOf>> = {
  principal: () => 'the mean of their iterates',
  eigenvectors: placeOf,
  points: () => 'the points A, B and C',
  random: (point, starts) => `${placeOf(point, starts)} along two random directions of ${point.length}`,
};

function placeOf(point: Float64Array, starts: readonly (readonly number[])[]): string {
  const start = starts.findIndex((each) => each.every((coordinate, i) => coordinate === point[i]));
  if (start >= 0) return `start ${start + 1}`;
  return point.length <= WRITTEN ? formatPoint(point) : 'the point chosen';
}
