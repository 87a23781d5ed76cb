import { decodeHex } from '../libm/decodeHex.ts';
import { compileModule, instantiateModule, type WasmMemory, type WasmModule } from '../libm/webAssembly.ts';
import type { MethodSteps, StepKernel, Stretch, StretchBounds } from '../objective/Stretch.ts';
import { BLOCK_VALUES, type Layout } from './layout.ts';
import hex from './steps.as';

type Kernel = (steps: number, memory: number, ...scalars: number[]) => number;

/** The exports of `steps.as`, where everything is described. */
type Steps = Readonly<Record<StepKernel, Kernel>> & {
  readonly prepare: (
    n: number,
    slope: number,
    backup: number,
    points: number,
    values: number,
    norms: number,
    tolerance: number,
    reach: number,
  ) => void;
};

/** What the loops need of a formula's module. */
export interface SteppedFormula {
  readonly memory: WasmMemory;
  readonly gradient: () => void;
  readonly valueAndGradient: () => number;
}

let compiled: WasmModule | undefined;

/** No method keeps more vectors than these, nor more numbers beside them. */
const MOST_VECTORS = 3;
const MOST_NUMBERS = 2;

/** ‖x‖² is computed plainly, ‖x‖ with care: close to the radius the caller decides. */
const CLOSE = 1 - 1e-9;

/** Takes steps of common methods inside a formula's memory, whose block for grids is borrowed meanwhile. */
export class Strider {
  readonly #n: number;
  readonly #layout: Layout;
  readonly #memory: Float64Array;
  readonly #steps: Steps;
  /** Places in the memory, in numbers: the method's vectors, their backup, and what is recorded. */
  readonly #vectors: number;
  readonly #backup: number;
  readonly #capacity: number;
  readonly #points: number;
  readonly #values: number;
  readonly #norms: number;

  constructor(formula: SteppedFormula, n: number, layout: Layout) {
    this.#n = n;
    this.#layout = layout;
    this.#memory = new Float64Array(formula.memory.buffer);
    compiled ??= compileModule(decodeHex(hex));
    const { memory, gradient, valueAndGradient } = formula;
    this.#steps = instantiateModule<Steps>(compiled, { env: { memory }, formula: { gradient, valueAndGradient } });
    this.#vectors = layout.block;
    this.#backup = this.#vectors + MOST_VECTORS * n + MOST_NUMBERS;
    this.#points = this.#backup + MOST_VECTORS * n + MOST_NUMBERS;
    this.#capacity = Math.floor((layout.block + BLOCK_VALUES - this.#points) / (n + 2));
    this.#values = this.#points + this.#capacity * n;
    this.#norms = this.#values + this.#capacity;
  }

  /**
   * Takes steps from an iterate whose gradient was the last thing asked of the formula.
   */
  stride({ kernel, vectors, scalars }: MethodSteps, bounds: StretchBounds): Stretch {
    const memory = this.#memory;
    const { tolerance, radius, noise } = bounds;
    this.#copy(vectors, (vector, at) => memory.set(vector, at));
    const places = [this.#layout.vector, this.#backup, this.#points, this.#values, this.#norms].map((at) => 8 * at);
    const [slope, backup, points, values, norms] = places as [number, number, number, number, number];
    this.#steps.prepare(this.#n, slope, backup, points, values, norms, tolerance, radius * radius * CLOSE);
    const steps = Math.min(bounds.steps, this.#capacity);
    // What a step adds is read before its iterate is written over it.
    if (noise) memory.set(noise.subarray(0, steps * this.#n), this.#points);
    const count = this.#steps[kernel](steps, 8 * this.#vectors, ...scalars);
    this.#copy(vectors, (vector, at) => vector.set(memory.subarray(at, at + vector.length)));
    return {
      count,
      points: memory.subarray(this.#points, this.#points + count * this.#n),
      values: memory.subarray(this.#values, this.#values + count),
      gradientNorms: memory.subarray(this.#norms, this.#norms + count),
    };
  }

  /** Each vector with its place: the iterate at the formula's point, the others one after the other. */
  #copy(vectors: readonly Float64Array[], copy: (vector: Float64Array, at: number) => void): void {
    let at = this.#vectors;
    for (const [i, vector] of vectors.entries()) {
      copy(vector, i === 0 ? this.#layout.x : at);
      if (i > 0) at += vector.length;
    }
  }
}
