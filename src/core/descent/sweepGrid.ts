import type { Method } from '../methods/Method.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box, Params } from '../params.ts';
import { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import { DEFAULT_STOP_RULE } from './descend.ts';
import type { StopRule } from './Run.ts';
import { RunToEnd } from './RunToEnd.ts';

/** One method from every point of a grid in the plane. */
export interface SweepPlan {
  /** Of two variables. */
  readonly objective: Objective;
  readonly method: Method;
  /** Resolved. */
  readonly params: Params;
  /** Two intervals; the grid's first and last lines lie on its sides. */
  readonly box: Box;
  /** Grid points along x and along y, at least 2 each. */
  readonly columns: number;
  readonly rows: number;
  /** Only the rows from the first up to, not including, the second; all where left out. The runs stay the same. */
  readonly only?: readonly [number, number];
  readonly seed: number;
  /** Runs from each point if the method is stochastic; 1 where left out. A deterministic one runs once. */
  readonly repeats?: number;
  /** What it leaves out is taken from `DEFAULT_STOP_RULE`. */
  readonly stop?: Partial<StopRule>;
  /** The landscape's box; needed where `stop.withinDomain`. */
  readonly domain?: Box | undefined;
}

/** Where the runs from the points of a grid ended; row by row (a row has one y), the repeats of a point together. */
export interface GridEnds {
  /** Ascending; nx and ny long. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** True if the method was stochastic. */
  readonly isNoisy: boolean;
  /** Runs from each point. */
  readonly repeats: number;
  /** x and y of each end by turns, 2·nx·ny·repeats; NaN for a run that has no end (`lost`). */
  readonly ends: Float64Array;
  /** 1 for a run that is at rest, 0 for one that only came no further; nx·ny·repeats. */
  readonly settled: Float64Array;
  /** Steps of each run; nx·ny·repeats. */
  readonly iterations: Float64Array;
}

/** Every so many grid points for the pictures on the way, the last for the whole. */
const STRIDES = [8, 2, 1];
/** A coarser picture than this along a side shows nothing. */
const LEAST_SIDE = 8;
/** Evaluations between two yields: a millisecond or less for common formulas. */
const SLICE = 8192;

/**
 * Runs a method from every point of a grid and keeps the ends. The coarse grids of `STRIDES` come first, each as a
 * partial result, and no point is run twice. Each run draws from a stream of its own, named by the point's place in
 * the whole grid and the repeat, so that neither order nor `only` changes it.
 * @throws RangeError for an objective that has not two variables, or a grid with a side below 2
 */
export function* sweepGrid(plan: SweepPlan): Task<GridEnds, GridEnds> {
  const { objective, columns, rows, box } = plan;
  if (objective.dimension !== 2 || box.length !== 2) {
    throw new RangeError(`a grid over ${box.length} intervals for a function of ${objective.dimension} variables`);
  }
  if (!(columns >= 2 && rows >= 2)) throw new RangeError(`a grid of ${columns} × ${rows} points`);
  const sweep = new Sweep(plan);
  const strides = STRIDES.filter((stride) => stride === 1 || Math.min(columns, rows) >= LEAST_SIDE * stride);
  for (const [level, stride] of strides.entries()) {
    const places = sweep.places(stride, strides[level - 1]);
    if (sweep.goesInPairs) yield* sweep.runInPairs(places);
    else for (const at of places) yield* sweep.runFrom(at);
    if (stride > 1) yield { done: sweep.done, total: sweep.total, partial: sweep.picture(stride) };
  }
  return sweep.picture(1);
}

/** A point of the grid by its column and its row in the whole grid. */
interface Place {
  readonly i: number;
  readonly j: number;
}

/** A sweep under way. */
class Sweep {
  done = 0;
  readonly total: number;
  readonly #f: Objective;
  readonly #setting: ConstructorParameters<typeof RunToEnd>[1];
  readonly #root: Rng;
  readonly #isStochastic: boolean;
  readonly #first: number;
  readonly #whole: GridEnds;
  readonly #start = new Float64Array(2);
  #spent = 0;

  constructor(plan: SweepPlan) {
    const { objective, method, params, box, columns, rows } = plan;
    const [first, end] = plan.only ?? [0, rows];
    this.#f = objective;
    this.#setting = { method, params, stop: { ...DEFAULT_STOP_RULE, ...plan.stop }, domain: plan.domain };
    this.#root = Rng.seeded(plan.seed).split(`${method.id}/grid ${columns} × ${rows}`);
    this.#isStochastic = method.isStochastic(params);
    this.#first = first;
    const xs = spread(box[0] as readonly [number, number], columns);
    const ys = spread(box[1] as readonly [number, number], rows).slice(first, end);
    this.#whole = emptyEnds(xs, ys, this.#isStochastic, this.#isStochastic ? (plan.repeats ?? 1) : 1);
    this.total = xs.length * ys.length;
  }

  /** The points of the grid of every `stride`th row and column that a grid of every `before`th has not. */
  *places(stride: number, before: number | undefined): Generator<Place> {
    const { xs, ys } = this.#whole;
    const end = this.#first + ys.length;
    for (let j = Math.ceil(this.#first / stride) * stride; j < end; j += stride) {
      for (let i = 0; i < xs.length; i += stride) {
        if (before === undefined || i % before !== 0 || j % before !== 0) yield { i, j };
      }
    }
  }

  /** All runs from one point. */
  *runFrom({ i, j }: Place): Task<void, never> {
    const { xs, ys, repeats } = this.#whole;
    const row = j - this.#first;
    this.#start[0] = xs[i] as number;
    this.#start[1] = ys[row] as number;
    for (let repeat = 0; repeat < repeats; repeat++) {
      // Naming a stream takes longer than many a run; a deterministic method draws from none.
      const rng = this.#isStochastic ? this.#root.split(`point ${i}, ${j}/repeat ${repeat}`) : this.#root;
      const run = new RunToEnd(this.#f, this.#setting, this.#start, rng);
      while (run.outcome === null) {
        this.#spent += 1 + run.advance(SLICE);
        if (this.#spent < SLICE) continue;
        this.#spent = 0;
        yield { done: this.done, total: this.total };
      }
      this.#keep((row * xs.length + i) * repeats + repeat, run);
    }
    this.done++;
  }

  /** Whether two runs are faster at once than one after the other. */
  get goesInPairs(): boolean {
    return !this.#isStochastic && this.#setting.method.leapPair !== undefined && this.#f.descendPair !== undefined;
  }

  /** The runs from all places of a deterministic method, two at a time: where one has ended the next takes its lane. */
  *runInPairs(places: Generator<Place>): Task<void, never> {
    const lanes = [this.#begin(places), this.#begin(places)];
    for (;;) {
      const [a, b] = lanes;
      if (a && b) this.#spent += 2 + RunToEnd.together(a.run, b.run, SLICE);
      for (const [lane, entry] of lanes.entries()) {
        if (!entry) continue;
        this.#spent += 1 + entry.run.advance(a && b ? 1 : SLICE);
        if (entry.run.outcome === null) continue;
        this.#keep(entry.at, entry.run);
        this.done++;
        lanes[lane] = this.#begin(places);
      }
      if (!lanes[0] && !lanes[1]) return;
      if (this.#spent < SLICE) continue;
      this.#spent = 0;
      yield { done: this.done, total: this.total };
    }
  }

  /** The run from the next place, and where its end belongs; null after the last. */
  #begin(places: Generator<Place>): { readonly run: RunToEnd; readonly at: number } | null {
    const next = places.next();
    if (next.done) return null;
    const { xs, ys } = this.#whole;
    const { i, j } = next.value;
    const row = j - this.#first;
    this.#start[0] = xs[i] as number;
    this.#start[1] = ys[row] as number;
    return { run: new RunToEnd(this.#f, this.#setting, this.#start, this.#root), at: row * xs.length + i };
  }

  #keep(at: number, { outcome, end, iteration }: RunToEnd): void {
    const { ends, settled, iterations } = this.#whole;
    const isLost = outcome === 'lost';
    ends[2 * at] = isLost ? Number.NaN : (end[0] as number);
    ends[2 * at + 1] = isLost ? Number.NaN : (end[1] as number);
    settled[at] = outcome === 'settled' ? 1 : 0;
    iterations[at] = iteration;
  }

  /** The grid of every `stride`th row and column, in arrays of its own but for the whole. */
  picture(stride: number): GridEnds {
    if (stride === 1) return this.#whole;
    const { xs, ys, isNoisy, repeats, ends, settled, iterations } = this.#whole;
    const first = this.#first;
    const part = emptyEnds(
      xs.filter((_, i) => i % stride === 0),
      ys.filter((_, row) => (first + row) % stride === 0),
      isNoisy,
      repeats,
    );
    let to = 0;
    for (const { i, j } of this.places(stride, undefined)) {
      const from = ((j - first) * xs.length + i) * repeats;
      for (let k = from; k < from + repeats; k++, to++) {
        part.ends[2 * to] = ends[2 * k] as number;
        part.ends[2 * to + 1] = ends[2 * k + 1] as number;
        part.settled[to] = settled[k] as number;
        part.iterations[to] = iterations[k] as number;
      }
    }
    return part;
  }
}

function emptyEnds(xs: Float64Array, ys: Float64Array, isNoisy: boolean, repeats: number): GridEnds {
  const runs = xs.length * ys.length * repeats;
  return {
    xs,
    ys,
    isNoisy,
    repeats,
    ends: new Float64Array(2 * runs),
    settled: new Float64Array(runs),
    iterations: new Float64Array(runs),
  };
}

/** `count` numbers from end to end of an interval. */
function spread([low, high]: readonly [number, number], count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}
