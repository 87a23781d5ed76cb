import { type Inspection, inspectPoint } from '../critical/inspect.ts';
import { polish } from '../critical/polish.ts';
import { searchZeros } from '../critical/searchZeros.ts';
import { formatNumber, formatPoint } from '../formatNumber.ts';
import { log, pow } from '../libm.ts';
import { symmetricEigenvalues } from '../linalg/symmetricEigen.ts';
import { norm2 } from '../linalg/vectors.ts';
import { fillUnitSphere } from '../methods/noise.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box } from '../params.ts';
import type { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import type { Claim } from './Claim.ts';
import { iterationsParam } from './claimParams.ts';
import { Evidence } from './Evidence.ts';
import { measureSpiral } from './spiralDescent.ts';
import { criticalPointsOf, tooManyVariables } from './strictness.ts';
import { within } from './within.ts';

type LojasiewiczParams = { readonly directions: number; readonly maxIterations: number };

/** More points than this are not looked at. */
const MOST_POINTS = 12;
/** Starts of Newton’s method that look for points of a curve. */
const SEARCHES = 60;
/** The outermost radius relative to the box's least side, how often it is halved, and the radii that count at the end. */
const OUTER = 0.1;
const HALVINGS = 24;
const COUNTED = 5;
/** Eigenvalues below this, relative to the largest or 1, count as zero: degenerate points are found to less accuracy. */
const KERNEL = 1e-5;
/** |f − f*| below this, relative to max(1, |f*|), is rounding. */
const FLOOR = 1e-10;
/** How far an exponent may lie from the table's. */
const TOLERANCE = 0.02;
/** Root mean square of the logarithms off their line, beyond which there is no power law along a ray. */
const STRAIGHT = 0.02;

/** The power laws along one ray. */
interface Ray {
  /** a in ‖∇f‖ ~ |f − f*|^a, and p in |f − f*| ~ r^p. */
  readonly exponent: number;
  readonly order: number;
}

/**
 * The exponent at each critical point is the largest along rays from it: the inequality must hold along all of them. It
 * is 1/2 where the Hessian has no kernel, or only that of a manifold of critical points (Morse–Bott), and 1 − 1/p where
 * f leaves f* as r^p.
 */
export const lojasiewicz: Claim<LojasiewiczParams> = {
  id: 'lojasiewicz',
  name: 'Łojasiewicz inequality, and a spiral without it',
  statement:
    'An analytic $f$ has $\\|\\nabla f(\\theta)\\| \\ge m\\,|f(\\theta)-f(\\theta^*)|^a$ near each critical point' +
    ' $\\theta^*$ with some $a < 1$, and then the iterates of gradient descent converge. $a = \\tfrac12$ at a Morse or' +
    ' Morse–Bott point, $a = 1 - \\tfrac1p$ where $f$ grows like $|x|^p$. A smooth $f$ that is not analytic need not have' +
    ' it: in the Mexican hat gradient descent spirals for ever, though $\\nabla f \\to 0$.',
  reference:
    'Lee et al. (2016) and lecture 10 for its use; Absil, Mahony and Andrews (2005) for the spiral, as commonly stated; the table of exponents is elementary',
  params: {
    directions: {
      kind: 'integer',
      label: 'Rays',
      symbol: 'R',
      meaning: 'Random rays from each critical point, besides those along the eigenvectors.',
      default: 100,
      min: 0,
      max: 10_000,
      slider: { from: 1, to: 1000, scale: 'log' },
    },
    maxIterations: {
      ...iterationsParam(100_000),
      meaning: 'Steps of gradient descent on the spiral; elsewhere none are taken.',
    },
  },
  example: { id: 'himmelblau' },
  inapplicable: tooManyVariables,

  *check(f, context, { directions, maxIterations }, rng) {
    const { landscape } = context;
    if (landscape.id === 'mexican-hat') return yield* measureSpiral(f, maxIterations);
    const evidence = new Evidence();
    const found = yield* within(0, 0.4, criticalPointsOf(f, context));
    const { points: searched } = yield* within(0.4, 0.5, searchZeros(f, landscape.domain, SEARCHES));
    const met = searched.map((x) => inspectPoint(f, x, { epsilon: Number.POSITIVE_INFINITY }));
    // A box of which nothing is proved may hold a curve of critical points; a few of them will do.
    const points = distinct([
      ...found.points,
      ...(found.completeness.undecided.length > 0 || found.completeness.flat > 0 ? met : []),
    ]);
    const looked = points.slice(0, MOST_POINTS);
    const rest = points.length > MOST_POINTS ? `; ${MOST_POINTS} of them are looked at` : '';
    evidence.hypothesis('There are critical points', points.length > 0, `${points.length} found in the box${rest}`);
    for (const [i, point] of looked.entries()) {
      const task = steepestRay(f, point, landscape.domain, directions, rng.split(`point ${i}`));
      const ray = yield* within(0.5 + (0.5 * i) / looked.length, 0.5 + (0.5 * (i + 1)) / looked.length, task);
      compare(evidence, f, point, ray, landscape.domain);
    }
    return evidence.report();
  },
};

/** The points without those that lie within 1e-6 of one before. */
function distinct(points: readonly Inspection[]): readonly Inspection[] {
  const kept: Inspection[] = [];
  for (const point of points) {
    const isKnown = kept.some(({ x }) => norm2(x.map((value, i) => value - (point.x[i] as number))) <= 1e-6);
    if (!isKnown) kept.push(point);
  }
  return kept;
}

/** The exponent found at a point beside that of the table. */
function compare(evidence: Evidence, f: Objective, point: Inspection, ray: Ray | null, box: Box): void {
  const place = `${point.type} ${formatPoint(point.x, 1e-9)}`;
  if (ray === null) {
    evidence.hypothesis(`f follows a power law near the ${place}`, null, 'along no ray is there one above rounding');
    return;
  }
  const order = Math.round(ray.order);
  const isFlat = kernelOf(point.eigenvalues).length > 0;
  const isManifold = isFlat && isOnManifold(f, point, box);
  const table = !isFlat || isManifold ? 1 / 2 : 1 - 1 / order;
  const why = !isFlat ? 'Morse' : isManifold ? 'Morse–Bott' : `order ${formatNumber(order)}`;
  evidence.about(`Exponent at the ${place}: ${why}`, ray.exponent, table, TOLERANCE);
}

/** The places of the eigenvalues that count as zero. */
const kernelOf = (eigenvalues: Float64Array): readonly number[] =>
  Array.from(eigenvalues.keys()).filter(
    (k) => Math.abs(eigenvalues[k] as number) <= KERNEL * Math.max(1, norm2(eigenvalues)),
  );

/** Whether steps along the kernel lead to other critical points with a kernel as large: they form a manifold. */
function isOnManifold(f: Objective, { x, eigenvalues, eigenvectors }: Inspection, box: Box): boolean {
  const n = x.length;
  const reach = 0.02 * Math.min(...box.map(([low, high]) => high - low));
  const kernel = kernelOf(eigenvalues);
  return kernel.every((k) => {
    const start = x.map((value, i) => value + reach * (eigenvectors[k * n + i] as number));
    const { x: near, gradientNorm } = polish(f, start);
    const moved = norm2(near.map((value, i) => value - (x[i] as number)));
    const there = symmetricEigenvalues(f.hessian(near, new Float64Array(n * n)), n);
    return gradientNorm <= 1e-9 && moved >= reach / 2 && kernelOf(there).length === kernel.length;
  });
}

/** The ray with the largest exponent, among the eigenvectors, both ways, and random directions; null where none has one. */
function* steepestRay(f: Objective, point: Inspection, box: Box, directions: number, rng: Rng): Task<Ray | null> {
  const n = point.x.length;
  const direction = new Float64Array(n);
  let steepest: Ray | null = null;
  for (let k = 0; k < 2 * n + directions; k++) {
    if (k % 8 === 0) yield { done: k, total: 2 * n + directions };
    if (k < 2 * n) {
      const sign = k % 2 === 0 ? 1 : -1;
      const row = Math.floor(k / 2) * n;
      for (let i = 0; i < n; i++) direction[i] = sign * (point.eigenvectors[row + i] as number);
    } else fillUnitSphere(rng, direction);
    const ray = along(f, point, direction, OUTER * Math.min(...box.map(([low, high]) => high - low)));
    if (ray && (steepest === null || ray.exponent > steepest.exponent)) steepest = ray;
  }
  return steepest;
}

/** The power laws along one ray, from the smallest radii at which f − f* is above rounding; null where it changes sign. */
function along(f: Objective, { x, value }: Inspection, direction: Float64Array, outer: number): Ray | null {
  const slope = new Float64Array(x.length);
  const floor = FLOOR * Math.max(1, Math.abs(value));
  const seen: { readonly radius: number; readonly gap: number; readonly slope: number }[] = [];
  for (let k = 0; k <= HALVINGS; k++) {
    const radius = outer * pow(2, -k);
    const at = x.map((coordinate, i) => coordinate + radius * (direction[i] as number));
    const gap = f.valueAndGradient(at, slope) - value;
    if (!(Math.abs(gap) > floor)) break;
    seen.push({ radius, gap, slope: norm2(slope) });
  }
  const last = seen.slice(-COUNTED);
  const sign = Math.sign(last[0]?.gap ?? 0);
  if (last.length < COUNTED || last.some(({ gap }) => Math.sign(gap) !== sign)) return null;
  const [radii, gaps, slopes] = (['radius', 'gap', 'slope'] as const).map((key) =>
    last.map((entry) => log(Math.abs(entry[key]))),
  ) as [number[], number[], number[]];
  const exponent = straightSlope(gaps, slopes);
  const order = straightSlope(radii, gaps);
  return Number.isFinite(exponent) && Number.isFinite(order) ? { exponent, order } : null;
}

/** The least-squares slope of y on x; NaN where the points lie on no line. */
function straightSlope(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  let [covariance, variance] = [0, 0];
  for (const [i, value] of x.entries()) {
    covariance += (value - meanX) * ((y[i] as number) - meanY);
    variance += (value - meanX) * (value - meanX);
  }
  const slope = covariance / variance;
  const off = mean(
    x.map((value, i) => (y[i] as number) - meanY - slope * (value - meanX)).map((error) => error * error),
  );
  return Math.sqrt(off) <= STRAIGHT ? slope : Number.NaN;
}
