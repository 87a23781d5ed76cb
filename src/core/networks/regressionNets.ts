import type { Rng } from '../rng.ts';

/** Some parameters of a network that belong together: a matrix of weights or a column of biases. */
export interface Block {
  /** "w2" for the weights into the second layer, "b2" for its biases. */
  readonly name: string;
  /** Place of its first entry in the vector of parameters. */
  readonly at: number;
  /** Units that it leads to; one row each. */
  readonly rows: number;
  /** Units that it comes from; 1 for biases. */
  readonly columns: number;
}

/** One of the two experiments on polynomials: what is to be learnt, and by which 1-4-4-1 network. */
export interface RegressionNet {
  /** Coefficients of the target, the constant first. */
  readonly target: readonly number[];
  /** TeX of the target. */
  readonly tex: string;
  readonly hasBiases: boolean;
  /** True where the output passes through a sigmoid, as the hidden units do. */
  readonly hasSigmoidOutput: boolean;
  /**
   * The least error of a prediction that does not depend on x, for x uniform on [0, 1]: from the median of the target
   * for mean |error|, from its mean for the mean squared error.
   */
  readonly constantError: { readonly absolute: number; readonly squared: number };
}

/**
 * The networks of the experiments on polynomial regression.
 * Source: Freeman and Bruna (2016), Topology and geometry of half-rectified network optimization, arXiv:1611.01540.
 */
export const regressionNets: Readonly<Record<'quadratic' | 'cubic', RegressionNet>> = {
  quadratic: {
    target: [0.1, 0.25, 0.5],
    tex: '\\tfrac12 x^2 + \\tfrac14 x + \\tfrac1{10}',
    hasBiases: false,
    hasSigmoidOutput: true,
    constantError: { absolute: 3 / 16, squared: 139 / 2880 },
  },
  cubic: {
    target: [0, 3, -10, 8],
    tex: '8x^3 - 10x^2 + 3x',
    hasBiases: true,
    hasSigmoidOutput: false,
    constantError: { absolute: 81 / 512, squared: 61 / 1260 },
  },
};

/** Units in each layer, the input first. */
const WIDTHS = [1, 4, 4, 1] as const;

/** The blocks of a network's parameters in their order: weights and then biases, layer by layer. */
export function blocksOf({ hasBiases }: Pick<RegressionNet, 'hasBiases'>): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  const add = (name: string, rows: number, columns: number) => {
    blocks.push({ name, at, rows, columns });
    at += rows * columns;
  };
  for (let layer = 1; layer < WIDTHS.length; layer++) {
    const rows = WIDTHS[layer] as number;
    add(`w${layer}`, rows, WIDTHS[layer - 1] as number);
    if (hasBiases) add(`b${layer}`, rows, 1);
  }
  return blocks;
}

/** Names of the parameters: `w2_3_1` is the weight into unit 3 of layer 2 from unit 1 of the layer before. */
export function parameterNames(net: Pick<RegressionNet, 'hasBiases'>): readonly string[] {
  return blocksOf(net).flatMap(({ name, rows, columns }) =>
    Array.from({ length: rows * columns }, (_, k) => {
      const row = Math.floor(k / columns) + 1;
      const column = (k % columns) + 1;
      return `${name}${rows > 1 ? `_${row}` : ''}${columns > 1 ? `_${column}` : ''}`;
    }),
  );
}

/** Places of the weights in the vector of parameters, ascending; null where there are no biases among them. */
export function weightPositions(net: Pick<RegressionNet, 'hasBiases'>): readonly number[] | null {
  if (!net.hasBiases) return null;
  return blocksOf(net)
    .filter(({ name }) => name.startsWith('w'))
    .flatMap(({ at, rows, columns }) => Array.from({ length: rows * columns }, (_, k) => at + k));
}

/** A random start: every parameter standard normal, drawn in their order. */
export function randomParameters(net: Pick<RegressionNet, 'hasBiases'>, stream: Rng): Float64Array {
  return Float64Array.from(parameterNames(net), () => stream.gaussian());
}

/** The target at x, by Horner's rule. */
export function targetAt({ target }: Pick<RegressionNet, 'target'>, x: number): number {
  return target.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

/** `count` points on [0, 1], the midpoints of equal intervals: a mean over them is the midpoint rule. */
export function inputPoints(count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => (i + 0.5) / count);
}
