import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { coordinateDescent } from './coordinateDescent.ts';
import { cubicGradientDescent } from './cubicGradientDescent.ts';
import { cubicNewton } from './cubicNewton.ts';
import { gradientDescent } from './gradientDescent.ts';
import { heavyBall } from './heavyBall.ts';
import type { Method } from './Method.ts';
import { mirrorDescent } from './mirrorDescent.ts';
import { negativeCurvatureDescent } from './negativeCurvatureDescent.ts';
import { nesterov } from './nesterov.ts';
import { newton } from './newton.ts';
import { noisyGradientDescent } from './noisyGradientDescent.ts';
import { perturbedAcceleratedGradientDescent } from './perturbedAcceleratedGradientDescent.ts';
import { perturbedGradientDescent } from './perturbedGradientDescent.ts';
import { proximalPoint } from './proximalPoint.ts';
import { rmsprop } from './rmsprop.ts';
import { sgld } from './sgld.ts';
import { stochasticGradientDescent } from './stochasticGradientDescent.ts';

/** Every method, in the order in which menus and documentation show them. */
export const methods: readonly Method[] = [
  gradientDescent,
  heavyBall,
  nesterov,
  adagrad,
  rmsprop,
  adam,
  stochasticGradientDescent,
  noisyGradientDescent,
  perturbedGradientDescent,
  perturbedAcceleratedGradientDescent,
  sgld,
  newton,
  cubicNewton,
  cubicGradientDescent,
  negativeCurvatureDescent,
  coordinateDescent,
  proximalPoint,
  mirrorDescent,
];

/** The method of that id, or undefined where there is none. */
export function methodById(id: string): Method | undefined {
  return methods.find((method) => method.id === id);
}
