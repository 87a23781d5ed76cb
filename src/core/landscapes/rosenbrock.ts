import { symmetricEigenvalues } from '../linalg/symmetricEigen.ts';
import { cube, dimensionOf, dimensionParam, variableNames } from './dimension.ts';
import { minimum } from './knownPoints.ts';
import type { KnownCriticalPoint, Landscape } from './Landscape.ts';

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
    [-0.77565922656535262, 0.61309336548504346, 0.38206284633839315, 0.14597201855219461],
    3.7014286104300173,
    [0.3795335917013132, 190.8127653090305, 440.4328067247844, 866.1268771561506],
  ),
  5: minimum(
    [-0.96205102069475016, 0.93573939597671001, 0.88071360419432059, 0.77787767585440633, 0.60509367859265284],
    3.9308394341330281,
    [0.5953778621526128, 278.5860913111277, 605.1741107425693, 1024.908763997365, 1437.246532009476],
  ),
  6: minimum(
    [
      -0.98657497957099373, 0.98339822883618175, 0.97210667005309191, 0.94743743682643601, 0.89865118485172963,
      0.80757395203541755,
    ],
    3.9739405009302949,
    [0.5435605877991849, 281.8334100773926, 550.745593360975, 924.2272834587763, 1304.55366877585, 1613.15584688729],
  ),
  7: minimum(
    [
      -0.99172257256140554, 0.99355539350337126, 0.99217332159469212, 0.98689876269031392, 0.97516475660887304,
      0.95143198270499267, 0.90522281771395347,
    ],
    3.983600536424854,
    [
      0.5200183263288896, 269.7328271742558, 482.4862388456791, 793.8369822212596, 1140.69678200544, 1456.566872287345,
      1688.63606803405,
    ],
  ),
};

/** f = Σ 100 (x_{i+1} − x_i²)² + (1 − x_i)². */
export const rosenbrock: Landscape = {
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
