import type { Basins } from '../../core/descent/basins.ts';
import { formatShare } from '../../views/formatShare.ts';

/** What share of the starts went to a saddle, and what theory says of it. */
export function saddleSentence({ labels, saddleShare }: Pick<Basins, 'labels' | 'saddleShare'>): string {
  const total = labels.length;
  const count = Math.round(saddleShare * total);
  const found = `To a saddle: ${count} of ${total} starts (${formatShare(saddleShare)}).`;
  return `${found} For gradient descent with a step below 1/L a set of measure zero is expected (Lee et al. 2016).`;
}
