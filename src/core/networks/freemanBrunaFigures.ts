/** A point of a published curve. */
export interface PublishedLength {
  /** Mean |error| at which two networks are joined. */
  readonly level: number;
  /** Length of the joining path over the distance of its ends, averaged over an unknown number of pairs. */
  readonly normalizedLength: number;
  /** Beads of the path, its ends included, averaged. */
  readonly beads: number;
}

/** A published curve: normalised length of joining paths against the level, levels ascending. */
export interface PublishedCurve {
  readonly target: 'quadratic' | 'cubic';
  readonly points: readonly PublishedLength[];
  /** One sentence on where it comes from. */
  readonly origin: string;
  /** How it was measured, as far as it is known: the words after “It is”. */
  readonly conditions: string;
}

const originOf = (figure: string) =>
  `Freeman and Bruna (2016), arXiv:1611.01540, the figure on ${figure} regression, its points decoded from the drawing; how many pairs each point averages is not known.`;

const CONDITIONS =
  'measured on networks trained by Adam with step size 0.001, for how long is not known, on 10⁴ random points; its code accepts a segment up to 1.1 times the level, and sums lengths over the weights without the biases.';

const pointsOf = (rows: readonly (readonly [number, number, number])[]): readonly PublishedLength[] =>
  rows.map(([level, normalizedLength, beads]) => ({ level, normalizedLength, beads }));

/**
 * The paper's curves. On the cubic target the length peaks where the level is the error of the best constant
 * prediction, 0.158203 (`regressionNets.cubic.constantError.absolute`), and from 0.168 on paths are straight: its last
 * point stands for all of those.
 */
export const freemanBrunaFigures: Readonly<Record<PublishedCurve['target'], PublishedCurve>> = {
  quadratic: {
    target: 'quadratic',
    origin: originOf('quadratic'),
    conditions: CONDITIONS,
    points: pointsOf([
      [0.001, 1.863, 62.4],
      [0.0025, 1.753, 38.3],
      [0.005, 1.661, 23.5],
      [0.0075, 1.65, 18.8],
      [0.01, 1.476, 13.8],
      [0.025, 1.329, 8.17],
      [0.05, 1.366, 6.81],
      [0.075, 1.291, 5.4],
      [0.1, 1.346, 5.04],
      [0.125, 1.27, 3.98],
    ]),
  },
  cubic: {
    target: 'cubic',
    origin: originOf('cubic'),
    conditions: CONDITIONS,
    points: pointsOf([
      [0.01, 1.872, 46.3],
      [0.02, 1.688, 27.3],
      [0.03, 1.508, 18.7],
      [0.05, 1.428, 14],
      [0.08, 1.394, 9.5],
      [0.12, 1.375, 5.96],
      [0.14, 1.422, 4.52],
      [0.15, 1.657, 3.74],
      [0.154, 1.989, 3.6],
      [0.158, 2.538, 3.43],
      [0.16, 2.278, 3.28],
      [0.164, 1.523, 3.08],
      [0.168, 1.005, 3.2],
    ]),
  },
};
