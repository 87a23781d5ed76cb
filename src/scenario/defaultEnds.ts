import { landscapeById } from '../core/landscapes/registry.ts';
import type { Box } from '../core/params.ts';
import { Rng } from '../core/rng.ts';
import type { LandscapeChoice } from './types.ts';

/**
 * The ends of a path that names none: the two lowest minima known of the landscape; where there are not two, random
 * points of its own distribution; without one, points a fifth and four fifths of the way into the first interval of the
 * domain and halfway into the others.
 */
export function defaultEnds({ id, params }: Required<LandscapeChoice>, domain: Box, seed: number): number[][] {
  const landscape = landscapeById(id);
  const minima = (landscape?.criticalPoints?.(params) ?? [])
    .filter(({ type }) => type === 'minimum')
    .toSorted((a, b) => a.value - b.value);
  if (minima.length >= 2) return minima.slice(0, 2).map(({ x }) => [...x]);
  if (landscape?.initialPoint) {
    const rng = Rng.seeded(seed);
    const random = (end: string) => landscape.initialPoint?.(params, rng.split(`${end} end`)) ?? [];
    return ['first', 'second'].map((end) => [...random(end)]);
  }
  return [0.2, 0.8].map((share) => domain.map(([low, high], i) => low + (i === 0 ? share : 0.5) * (high - low)));
}
