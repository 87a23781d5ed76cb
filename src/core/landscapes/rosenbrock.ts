import { symmetricEigenvalues } from '../linalg/symmetricEigen.ts';
import { cube, dimensionOf, dimensionParam, variableNames } from './dimension.ts';
import { minimum } from './knownPoints.ts';
import type { FormulaLandscape, KnownCriticalPoint } from './Landscape.ts';

/** The Hessian at (1, …, 1) by hand: tridiagonal, 802, 1002, …, 1002, 200 with −400 beside it. */
function eigenvaluesAtOnes(n: number): readonly number[] {
  const hessian = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    hessian[i * n + i] = (i < n - 1 ? 802 : 0) + (i > 0 ? 200 : 0);
    if (i < n - 1) hessian[i * n + i + 1] = -400;
    if (i > 0) hessian[i * n + i - 1] = -400;
  }
  return Array.from(symmetricEigenvalues(hessian, n));
}

/**
 * The second minimum, near (−1, 1, …, 1), which exists from four variables on (Shang and Qiu 2006, for n = 4 … 7).
 * Newton's method in 45-digit arithmetic: coordinates, value, eigenvalues.
 */
const SECOND_MINIMUM: Readonly<Record<number, KnownCriticalPoint>> = {
  4: minimum(
    [-0.7756592265653526, 0.6130933654850435, 0.38206284633839316, 0.1459720185521946],
    3.701428610430017,
    [0.3795335917013132, 190.8127653090305, 440.4328067247844, 866.1268771561506],
  ),
  5: minimum(
    [-0.9620510206947501, 0.93573939597671, 0.8807136041943205, 0.7778776758544064, 0.6050936785926528],
    3.930839434133028,
    [0.5953778621526128, 278.5860913111277, 605.1741107425693, 1024.908763997365, 1437.246532009476],
  ),
  6: minimum(
    [
      -0.9865749795709937, 0.9833982288361818, 0.9721066700530919, 0.947437436826436, 0.8986511848517297,
      0.8075739520354176,
    ],
    3.973940500930295,
    [0.5435605877991849, 281.8334100773926, 550.745593360975, 924.2272834587764, 1304.55366877585, 1613.15584688729],
  ),
  7: minimum(
    [
      -0.9917225725614055, 0.9935553935033713, 0.9921733215946921, 0.986898762690314, 0.975164756608873,
      0.9514319827049926, 0.9052228177139535,
    ],
    3.983600536424854,
    [
      0.5200183263288896, 269.7328271742558, 482.4862388456791, 793.8369822212596, 1140.69678200544, 1456.566872287345,
      1688.63606803405,
    ],
  ),
};

/** f = Σ 100 (x_{i+1} − x_i²)² + (1 − x_i)². */
export const rosenbrock: FormulaLandscape = {
  id: 'rosenbrock',
  name: 'Rosenbrock’s valley',
  reference: 'Rosenbrock (1960), An automatic method for finding the greatest or least value of a function',
  description:
    'A curved ravine, 2,500 times as steep across as along: gradient descent crawls on its floor, and momentum or curvature pays.',
  params: { dimension: dimensionParam(2) },
  dimension: null,
  source: (params) => {
    const n = dimensionOf(params);
    const names = variableNames(n);
    const terms = names.slice(1).map((next, i) => `100*(${next} - ${names[i]}^2)^2 + (1 - ${names[i]})^2`);
    const domain =
      n === 2
        ? ([
            [-2, 2],
            [-1, 3],
          ] as const)
        : cube(n, -2, 2);
    return { expression: terms.join(' + '), variables: names, constants: {}, domain };
  },
  criticalPoints: (params) => {
    const n = dimensionOf(params);
    const global = minimum(new Array<number>(n).fill(1), 0, eigenvaluesAtOnes(n));
    const second = SECOND_MINIMUM[n];
    return second ? [global, second] : [global];
  },
  minimumValue: () => 0,
};
