import type { BasinMap } from '../../store/BasinsSweep.ts';
import { formatShare } from '../../views/formatShare.ts';

/** What share of the starts that were run went to a saddle, and for gradient descent what theory says of it. */
export function saddleSentence({
  startsRun,
  startsToSaddle,
  isWhole,
  methodId,
}: Pick<BasinMap, 'startsRun' | 'startsToSaddle' | 'isWhole' | 'methodId'>): string {
  const starts = `starts${isWhole ? '' : ' run so far'}`;
  const found = `To a saddle: ${startsToSaddle} of ${startsRun} ${starts} (${formatShare(startsToSaddle / startsRun)}).`;
  if (methodId !== 'gradient-descent') return found;
  return `${found} For gradient descent with a step below 1/L a set of measure zero is expected (Lee et al. 2016).`;
}

/** How many starts there are, and what one of them stands for while rows are missing. */
export function startsSentence({
  xs,
  ys,
  repeats,
  isWhole,
  startsRun,
}: Pick<BasinMap, 'xs' | 'ys' | 'repeats' | 'isWhole' | 'startsRun'>): string {
  const grid = `${xs.length} × ${ys.length} starts`;
  const sparse = `${startsRun} starts so far, a coarse one standing for the points around it; all are ${grid}`;
  const majority = repeats > 1 ? `, the majority of ${repeats} repeats of each` : '';
  return `${isWhole ? grid : sparse}${majority}; darker after more iterations.`;
}
