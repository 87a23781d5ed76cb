import { numpy as np } from '@jax-js/jax';
import { type Block, blocksOf, inputPoints, type RegressionNet, targetAt } from './regressionNets.ts';
import { constant, type Sigmoid } from './sigmoid.ts';

/** An error per point from the residuals (1 × N); consumes them. */
export type Penalty = (residuals: np.Array) => np.Array;

/** The data on which a network is trained: 1 × N each. */
export interface NetworkData {
  readonly inputs: np.Array;
  readonly targets: np.Array;
}

/** Evenly spaced points with the values of the target. */
export function networkData(net: RegressionNet, points: number): NetworkData {
  const xs = inputPoints(points);
  return {
    inputs: np.array(xs).reshape([1, points]),
    targets: np.array(xs.map((x) => targetAt(net, x))).reshape([1, points]),
  };
}

/** A function of the parameters, for the library to differentiate; consumes them. */
export type Loss = (theta: np.Array) => np.Array;

/**
 * The mean error of a network as a function of its parameters.
 * @param sigmoid  as often differentiable as the loss is to be
 */
export function networkLoss(
  net: RegressionNet,
  { inputs, targets }: NetworkData,
  penalty: Penalty,
  sigmoid: Sigmoid,
): Loss {
  const blocks = blocksOf(net);
  const layers = [1, 2, 3].map((layer) => ({
    weights: blocks.find(({ name }) => name === `w${layer}`) as Block,
    biases: blocks.find(({ name }) => name === `b${layer}`),
  }));
  const scale = 1 / (inputs.shape[1] as number);
  return (theta) => {
    const part = ({ at, rows, columns }: Block) => theta.ref.slice([at, at + rows * columns]).reshape([rows, columns]);
    let units = inputs.ref;
    for (const [i, { weights, biases }] of layers.entries()) {
      // Of one unit before it, a layer is an outer product.
      units = weights.columns === 1 ? part(weights).mul(units) : np.matmul(part(weights), units);
      if (biases) units = units.add(part(biases));
      if (i < layers.length - 1 || net.hasSigmoidOutput) units = sigmoid(units);
    }
    theta.dispose();
    return np.sum(penalty(units.sub(targets.ref))).mul(constant(scale));
  };
}
