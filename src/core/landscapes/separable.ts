import { bySigns } from './knownPoints.ts';
import type { KnownCriticalPoint } from './Landscape.ts';

/** A critical point of a function of one variable. */
export interface Root {
  readonly x: number;
  readonly value: number;
  readonly curvature: number;
}

/** Up to so many points are listed; a picture with more would show none of them. */
const LIMIT = 1000;

/**
 * Critical points of Σ g(x_i) in n variables, from those of g: every combination of roots while these are at most
 * 1,000, and otherwise those in which all coordinates but the first are equal.
 */
export function separableCriticalPoints(roots: readonly Root[], n: number): readonly KnownCriticalPoint[] {
  const combinations = countUpTo(roots.length, n) <= LIMIT ? everyCombination(roots, n) : equalButFirst(roots, n);
  return combinations.map((combination) => {
    const coordinates = combination.map((root) => root.x);
    const value = combination.reduce((sum, root) => sum + root.value, 0);
    return bySigns(
      coordinates,
      value,
      combination.map((root) => root.curvature),
    );
  });
}

function countUpTo(base: number, exponent: number): number {
  let count = 1;
  for (let i = 0; i < exponent && count <= LIMIT; i++) count *= base;
  return count;
}

function everyCombination(roots: readonly Root[], n: number): readonly (readonly Root[])[] {
  let combinations: readonly (readonly Root[])[] = [[]];
  for (let i = 0; i < n; i++) combinations = combinations.flatMap((head) => roots.map((root) => [...head, root]));
  return combinations;
}

function equalButFirst(roots: readonly Root[], n: number): readonly (readonly Root[])[] {
  return roots.flatMap((first) => roots.map((other) => [first, ...new Array<Root>(n - 1).fill(other)]));
}
