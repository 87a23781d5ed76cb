import { landscapeById } from '../core/landscapes/registry.ts';
import { Rng } from '../core/rng.ts';
import type { PreparedLandscape } from '../scenario/prepare.ts';

/** Digits of a coordinate: enough to be drawn at random, few enough for a link. */
const DIGITS = 4;

/**
 * A random start as the landscape's source draws it, rounded; null where it has none of its own.
 * @param number  tells the starts of one seed apart
 */
export function randomStart(
  { id, params }: Pick<PreparedLandscape, 'id' | 'params'>,
  seed: number,
  number: number,
): number[] | null {
  const start = landscapeById(id)?.initialPoint?.(params, Rng.seeded(seed).split(`start ${number}`));
  return start ? Array.from(start, (coordinate) => Number(coordinate.toFixed(DIGITS))) : null;
}
