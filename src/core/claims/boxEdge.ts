import type { Objective } from '../objective/Objective.ts';
import type { Box } from '../params.ts';
import type { Rng } from '../rng.ts';
import { pointIn } from './randomStarts.ts';

/** Points along a side of a planar box, and random points on each face of a box in more variables. */
const ALONG_SIDE = 400;
const ON_FACE = 500;

/**
 * The least value of f at points of the box's boundary; where f has no value it is passed over. Below it the part of a
 * sublevel set that lies in the box does not reach the boundary, as far as those points tell: it is compact.
 * @returns Infinity where f has no value at any of them
 */
export function leastOnEdge(f: Objective, box: Box, rng: Rng): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [axis, side] of box.entries()) {
    for (const end of side) {
      const count = box.length === 1 ? 1 : box.length === 2 ? ALONG_SIDE : ON_FACE;
      for (let k = 0; k < count; k++) {
        const x = box.length <= 2 ? evenly(box, k / Math.max(1, count - 1)) : pointIn(box, rng);
        x[axis] = end;
        const value = f.value(x);
        if (value < least) least = value;
      }
    }
  }
  return least;
}

function evenly(box: Box, share: number): Float64Array {
  return Float64Array.from(box, ([low, high]) => low + share * (high - low));
}
