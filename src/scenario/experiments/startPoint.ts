import type { Box } from '../../core/params.ts';

/**
 * The point that a scenario without points starts from: a fifth of the way into the first interval of the domain and
 * three tenths into the others. The centre would not do, for it is a critical point of many landscapes.
 */
export function startPoint(domain: Box): number[] {
  return domain.map(([low, high], i) => low + (i === 0 ? 0.2 : 0.3) * (high - low));
}
