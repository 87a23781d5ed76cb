import type { PathResult } from '../core/paths/findPath.ts';

/** What a method found between ends that several share; without a result, why it cannot begin. */
export interface MethodPath {
  readonly method: string;
  readonly result: PathResult | null;
  readonly refusal: string;
}

/** Of a maximum that is found by search between samples. */
const ROUNDING = 1e-12;
/** A grid whose path rises higher than a known way by more than this share of that way's range is too coarse. */
const COARSE = 0.01;

/** The least known maximum of a path between the ends, above which the others' excess is counted. */
export interface Barrier {
  readonly value: number;
  /** Vertices along each side of the grid of the minimax path. */
  readonly side: number;
  /** The method whose way is lower than the minimax path; null where none is. */
  readonly lowerBy: string | null;
  /** Whether it is so much lower that the grid is too coarse. */
  readonly isCoarse: boolean;
}

/**
 * The barrier as far as paths between the same ends show it. The maximum of the grid's minimax path bounds the lowest
 * pass from above, as that of any other path does: what is least of all is nearest.
 * @returns null where the minimax path is not among them, or no path has a finite maximum
 */
export function barrierAmong(paths: readonly MethodPath[]): Barrier | null {
  const grid = paths.find(({ method }) => method === 'minimax-grid')?.result;
  if (!grid || grid.gridSide === null) return null;
  const side = grid.gridSide;
  const found = paths.flatMap(({ result }) => (result && Number.isFinite(result.maxValue) ? [result] : []));
  const lowest = found.toSorted((a, b) => a.maxValue - b.maxValue)[0];
  if (!lowest) return null;
  const { maxValue: value, values, method } = lowest;
  if (excessOver(value, grid.maxValue) === 0) return { value: grid.maxValue, side, lowerBy: null, isCoarse: false };
  const range = value - values.reduce((a, b) => Math.min(a, b));
  return { value, side, lowerBy: method, isCoarse: !(grid.maxValue - value <= COARSE * range) };
}

/** How far a path rises above the barrier, never below 0; a difference by rounding alone is none. */
export const excessOver = (barrier: number, maxValue: number): number =>
  Math.abs(maxValue - barrier) <= ROUNDING * Math.abs(barrier) ? 0 : maxValue - barrier;
