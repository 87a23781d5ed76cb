import { pathMethodById, pathMethods } from '../../../core/paths/registry.ts';
import { strokeFor } from '../../../views/palette.ts';
import type { Stroke } from '../../../views/types.ts';

/** How a path method is drawn beside the others, by its place in the registry. */
export const pathMethodStroke = (id: string): Stroke => strokeFor(pathMethods.findIndex((method) => method.id === id));

/** Its name. */
export const pathMethodName = (id: string): string => pathMethodById(id)?.name ?? id;
