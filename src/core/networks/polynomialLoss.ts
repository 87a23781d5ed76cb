import { grad, jit, jvp, numpy as np, valueAndGrad } from '@jax-js/jax';
import { hessianByProducts } from '../objective/hessianInSteps.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Params } from '../params.ts';
import { drain } from '../task.ts';
import { type Loss, networkData, networkLoss, type Penalty } from './networkLoss.ts';
import { blocksOf, type RegressionNet, regressionNets } from './regressionNets.ts';
import { sigmoids } from './sigmoid.ts';

// The library names this type of array while it looks at its inputs, and Node 20 and older browsers have none. There
// it gets an empty one, to which nothing belongs; whoever needs the real one finds that this one makes no arrays.
const scope = globalThis as { Float16Array?: unknown };
scope.Float16Array ??= class NoFloat16Array {};

const penalties: Readonly<Record<string, Penalty>> = {
  absolute: (residuals) => np.abs(residuals),
  squared: (residuals) => np.square(residuals),
};

/**
 * The mean error of a network on a polynomial, with derivatives by automatic differentiation, compiled to WebAssembly
 * by jax-js. Numbers have 64 bits, sums run in one order on one thread, and elementary functions are made of sums and
 * products, so that every engine gives the same bits.
 */
class PolynomialLoss implements Objective {
  readonly dimension: number;
  readonly exact = { gradient: true, hessian: true };
  readonly isSlow = true;
  readonly #value: (theta: np.Array) => np.Array;
  readonly #valueAndGradient: (theta: np.Array) => [np.Array, np.Array];
  readonly #product: (theta: np.Array, direction: np.Array) => np.Array;

  constructor(net: RegressionNet, penalty: Penalty, points: number) {
    const data = networkData(net, points);
    const [value, once, twice] = sigmoids.map((sigmoid) => networkLoss(net, data, penalty, sigmoid)) as [
      Loss,
      Loss,
      Loss,
    ];
    this.dimension = blocksOf(net).reduce((sum, { rows, columns }) => sum + rows * columns, 0);
    this.#value = jit(value);
    this.#valueAndGradient = jit(valueAndGrad(once));
    this.#product = jit((theta: np.Array, direction: np.Array) => jvp(grad(twice), [theta], [direction])[1]);
  }

  value(x: Float64Array): number {
    return this.#value(np.array(x)).dataSync()[0] as number;
  }

  gradient(x: Float64Array, out: Float64Array): Float64Array {
    this.valueAndGradient(x, out);
    return out;
  }

  valueAndGradient(x: Float64Array, out: Float64Array): number {
    const [value, gradient] = this.#valueAndGradient(np.array(x));
    out.set(gradient.dataSync());
    return value.dataSync()[0] as number;
  }

  hvp(x: Float64Array, v: Float64Array, out: Float64Array): Float64Array {
    out.set(this.#product(np.array(x), np.array(v)).dataSync());
    return out;
  }

  hessian(x: Float64Array, out: Float64Array): Float64Array {
    return drain(hessianByProducts(this, x, out));
  }
}

/**
 * Makes the loss for the parameters of the landscape `polynomial-regression`. Equal parameters share one objective.
 * @throws RangeError for a target or loss that does not exist
 */
export function createPolynomialLoss({ target, loss, points }: Params): Objective {
  const net = regressionNets[target as keyof typeof regressionNets];
  const penalty = penalties[loss as string];
  if (!net || !penalty) throw new RangeError(`there is no target ${target} with a loss ${loss}`);
  return new PolynomialLoss(net, penalty, points as number);
}
