import { formatPoint } from '../../core/formatNumber.ts';
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

/** Up to so many limits are named with their shares. */
const NAMED = 4;
/** A coordinate smaller than this is written 0. */
const ZERO = 1e-9;

/**
 * What the map shows, in numbers: the shares of the largest basins, and of the starts that went to a saddle or nowhere.
 * @param method  its name
 */
export function mapSentence(map: BasinMap, method: string): string {
  const { attractors, noneShare, startsRun, startsToSaddle, isWhole } = map;
  const largest = attractors.toSorted((a, b) => b.share - a.share);
  const shares = largest
    .slice(0, NAMED)
    .map(({ x, type, share }) => `${formatShare(share)} to the ${type} ${formatPoint(x, ZERO)}`);
  const more = largest.length > NAMED ? [`the rest to ${largest.length - NAMED} more`] : [];
  const none = noneShare > 0 ? [`${formatShare(noneShare)} to no limit`] : [];
  const saddles = `To a saddle: ${startsToSaddle} of ${startsRun} starts`;
  const whole = isWhole ? '' : ', so far,';
  return `${method} goes${whole} from ${[...shares, ...more, ...none].join(', ')}. ${saddles}.`;
}

/** How many starts there are, and what one of them stands for while rows are missing. */
export function startsSentence({
  xs,
  ys,
  repeats,
  isNoisy,
  isWhole,
  startsRun,
}: Pick<BasinMap, 'xs' | 'ys' | 'repeats' | 'isNoisy' | 'isWhole' | 'startsRun'>): string {
  const grid = `${xs.length} × ${ys.length} starts`;
  const sparse = `${startsRun} starts so far, a coarse one standing for the points around it; all are ${grid}`;
  const majority = repeats > 1 ? `, the majority of ${repeats} repeats of each` : '';
  const noise = isNoisy ? '; a run that noise keeps moving counts for the minimum below its end' : '';
  return `${isWhole ? grid : sparse}${majority}${noise}; darker after more iterations.`;
}
