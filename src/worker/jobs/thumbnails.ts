import { landscapeById } from '../../core/landscapes/registry.ts';
import { axesSection } from '../../core/objective/section.ts';
import type { Box } from '../../core/params.ts';
import { Rng } from '../../core/rng.ts';
import type { Task } from '../../core/task.ts';
import { DEFAULT_SEED } from '../../scenario/defaultSeed.ts';
import { type PreparedLandscape, prepareLandscape } from '../../scenario/prepare.ts';
import type { LandscapeChoice } from '../../scenario/types.ts';
import { compileCached, objectiveCached } from '../landscapeCache.ts';
import { type FieldGrid, grid } from './field.ts';

/** What one picture shows. */
export interface Pictured {
  /** Names the picture among the results. */
  readonly key: string;
  readonly landscape: LandscapeChoice;
  /** Of the plane of the first two coordinates; the landscape's domain where left out. */
  readonly box?: Box | undefined;
}

export interface ThumbnailsPayload {
  readonly pictures: readonly Pictured[];
  /** Grid points along each side, at least 2. */
  readonly size: number;
}

export interface Thumbnail {
  readonly key: string;
  readonly field: FieldGrid;
}

/** A small picture of each landscape on its domain; each is also a partial result as soon as it is there. */
export function* thumbnails({ pictures, size }: ThumbnailsPayload): Task<Thumbnail[], Thumbnail> {
  const all: Thumbnail[] = [];
  for (const [i, { key, landscape, box }] of pictures.entries()) {
    yield { done: i, total: pictures.length };
    const result = prepareLandscape(landscape, compileCached);
    if (!result.ok) throw new Error(`The landscape ${key} does not compile: ${result.problems[0]?.message}`);
    const thumbnail = { key, field: yield* picture(result.prepared, box, size) };
    all.push(thumbnail);
    yield { done: i + 1, total: pictures.length, partial: thumbnail };
  }
  return all;
}

/** Points along each side of the picture of a slow landscape. */
const SLOW_SIZE = 13;

/** The first two coordinates; the others stay at a random start where there is one, else in the middle of the domain. */
function* picture(prepared: PreparedLandscape, shown: Box | undefined, size: number): Task<FieldGrid, never> {
  const { dimension, domain, id, params } = prepared;
  const start = landscapeById(id)?.initialPoint?.(params, Rng.seeded(DEFAULT_SEED).split('thumbnail'));
  const middle = start ?? Float64Array.from(domain, ([low, high]) => (low + high) / 2);
  const section = dimension === 1 ? null : axesSection(middle, 0, 1);
  const box = shown ?? (dimension === 1 ? [...domain, ...domain] : domain.slice(0, 2));
  const objective = objectiveCached(prepared);
  const side = objective.isSlow ? Math.min(size, SLOW_SIZE) : size;
  return yield* grid(objective, section, box, side, side);
}
