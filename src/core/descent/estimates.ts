import { pow } from '../libm.ts';
import { symmetricEigen, symmetricEigenvalues } from '../linalg/symmetricEigen.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box } from '../params.ts';
import type { Task } from '../task.ts';

/**
 * Estimates of the smoothness constants of f on a box, by sampling. Both are lower bounds of the true suprema, up to
 * rounding, and must be called estimates wherever they are shown.
 */
export interface SmoothnessEstimate {
  /** ℓ: largest ‖∇²f(x)‖₂ among the sampled points. */
  readonly smoothness: number;
  /** ρ: largest ‖∇²f(x) − ∇²f(y)‖₂/‖x − y‖₂ among the sampled pairs. */
  readonly hessianLipschitz: number;
  /** Points sampled, those included where f was not finite. */
  readonly points: number;
  /** Points passed over because a derivative was not finite there. */
  readonly skipped: number;
}

/** Half the distance of a pair relative to the box's width in each coordinate. */
const PAIR_REACH = 1e-3;

/** Times that the direction of a pair is turned towards the one in which the Hessian changes most. */
const TURNS = 3;

/**
 * Estimates ℓ and ρ on a box at deterministic points: an even grid with its borders for n ≤ 2, a low-discrepancy
 * sequence for more. At each point the Hessian changes fastest along some unit u; a pair x ± δu is turned towards it
 * by the power method for the symmetric trilinear form ∇³f, whose largest value is taken at a single u (Banach 1938).
 * @param box  n intervals
 * @throws RangeError where the box has another number of intervals than f has variables
 */
export function* estimateSmoothness(f: Objective, box: Box): Task<SmoothnessEstimate> {
  const n = f.dimension;
  if (box.length !== n) throw new RangeError(`a box of ${box.length} intervals for a function of ${n} variables`);
  const total = sampleSize(n);
  const probe = new Probe(f, box);
  const recurrence = recurrenceSteps(n);
  const slice = Math.max(1, Math.floor(1024 / (n * n * n)));
  for (let k = 0; k < total; k++) {
    probe.sample(samplePoint(box, k, recurrence, probe.x), k);
    if ((k + 1) % slice === 0) yield { done: k + 1, total };
  }
  const { smoothness, hessianLipschitz, skipped } = probe;
  return { smoothness, hessianLipschitz, points: total, skipped };
}

const GRID_1 = 1025;
const GRID_2 = 41;

/** How many points are sampled; fewer where an eigenproblem costs more. */
function sampleSize(n: number): number {
  if (n === 1) return GRID_1;
  if (n === 2) return GRID_2 * GRID_2;
  return Math.max(64, Math.min(2048, Math.floor(2e6 / (n * n * n))));
}

/** Writes sample `k` into `out` and returns it. */
function samplePoint(box: Box, k: number, recurrence: Float64Array, out: Float64Array): Float64Array {
  const n = out.length;
  for (let i = 0; i < n; i++) {
    const [low, high] = box[i] as readonly [number, number];
    out[i] = low + (high - low) * (n > 2 ? scattered(k, recurrence[i] as number) : onGrid(k, i, n));
  }
  return out;
}

function onGrid(k: number, i: number, n: number): number {
  if (n === 1) return k / (GRID_1 - 1);
  return (i === 0 ? k % GRID_2 : Math.floor(k / GRID_2)) / (GRID_2 - 1);
}

/**
 * Steps of the additive recurrence in n dimensions: the negative powers of the generalised golden ratio, the root of
 * t^{n+1} = t + 1 (Roberts 2018).
 */
function recurrenceSteps(n: number): Float64Array {
  let ratio = 2;
  for (let round = 0; round < 40; round++) ratio = pow(1 + ratio, 1 / (n + 1));
  return Float64Array.from({ length: n }, (_, i) => pow(ratio, -(i + 1)));
}

/** Coordinate of point k, stretched by a tenth and cut off, so that a share of the points lies on the box's faces. */
function scattered(k: number, step: number): number {
  const place = 0.5 + (k + 1) * step;
  return Math.min(1, Math.max(0, 1.1 * (place - Math.floor(place)) - 0.05));
}

/** Measures the Hessian and its change at one point after the other and keeps the largest. */
class Probe {
  readonly x: Float64Array;
  smoothness = 0;
  hessianLipschitz = 0;
  skipped = 0;
  readonly #f: Objective;
  readonly #box: Box;
  readonly #reach: number;
  readonly #direction: Float64Array;
  readonly #ahead: Float64Array;
  readonly #behind: Float64Array;
  readonly #hessian: Float64Array;
  readonly #change: Float64Array;
  readonly #eigenvalues: Float64Array;

  constructor(f: Objective, box: Box) {
    const n = f.dimension;
    this.#f = f;
    this.#box = box;
    this.#reach = PAIR_REACH * Math.min(...box.map(([low, high]) => high - low));
    this.x = new Float64Array(n);
    this.#direction = new Float64Array(n);
    this.#ahead = new Float64Array(n);
    this.#behind = new Float64Array(n);
    this.#hessian = new Float64Array(n * n);
    this.#change = new Float64Array(n * n);
    this.#eigenvalues = new Float64Array(n);
  }

  /** @param k  its number, which sets the first direction */
  sample(x: Float64Array, k: number): void {
    const n = x.length;
    const eigenvalues = symmetricEigenvalues(this.#f.hessian(x, this.#hessian), n, this.#eigenvalues);
    const size = Math.max(-(eigenvalues[0] as number), eigenvalues[n - 1] as number);
    // The formula of a derivative may have a value where f itself has none: log(x) for x < 0.
    if (!Number.isFinite(size) || !Number.isFinite(this.#f.value(x))) {
      this.skipped++;
      return;
    }
    this.smoothness = Math.max(this.smoothness, size);
    this.#direction.fill(0);
    this.#direction[k % n] = 1;
    for (let turn = 0; turn < TURNS; turn++) if (!this.#pair(x)) return;
  }

  /** One pair along the direction, then the direction turned; false where the change is not finite or zero. */
  #pair(x: Float64Array): boolean {
    const n = x.length;
    const distance = this.#place(x);
    this.#f.hessian(this.#ahead, this.#change);
    this.#f.hessian(this.#behind, this.#hessian);
    for (let i = 0; i < n * n; i++) {
      this.#change[i] = ((this.#change[i] as number) - (this.#hessian[i] as number)) / distance;
    }
    const { values, vectors } = symmetricEigen(this.#change, n);
    const outer = -(values[0] as number) > (values[n - 1] as number) ? 0 : n - 1;
    const size = Math.abs(values[outer] as number);
    if (!(size > 0 && size < Number.POSITIVE_INFINITY)) return false;
    this.hessianLipschitz = Math.max(this.hessianLipschitz, size);
    for (let i = 0; i < n; i++) this.#direction[i] = vectors[outer * n + i] as number;
    return true;
  }

  /** Places the pair x ± δu, each cut off at the box, and returns their distance. */
  #place(x: Float64Array): number {
    let square = 0;
    for (let i = 0; i < x.length; i++) {
      const [low, high] = this.#box[i] as readonly [number, number];
      const step = this.#reach * (this.#direction[i] as number);
      const ahead = Math.min(high, Math.max(low, (x[i] as number) + step));
      const behind = Math.min(high, Math.max(low, (x[i] as number) - step));
      this.#ahead[i] = ahead;
      this.#behind[i] = behind;
      square += (ahead - behind) * (ahead - behind);
    }
    return Math.sqrt(square);
  }
}
