import type { DerivativeBounds } from '../objective/DerivativeBounds.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box } from '../params.ts';
import type { Task } from '../task.ts';
import { type Cell, clusters } from './cellClusters.ts';
import { KrawczykTest } from './krawczyk.ts';
import { polish } from './polish.ts';

/** A box that holds exactly one critical point, and that point to machine precision. */
export interface IsolatedPoint {
  readonly x: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** What a subdivision of a box has proved. */
export interface Certification {
  /** Each in a box of its own that holds no other critical point. */
  readonly isolated: readonly IsolatedPoint[];
  /** Boxes of which nothing is proved: degenerate points, cusps, curves. Outside of these and of the isolating boxes
   * there is no critical point. */
  readonly undecided: readonly Box[];
  /** Boxes in which every point is critical, as far as f is defined there. */
  readonly flat: readonly Box[];
  /** False where the work ran out before the boxes were small: then `undecided` may be most of the box. */
  readonly complete: boolean;
}

export interface CertifyLimits {
  /** Boxes looked at in all. */
  readonly cells: number;
  /** Boxes of one size that may remain open. */
  readonly open: number;
}

/** Halvings of each side until what is still open counts as undecided: 2⁻²⁶ of the box. */
const HALVINGS = 26;
/** Enough for Newton's method to arrive at a zero that it is going to reach. */
const NEWTON_STEPS = 12;
/** The first box that is tried around a zero, as a share of the whole: about 6e-11. */
const SMALLEST = 1 / 17179869184;
/** Boxes between two yields. */
const SLICE = 256;

/**
 * Finds every zero of the gradient in a box, by bisection with Krawczyk's test: boxes without a zero are dropped, boxes
 * with exactly one are kept, the others are halved. A zero that Newton's method finds is isolated in the largest box
 * that the test confirms, so that the faces on which boxes were split hide nothing.
 * @param box  an interval of positive length for each variable
 * Source: Kearfott (1996), Rigorous Global Search, ch. 4.
 */
export function* certifyZeros(
  f: Objective,
  enclosures: DerivativeBounds,
  box: Box,
  limits: CertifyLimits,
): Task<Certification> {
  const search = new Subdivision(f, enclosures, box);
  let generation: Cell[] = [
    { low: Float64Array.from(box, ([low]) => low), high: Float64Array.from(box, ([, high]) => high) },
  ];
  let looked = 0;
  const counts: number[] = [];
  const depth = HALVINGS * box.length;
  for (let level = 0; level < depth && generation.length > 0; level++) {
    const next: Cell[] = [];
    for (const cell of generation) {
      if (looked++ % SLICE === 0) yield { done: level, total: depth };
      if (search.isOpen(cell)) next.push(...halves(cell, level % box.length));
    }
    generation = next;
    if (looked > limits.cells || generation.length > limits.open) return search.result(generation, false);
    if (level % box.length === 0 && isCurve(counts, generation.length)) break;
  }
  return search.result(
    generation.filter((cell) => search.isOpen(cell)),
    true,
  );
}

/** Fewer open boxes than this may be anything. */
const CURVE = 1500;

/**
 * Whether the numbers of open boxes, one for each halving of all sides, grow as those along a curve do: twice as many
 * of half the size, three times in succession. Notes the new number.
 */
function isCurve(counts: number[], count: number): boolean {
  counts.push(count);
  const recent = counts.slice(-4);
  const growth = recent.slice(1).map((next, i) => next / (recent[i] as number));
  return count > CURVE && growth.length === 3 && growth.every((factor) => factor > 1.6 && factor < 2.5);
}

function halves({ low, high }: Cell, side: number): [Cell, Cell] {
  const middle = ((low[side] as number) + (high[side] as number)) / 2;
  return [
    { low, high: high.with(side, middle) },
    { low: low.with(side, middle), high },
  ];
}

/** An isolated zero with the smallest box in which it was proved. */
interface Isolation extends IsolatedPoint {
  readonly core: Cell;
}

/** The zeros isolated so far, and the test of one box against them. */
class Subdivision {
  readonly #f: Objective;
  readonly #test: KrawczykTest;
  readonly #spans: Float64Array;
  readonly #isolated: Isolation[] = [];
  /** The last pass asks again about cells of which nothing is proved, and those are not flat. */
  readonly #flat: Cell[] = [];
  readonly #box: Box;

  constructor(f: Objective, enclosures: DerivativeBounds, box: Box) {
    this.#f = f;
    this.#box = box;
    this.#test = new KrawczykTest(enclosures);
    this.#spans = Float64Array.from(box, ([low, high]) => high - low);
  }

  /** Whether a box may hold a critical point that is not isolated yet. */
  isOpen({ low, high }: Cell): boolean {
    if (this.#isolated.some((known) => covers(known, low, high))) return false;
    if (this.#test.excludes(low, high)) return false;
    if (this.#test.isFlat) {
      this.#flat.push({ low, high });
      return false;
    }
    if (this.#test.test(low, high) === 'none') return false;
    if (!this.#test.stepIsNear) return true;
    // Even a box that is proved to hold one zero stays open until an isolating box covers it: the zero that Newton's
    // method reaches from its centre may be another one.
    this.#isolate(
      low.map((from, i) => (from + (high[i] as number)) / 2),
      low,
      high,
    );
    return !this.#isolated.some((known) => covers(known, low, high));
  }

  /** Isolates the zero that Newton's method reaches from the centre, if it is near and not known. */
  #isolate(centre: Float64Array, low: Float64Array, high: Float64Array): void {
    const { x, gradientNorm } = polish(this.#f, centre, NEWTON_STEPS);
    if (!Number.isFinite(gradientNorm) || !near(x, low, high)) return;
    if (this.#isolated.some((known) => covers(known, x, x))) return;
    const around = this.#largestAround(x);
    // Each zero lies in its core, so disjoint cores hold different ones: none is counted twice.
    if (around && this.#isolated.every(({ core }) => disjoint(core, around.core)))
      this.#isolated.push(this.#refined(around));
  }

  /** The same with its point to machine precision: the few steps that show whether a zero is near may end before. */
  #refined(found: Isolation): Isolation {
    const { x } = polish(this.#f, found.x);
    return covers(found, x, x) ? { ...found, x } : found;
  }

  /** The smallest and the largest box around a point, in the whole box's proportions, that hold exactly one zero. */
  #largestAround(x: Float64Array): Isolation | null {
    let best = null as Isolation | null;
    for (let share = SMALLEST; share <= 0.25; share *= best ? 2 : 128) {
      const low = x.map((value, i) => value - share * (this.#spans[i] as number));
      const high = x.map((value, i) => value + share * (this.#spans[i] as number));
      const isOne = this.#test.test(low, high) === 'one';
      if (isOne) best = { x, low, high, core: best?.core ?? { low, high } };
      else if (best) break;
    }
    return best;
  }

  #flatBoxes(): Box[] {
    return this.#flat.map(({ low, high }) => Array.from(low, (from, i) => [from, high[i] as number] as const));
  }

  /** What is proved once the open boxes are given up. */
  result(open: readonly Cell[], complete: boolean): Certification {
    const isIn = ({ x }: IsolatedPoint) =>
      this.#box.every(([low, high], i) => {
        // Rounding must not lose a point on the edge.
        const slack = 1e-12 * (high - low);
        return (x[i] as number) >= low - slack && (x[i] as number) <= high + slack;
      });
    // Given up early there may be tens of thousands, which nobody is told of.
    const undecided = complete ? clusters(open) : [];
    return { isolated: this.#isolated.filter(isIn), undecided, flat: this.#flatBoxes(), complete };
  }
}

/** Whether a box lies in the isolating one. */
function covers({ low, high }: IsolatedPoint, from: Float64Array, to: Float64Array): boolean {
  for (let i = 0; i < low.length; i++) {
    if (!((from[i] as number) >= (low[i] as number) && (to[i] as number) <= (high[i] as number))) return false;
  }
  return true;
}

/** Whether two boxes have no point in common. */
function disjoint(a: Cell, b: Cell): boolean {
  return a.low.some((from, i) => from > (b.high[i] as number) || (a.high[i] as number) < (b.low[i] as number));
}

/** Whether a point lies in a box or within half its width of it. */
function near(x: Float64Array, low: Float64Array, high: Float64Array): boolean {
  return x.every((value, i) => {
    const half = ((high[i] as number) - (low[i] as number)) / 2;
    return value >= (low[i] as number) - half && value <= (high[i] as number) + half;
  });
}
