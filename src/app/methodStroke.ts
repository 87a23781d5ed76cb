import type { MethodChoice } from '../scenario/types.ts';
import { strokeFor } from '../views/palette.ts';
import type { Stroke } from '../views/types.ts';

/** How the method at a position of the list is drawn. */
export function methodStroke({ colour, dash }: Pick<MethodChoice, 'colour' | 'dash'>, position: number): Stroke {
  const place = colour ?? position;
  return strokeFor(place, dash ?? place);
}
