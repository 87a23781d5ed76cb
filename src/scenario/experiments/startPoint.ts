import { landscapeById } from '../../core/landscapes/registry.ts';
import { Rng } from '../../core/rng.ts';
import { DEFAULT_SEED } from '../defaultSeed.ts';
import type { ExperimentContext } from './ExperimentKind.ts';

/**
 * The point that a scenario without points starts from: a random one, always the same, where the landscape has random
 * starts of its own; else a fifth of the way into the first interval of the domain and three tenths into the others.
 * The centre would not do, for it is a critical point of many landscapes.
 */
export function startPoint({
  domain,
  landscape: { id, params },
}: Pick<ExperimentContext, 'domain' | 'landscape'>): number[] {
  const random = landscapeById(id)?.initialPoint?.(params, Rng.seeded(DEFAULT_SEED).split('start 0'));
  return random ? [...random] : domain.map(([low, high], i) => low + (i === 0 ? 0.2 : 0.3) * (high - low));
}
