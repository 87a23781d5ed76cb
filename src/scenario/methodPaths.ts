import type { PathResult } from '../core/paths/findPath.ts';

/** What a method found between ends that several share; without a result, why it cannot begin. */
export interface MethodPath {
  readonly method: string;
  readonly result: PathResult | null;
  readonly refusal: string;
}

/** The maximum of the exact minimax path on the grid, which is the barrier; null where it is not among the methods. */
export const barrierAmong = (paths: readonly MethodPath[]): number | null =>
  paths.find(({ method }) => method === 'minimax-grid')?.result?.maxValue ?? null;

/** Of a maximum that is found by search between samples. */
const ROUNDING = 1e-12;

/** How far a path rises above the barrier; a difference by rounding alone is none. */
export const excessOver = (barrier: number, maxValue: number): number =>
  Math.abs(maxValue - barrier) <= ROUNDING * Math.abs(barrier) ? 0 : maxValue - barrier;
