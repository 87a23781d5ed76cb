import { formatBox, formatNumber } from '../../../core/formatNumber.ts';
import { outsideOf } from '../../../core/paths/describeOutside.ts';
import type { ShortenedPath } from '../../../core/paths/shortenPath.ts';
import type { GridDistance } from '../../../worker/jobs/path.ts';

/**
 * A path that was pulled tight beside fast marching's distance: with the grid, how that errs, and no difference where it
 * is less than what the grid can tell, which is half a step of it even where the way is straight. Where the grid has no
 * distance, why.
 */
export function describeGridDistance(
  { beads, length, isCutShort, startedFrom }: Pick<ShortenedPath, 'beads' | 'length' | 'isCutShort' | 'startedFrom'>,
  { distance, side, step, box }: GridDistance,
): string {
  const grid = `${side} × ${side} grid`;
  if (distance === null) {
    const why =
      outsideOf(beads, box).length > 0
        ? `in its box, ${formatBox(box)}, which the path leaves, its points below the level do not join the ends`
        : 'the sublevel set is somewhere narrower than a cell of it';
    return `Fast marching on a ${grid} has no distance to compare: ${why}.`;
  }
  const pulled = isCutShort ? 'Pulled' : 'Pulled tight';
  const from = startedFrom === 'grid' ? ', from a path on a grid' : '';
  const marching = `fast marching’s distance on a ${grid}, ${formatNumber(distance)}`;
  const difference = length - distance;
  if (Math.abs(difference) < step / 2) {
    return `${pulled}${from}, it is as long as ${marching}, to half a step of the grid.`;
  }
  const share = `${formatNumber((100 * Math.abs(difference)) / distance, 2)} %`;
  const errs =
    'which keeps to grid points inside and is too long where the way bends or where Ω_u is only a few cells wide';
  return `${pulled}${from}, it is ${share} ${difference < 0 ? 'shorter' : 'longer'} than ${marching}, ${errs}.`;
}
