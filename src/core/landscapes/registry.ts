import { ackley } from './ackley.ts';
import { beale } from './beale.ts';
import { doubleWell } from './doubleWell.ts';
import { formula } from './formula.ts';
import { goldsteinPrice } from './goldsteinPrice.ts';
import { himmelblau } from './himmelblau.ts';
import type { Landscape } from './Landscape.ts';
import { lee2016 } from './lee2016.ts';
import { matrixFactorization } from './matrixFactorization.ts';
import { mexicanHat } from './mexicanHat.ts';
import { monkeySaddle } from './monkeySaddle.ts';
import { mullerBrown } from './mullerBrown.ts';
import { octopus } from './octopus.ts';
import { polynomialRegression } from './polynomialRegression.ts';
import { quadraticSaddle } from './quadraticSaddle.ts';
import { quasiConvex } from './quasiConvex.ts';
import { rastrigin } from './rastrigin.ts';
import { rosenbrock } from './rosenbrock.ts';
import { sixHumpCamel } from './sixHumpCamel.ts';
import { styblinskiTang } from './styblinskiTang.ts';
import { tensor2d } from './tensor2d.ts';
import { threeHumpCamel } from './threeHumpCamel.ts';

/** Every landscape, in the order in which menus and documentation show them. */
export const landscapes: readonly Landscape[] = [
  quadraticSaddle,
  doubleWell,
  lee2016,
  himmelblau,
  rosenbrock,
  sixHumpCamel,
  threeHumpCamel,
  beale,
  goldsteinPrice,
  mullerBrown,
  styblinskiTang,
  rastrigin,
  ackley,
  monkeySaddle,
  matrixFactorization,
  tensor2d,
  mexicanHat,
  quasiConvex,
  octopus,
  polynomialRegression,
  formula,
];

/** The landscape of that id, or undefined where there is none. */
export function landscapeById(id: string): Landscape | undefined {
  return landscapes.find((landscape) => landscape.id === id);
}
