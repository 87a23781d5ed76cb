import { counted } from '../../../core/formatNumber.ts';
import { describeLevel } from '../../../core/topology/describeSublevels.ts';
import type { SublevelAt } from '../../../store/topologyTree.ts';

/** "3 components, 1 spurious"; "2 components shown, 1 hidden by the persistence threshold". */
export function countWords({ count: { count, spurious }, hidden }: Pick<SublevelAt, 'count' | 'hidden'>): string {
  const what = `${counted(count, 'component')}${hidden > 0 ? ' shown' : ''}`;
  return `${what}${spurious > 0 ? `, ${spurious} spurious` : ''}${hidden > 0 ? `, ${hidden} ${HIDDEN}` : ''}`;
}

const HIDDEN = 'hidden by the persistence threshold';

/**
 * What is below a level in sentences, all components counted, those too that a threshold hides.
 * @param span  as for `describeLevel`
 * @param knowsSpurious  whether it is known which minima are the lowest
 */
export function levelWords(
  { count, hidden, whole }: Pick<SublevelAt, 'count' | 'hidden' | 'whole'>,
  span: number,
  knowsSpurious: boolean,
): string {
  const all = describeLevel(knowsSpurious ? whole : { ...whole, spurious: 0 }, span);
  if (hidden === 0) return all;
  const shown = `${counted(count.count, 'component is', 'components are')} shown`;
  return `${all} ${shown}, ${hidden} ${hidden === 1 ? 'is' : 'are'} ${HIDDEN} and painted grey.`;
}
