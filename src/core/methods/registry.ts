import { adam } from './adam.ts';
import { gradientDescent } from './gradientDescent.ts';
import { heavyBall } from './heavyBall.ts';
import type { Method } from './Method.ts';
import { nesterov } from './nesterov.ts';

/** Every method, in the order in which menus and documentation show them. */
export const methods: readonly Method[] = [gradientDescent, heavyBall, nesterov, adam];

/** The method of that id, or undefined where there is none. */
export function methodById(id: string): Method | undefined {
  return methods.find((method) => method.id === id);
}
