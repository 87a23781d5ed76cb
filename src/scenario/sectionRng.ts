import { Rng } from '../core/rng.ts';
import { DEFAULT_SEED } from './defaultSeed.ts';

/** What the random directions of a plane are drawn from. */
export const sectionRng = (seed: number = DEFAULT_SEED): Rng => Rng.seeded(seed).split('section');
