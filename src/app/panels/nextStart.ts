import type { Box } from '../../core/params.ts';

/** Shares whose multiples spread evenly over a square (the plastic number's powers), for odd and even coordinates. */
const SHARES = [0.7548776662466927, 0.5698402909980532] as const;

/** A place for the start of that number within a box, away from the earlier ones and from axes of symmetry. */
export function nextStart(box: Box, number: number): readonly number[] {
  return box.map(([low, high], i) => {
    const share = (0.5 + (number + 1) * SHARES[i % 2 === 0 ? 0 : 1]) % 1;
    const step = 10 ** Math.floor(Math.log10((high - low) / 100));
    return Number((Math.round((low + (high - low) * share) / step) * step).toPrecision(12));
  });
}
