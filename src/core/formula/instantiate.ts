import {
  compileModule,
  instantiateModule,
  type WasmImports,
  type WasmMemory,
  type WasmModule,
} from '../libm/webAssembly.ts';
import { libm } from '../libm.ts';
import type { PlaneObjective } from '../objective/PlaneObjective.ts';
import type { MethodSteps, Stretch, StretchBounds } from '../objective/Stretch.ts';
import type { CompiledFormula } from './CompiledFormula.ts';
import { BLOCK_COLUMNS, BLOCK_ROWS, BLOCK_VALUES, type Layout, memoryLayout } from './layout.ts';
import { Strider } from './Strider.ts';

/** A formula with values for its constants. */
export type FormulaObjective = PlaneObjective;

interface FirstOrder {
  readonly memory: WasmMemory;
  readonly value: () => number;
  readonly gradient: () => void;
  readonly valueAndGradient: () => number;
  readonly descend?: (stepSize: number, tolerance: number, radius: number, steps: number) => number;
  readonly descendPair?: (stepSize: number, tolerance: number, radius: number, steps: number) => number;
  readonly columns?: (end: number) => void;
  readonly grid?: (end: number, rowsEnd: number) => void;
  readonly section: (end: number, rowsEnd: number) => void;
}

interface SecondOrder {
  readonly hvp: () => void;
  readonly hessian: (() => void) | undefined;
}

type Modules = { readonly firstOrder: WasmModule; secondOrder?: WasmModule };
/** Compiling bytes is what takes time, so it happens once per compiled formula. */
const modulesOf = new WeakMap<CompiledFormula, Modules>();

function modules(compiled: CompiledFormula): Modules {
  const known = modulesOf.get(compiled);
  if (known) return known;
  const made = { firstOrder: compileModule(compiled.firstOrder) };
  modulesOf.set(compiled, made);
  return made;
}

class Instance implements FormulaObjective {
  readonly dimension: number;
  readonly exact = { gradient: true, hessian: true };
  readonly #compiled: CompiledFormula;
  readonly #imports: WasmImports;
  readonly #layout: Layout;
  readonly #memory: Float64Array;
  readonly #vector: number;
  readonly #triangle: number;
  readonly #first: FirstOrder;
  /** The module's functions, held apart: looking them up in the exports object costs as much as calling them. */
  readonly #value: () => number;
  readonly #gradient: () => void;
  readonly #valueAndGradient: () => number;
  #second: SecondOrder | null = null;
  #strider: Strider | null = null;

  constructor(compiled: CompiledFormula, constants: readonly number[]) {
    this.dimension = compiled.variables.length;
    this.#compiled = compiled;
    this.#layout = memoryLayout(this.dimension, compiled.columnArrays);
    const imports = { libm: libm as unknown as Record<string, unknown>, constants: { ...constants } };
    this.#first = instantiateModule<FirstOrder>(modules(compiled).firstOrder, imports);
    this.#value = this.#first.value;
    this.#gradient = this.#first.gradient;
    this.#valueAndGradient = this.#first.valueAndGradient;
    this.#imports = { ...imports, memory: { memory: this.#first.memory } };
    this.#memory = new Float64Array(this.#first.memory.buffer);
    this.#vector = this.#layout.vector;
    this.#triangle = this.#layout.triangle;
  }

  value(x: Float64Array): number {
    this.#place(x, 0);
    const value = this.#value;
    return value();
  }

  gradient(x: Float64Array, out: Float64Array): Float64Array {
    this.#place(x, 0);
    const gradient = this.#gradient;
    gradient();
    return this.#take(out);
  }

  valueAndGradient(x: Float64Array, out: Float64Array): number {
    this.#place(x, 0);
    const valueAndGradient = this.#valueAndGradient;
    const value = valueAndGradient();
    this.#take(out);
    return value;
  }

  descend(x: Float64Array, stepSize: number, steps: number, tolerance: number, radius: number): number {
    const { descend } = this.#first;
    if (!descend || steps < 1) return 0;
    this.#place(x, 0);
    const taken = descend(stepSize, tolerance < 0 ? -1 : tolerance * tolerance, radius * radius, steps);
    for (let i = 0; i < x.length; i++) x[i] = this.#memory[i] as number;
    return taken;
  }

  descendPair(
    a: Float64Array,
    b: Float64Array,
    stepSize: number,
    steps: number,
    tolerance: number,
    radius: number,
  ): number {
    const { descendPair } = this.#first;
    if (!descendPair || steps < 1) return 0;
    const memory = this.#memory;
    const at = this.#layout.pair;
    for (let i = 0; i < a.length; i++) {
      memory[at + 2 * i] = a[i] as number;
      memory[at + 2 * i + 1] = b[i] as number;
    }
    const taken = descendPair(stepSize, tolerance < 0 ? -1 : tolerance * tolerance, radius * radius, steps);
    for (let i = 0; i < a.length; i++) {
      a[i] = memory[at + 2 * i] as number;
      b[i] = memory[at + 2 * i + 1] as number;
    }
    return taken;
  }

  stride(steps: MethodSteps, bounds: StretchBounds): Stretch {
    this.#strider ??= new Strider(this.#first, this.dimension, this.#layout);
    this.#place(steps.vectors[0] as Float64Array, 0);
    this.#gradient();
    return this.#strider.stride(steps, bounds);
  }

  hvp(x: Float64Array, v: Float64Array, out: Float64Array): Float64Array {
    const { hvp } = this.#second ?? this.#loadSecond();
    this.#place(x, 0);
    this.#place(v, this.#layout.direction);
    hvp();
    return this.#take(out);
  }

  hessian(x: Float64Array, out: Float64Array): Float64Array {
    const second = this.#second ?? this.#loadSecond();
    this.#place(x, 0);
    const { hessian } = second;
    if (!hessian) return this.#hessianByProducts(second, out);
    hessian();
    const memory = this.#memory;
    const at = this.#triangle;
    if (this.dimension === 2) {
      out[0] = memory[at] as number;
      out[1] = memory[at + 1] as number;
      out[2] = memory[at + 1] as number;
      out[3] = memory[at + 2] as number;
      return out;
    }
    return this.#unfold(memory, at, out);
  }

  grid(xs: Float64Array, ys: Float64Array, out: Float64Array): Float64Array {
    const { grid, columns } = this.#first;
    if (!grid || !columns) throw new RangeError(`A grid needs two variables, not ${this.dimension}`);
    return this.#fill(xs, ys, out, grid, columns);
  }

  section(
    origin: Float64Array,
    u: Float64Array,
    v: Float64Array,
    ss: Float64Array,
    ts: Float64Array,
    out: Float64Array,
  ): Float64Array {
    this.#place(origin, this.#layout.origin);
    this.#place(u, this.#layout.across);
    this.#place(v, this.#layout.up);
    return this.#fill(ss, ts, out, this.#first.section, null);
  }

  #place(x: Float64Array, at: number): void {
    const memory = this.#memory;
    // Two variables are the common case, and calls are short enough for the loop to show.
    if (this.dimension === 2) {
      memory[at] = x[0] as number;
      memory[at + 1] = x[1] as number;
      return;
    }
    for (let i = 0; i < this.dimension; i++) memory[at + i] = x[i] as number;
  }

  #take(out: Float64Array): Float64Array {
    const memory = this.#memory;
    const at = this.#vector;
    if (this.dimension === 2) {
      out[0] = memory[at] as number;
      out[1] = memory[at + 1] as number;
      return out;
    }
    for (let i = 0; i < this.dimension; i++) out[i] = memory[at + i] as number;
    return out;
  }

  /** Most instances are never asked for a second derivative. */
  #loadSecond(): SecondOrder {
    const held = modules(this.#compiled);
    held.secondOrder ??= compileModule(this.#compiled.secondOrder);
    const { hvp, hessian } = instantiateModule<SecondOrder>(held.secondOrder, this.#imports);
    this.#second = { hvp, hessian };
    return this.#second;
  }

  /** The full matrix from its lower triangle at `from`. */
  #unfold(memory: Float64Array, from: number, out: Float64Array): Float64Array {
    const n = this.dimension;
    let at = from;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        const entry = memory[at++] as number;
        out[i * n + j] = entry;
        out[j * n + i] = entry;
      }
    }
    return out;
  }

  /** The lower triangle of the columns H·e, mirrored. */
  #hessianByProducts(second: SecondOrder, out: Float64Array): Float64Array {
    const n = this.dimension;
    const { direction, vector } = this.#layout;
    const { hvp } = second;
    this.#memory.fill(0, direction, direction + n);
    for (let j = 0; j < n; j++) {
      this.#memory[direction + j] = 1;
      hvp();
      this.#memory[direction + j] = 0;
      for (let i = j; i < n; i++) {
        out[i * n + j] = this.#memory[vector + i] as number;
        out[j * n + i] = this.#memory[vector + i] as number;
      }
    }
    return out;
  }

  /** Fills `out` block by block, so that the memory's size does not depend on the grid's. */
  #fill(
    columns: Float64Array,
    rows: Float64Array,
    out: Float64Array,
    computeBlock: (end: number, rowsEnd: number) => void,
    startColumns: ((end: number) => void) | null,
  ): Float64Array {
    const width = columns.length;
    if (out.length < width * rows.length) {
      throw new RangeError(`${width} × ${rows.length} values do not fit into ${out.length}`);
    }
    for (let left = 0; left < width; left += BLOCK_COLUMNS) {
      const count = Math.min(BLOCK_COLUMNS, width - left);
      const stride = count + (count % 2);
      this.#memory.set(columns.subarray(left, left + count), this.#layout.columns);
      startColumns?.(8 * stride);
      const most = Math.min(BLOCK_ROWS, Math.floor(BLOCK_VALUES / stride));
      for (let top = 0; top < rows.length; top += most) {
        const block = rows.subarray(top, top + most);
        this.#memory.set(block, this.#layout.rows);
        computeBlock(8 * stride, 8 * block.length);
        for (let j = 0; j < block.length; j++) {
          const from = this.#layout.block + j * stride;
          out.set(this.#memory.subarray(from, from + count), (top + j) * width + left);
        }
      }
    }
    return out;
  }
}

/**
 * A compiled formula with values for its constants; cheap enough for every move of a slider. Instances share nothing
 * that changes. Needs no parser and no compiler.
 * @param constants  a value for each of the compiled formula's constants
 * @throws RangeError for a constant without a value
 */
export function instantiate(compiled: CompiledFormula, constants: Readonly<Record<string, number>>): FormulaObjective {
  const values = compiled.constants.map((name) => {
    const value = Object.hasOwn(constants, name) ? constants[name] : undefined;
    if (value === undefined) throw new RangeError(`No value for the constant ${name}`);
    return value;
  });
  return new Instance(compiled, values);
}
