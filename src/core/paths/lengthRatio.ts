import { formatNumber } from '../formatNumber.ts';

/**
 * A length in lengths of the straight segment, for a sentence. Near 1 it has more digits: a path that is hardly longer
 * than its segment is longer.
 */
export const lengthRatio = (share: number): string => formatNumber(share, share < 1.001 ? 7 : 4);
