import { formatNumber } from '../../../core/formatNumber.ts';
import type { ShortenedPath } from '../../../core/paths/shortenPath.ts';
import type { GridDistance } from '../../../worker/jobs/path.ts';

/**
 * A path that was pulled tight beside fast marching's distance: with the grid, how that errs, and no difference where it
 * is less than what the grid can tell, which is half a step of it even where the way is straight.
 */
export function describeGridDistance(
  { length, isCutShort, startedFrom }: Pick<ShortenedPath, 'length' | 'isCutShort' | 'startedFrom'>,
  { distance, side, step }: GridDistance,
): string {
  const pulled = isCutShort ? 'Pulled' : 'Pulled tight';
  const from = startedFrom === 'grid' ? ', from a path on a grid' : '';
  const marching = `fast marching’s distance on a ${side} × ${side} grid, ${formatNumber(distance)}`;
  const difference = length - distance;
  if (Math.abs(difference) < step / 2) {
    return `${pulled}${from}, it is as long as ${marching}, to half a step of the grid.`;
  }
  const share = `${formatNumber((100 * Math.abs(difference)) / distance, 2)} %`;
  const errs = 'which keeps to grid points inside and is too long where the way bends';
  return `${pulled}${from}, it is ${share} ${difference < 0 ? 'shorter' : 'longer'} than ${marching}, ${errs}.`;
}
