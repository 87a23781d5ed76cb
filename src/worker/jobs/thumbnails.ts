import { axesSection } from '../../core/objective/section.ts';
import type { Task } from '../../core/task.ts';
import { type PreparedLandscape, prepareLandscape } from '../../scenario/prepare.ts';
import { compileCached, objectiveCached } from '../landscapeCache.ts';
import { type FieldGrid, grid } from './field.ts';

export interface ThumbnailsPayload {
  /** Landscapes, with their default parameters. */
  readonly ids: readonly string[];
  /** Grid points along each side, at least 2. */
  readonly size: number;
}

export interface Thumbnail {
  readonly id: string;
  readonly field: FieldGrid;
}

/** A small picture of each landscape on its domain; each is also a partial result as soon as it is there. */
export function* thumbnails({ ids, size }: ThumbnailsPayload): Task<Thumbnail[], Thumbnail> {
  const all: Thumbnail[] = [];
  for (const [i, id] of ids.entries()) {
    yield { done: i, total: ids.length };
    const result = prepareLandscape({ id }, compileCached);
    if (!result.ok) throw new Error(`The landscape ${id} does not compile: ${result.problems[0]?.message}`);
    const thumbnail = { id, field: yield* picture(result.prepared, size) };
    all.push(thumbnail);
    yield { done: i + 1, total: ids.length, partial: thumbnail };
  }
  return all;
}

/** The first two coordinates; the others stay in the middle of the domain. */
function* picture(prepared: PreparedLandscape, size: number): Task<FieldGrid, never> {
  const { dimension, domain } = prepared;
  const middle = Float64Array.from(domain, ([low, high]) => (low + high) / 2);
  const section = dimension === 1 ? null : axesSection(middle, 0, 1);
  const box = dimension === 1 ? [...domain, ...domain] : domain.slice(0, 2);
  return yield* grid(objectiveCached(prepared), section, box, size, size);
}
