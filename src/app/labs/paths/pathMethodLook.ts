import { SEGMENT } from '../../../core/paths/PathMethod.ts';
import { pathMethodById, pathMethods } from '../../../core/paths/registry.ts';
import { methodColours, strokeFor } from '../../../views/palette.ts';
import { segmentLook } from '../../../views/pathLooks.ts';
import type { Stroke } from '../../../views/types.ts';

/** The colour of what is inside the sublevel set, which no method takes. */
const INSIDE = methodColours.indexOf('#009E73');

/** How a path method is drawn beside the one that is searched, by its place in the registry. */
export function pathMethodStroke(id: string): Stroke {
  const place = pathMethods.findIndex((method) => method.id === id);
  return strokeFor(place < INSIDE ? place : place + 1, place);
}

/** How the path that is searched is drawn, where it was found or not. */
export function searchedStroke(isFound: boolean): Stroke {
  const { colour, dash } = segmentLook(isFound ? SEGMENT.accepted : SEGMENT.rejected);
  return { colour, dash, marker: 'circle' };
}

/** Its name. */
export const pathMethodName = (id: string): string => pathMethodById(id)?.name ?? id;
