import { doubleWell } from './doubleWell.ts';
import { formula } from './formula.ts';
import { himmelblau } from './himmelblau.ts';
import type { Landscape } from './Landscape.ts';
import { lee2016 } from './lee2016.ts';
import { quadraticSaddle } from './quadraticSaddle.ts';
import { rosenbrock } from './rosenbrock.ts';

/** Every landscape, in the order in which menus and documentation show them. */
export const landscapes: readonly Landscape[] = [quadraticSaddle, doubleWell, lee2016, himmelblau, rosenbrock, formula];

/** The landscape of that id, or undefined where there is none. */
export function landscapeById(id: string): Landscape | undefined {
  return landscapes.find((landscape) => landscape.id === id);
}
