import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormulaObjective } from '../../../src/core/formula/instantiate.ts';
import { type Estimate, ridders, stepsFrom } from './differences.ts';
import { objectiveOf } from './objectiveOf.ts';
import { CONSTANTS, formulas, interpret, print, type Tree, VARIABLES, type Walk } from './randomFormula.ts';

const N = VARIABLES.length;
const FIRST_STEP = 1 / 64;
/** Beyond this, differences lose everything to rounding or to the next singularity. */
const LARGEST = 1e6;

const coordinate = fc.integer({ min: -2048, max: 2048 }).map((k) => k / 1024 + 1 / 4096);
const points = fc.tuple(coordinate, coordinate, coordinate).map((x) => Float64Array.from(x));

function objective(tree: Tree): FormulaObjective {
  return objectiveOf(print(tree), VARIABLES, CONSTANTS);
}

function namesAt(x: Float64Array): Record<string, number> {
  return { ...CONSTANTS, ...Object.fromEntries(VARIABLES.map((name, i) => [name, x[i] as number])) };
}

/** A small generator, so that the perturbed walks are the same every time. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/**
 * The interpreter's value, and how far it moves when every intermediate result moves by up to four units in the last
 * place: as much as two honest implementations may differ by. Null where a perturbed walk takes another turn.
 */
function interpreted(tree: Tree, x: Float64Array): { value: number; spread: number } | null {
  const bends: number[] = [];
  const value = interpret(tree, { names: namesAt(x), round: (v) => v, bends });
  let spread = 0;
  for (let seed = 1; seed <= 6; seed++) {
    const random = noise(seed);
    const turns: number[] = [];
    const moved = interpret(tree, {
      names: namesAt(x),
      round: (v) => v * (1 + 4 * Number.EPSILON * random()),
      bends: turns,
    });
    if (turns.join() !== bends.join()) return null;
    spread = Math.max(spread, Math.abs(moved - value));
  }
  return { value, spread };
}

function moved(x: Float64Array, i: number, t: number): Float64Array {
  const y = Float64Array.from(x);
  y[i] = (y[i] as number) + t;
  return y;
}

/** Whether the formula is finite and sloped in all its parts, moderate and without a bend on the whole stencil of `ridders` along axis `i`. */
function isSmoothAlong(tree: Tree, x: Float64Array, i: number): boolean {
  let first: string | null = null;
  // Also between the steps, where a narrow branch could hide.
  const offsets = [0, ...stepsFrom(FIRST_STEP), FIRST_STEP * 1.5].flatMap((h) => [h, -h, h * 0.8, -h * 0.8]);
  return offsets.every((t) => {
    const walk: Walk = { names: namesAt(moved(x, i, t)), round: (v) => v, bends: [] };
    const value = interpret(tree, walk);
    first ??= walk.bends.join();
    return Math.abs(value) < LARGEST && !walk.singular && walk.bends.join() === first;
  });
}

/** The last, and so the smallest, step of `ridders`: it magnifies the rounding of what it differentiates most. */
const SMALLEST_STEP = stepsFrom(FIRST_STEP).at(-1) as number;

/** How much rounding bends g where it is all but straight: a tableau of differences may agree with itself by chance. */
function roughness(g: (t: number) => number): number {
  const bends = [1e-7, 1.7e-7, 2.9e-7, 5e-7].map((h) => Math.abs(g(h) - 2 * g(0) + g(-h)));
  return Math.max(...bends);
}

/**
 * Compares a derivative with differences of g where these say something; returns whether they did.
 * @param uncertainty  of the values of g, as far as it is known from elsewhere
 */
function agrees(
  ours: number,
  g: (t: number) => number,
  estimate: Estimate,
  scale: number,
  uncertainty: number,
): boolean {
  const error = 20 * estimate.error + (uncertainty + roughness(g)) / SMALLEST_STEP;
  if (!(error < 1e-3 * scale)) return false;
  expect(Math.abs(ours - estimate.value)).toBeLessThanOrEqual(error + 1e-9 * scale);
  return true;
}

/** How much derivatives move when the point does by its last bits, summed over the entries: their uncertainty. */
function wobble(derivative: (x: Float64Array) => Float64Array, x: Float64Array): number {
  const here = derivative(x);
  const nearby = [3, -5].map((units) => {
    const there = derivative(x.map((coordinate) => coordinate * (1 + units * Number.EPSILON)));
    return there.reduce((sum, entry, k) => sum + Math.abs(entry - (here[k] as number)), 0);
  });
  return Math.max(...nearby);
}

describe('random formulas', () => {
  it('have the value that an interpreter finds', () => {
    let checked = 0;
    fc.assert(
      fc.property(formulas, points, (tree, x) => {
        const expected = interpreted(tree, x);
        if (!expected) return;
        const value = objective(tree).value(x);
        if (Number.isFinite(expected.value) && Number.isFinite(expected.spread)) {
          const tolerance = 10 * expected.spread + 1e-13 * Math.abs(expected.value) + 1e-300;
          expect(Math.abs(value - expected.value)).toBeLessThanOrEqual(tolerance);
          checked++;
        } else if (Number.isNaN(expected.value)) expect(value).toBeNaN();
      }),
      { numRuns: 800 },
    );
    expect(checked).toBeGreaterThan(300);
  });

  it('have the gradient that differences of the value have', () => {
    let checked = 0;
    fc.assert(
      fc.property(formulas, points, (tree, x) => {
        const f = objective(tree);
        const gradient = f.gradient(x, new Float64Array(N));
        const again = new Float64Array(N);
        expect(f.valueAndGradient(x, again)).toBe(f.value(x));
        expect(again).toEqual(gradient);
        const spread = interpreted(tree, x)?.spread ?? Infinity;
        for (let i = 0; i < N; i++) {
          if (!isSmoothAlong(tree, x, i)) continue;
          const along = (t: number) => f.value(moved(x, i, t));
          const estimate = ridders(along, FIRST_STEP);
          const scale = Math.max(1, Math.abs(f.value(x)), Math.abs(estimate.value));
          if (agrees(gradient[i] as number, along, estimate, scale, spread)) checked++;
        }
      }),
      { numRuns: 500 },
    );
    expect(checked).toBeGreaterThan(300);
  });

  it('have the Hessian that differences of the gradient have, symmetric, and products that agree with it', () => {
    let checked = 0;
    fc.assert(
      fc.property(formulas, points, points, (tree, x, v) => {
        const f = objective(tree);
        const hessian = f.hessian(x, new Float64Array(N * N));
        const uncertainty = wobble((there) => f.gradient(there, new Float64Array(N)), x);
        for (let j = 0; j < N; j++) {
          if (!isSmoothAlong(tree, x, j)) continue;
          for (let i = 0; i < N; i++) {
            expect(hessian[i * N + j]).toBe(hessian[j * N + i]);
            const slope = (t: number) => f.gradient(moved(x, j, t), new Float64Array(N))[i] as number;
            const estimate = ridders(slope, FIRST_STEP);
            const scale = Math.max(1, Math.abs(slope(0)), Math.abs(estimate.value));
            if (agrees(hessian[i * N + j] as number, slope, estimate, scale, uncertainty)) checked++;
          }
        }
        expectProduct(f, hessian, x, v);
      }),
      { numRuns: 400 },
    );
    expect(checked).toBeGreaterThan(600);
  });

  it('have grids and sections with the very bits of their values', () => {
    fc.assert(
      fc.property(formulas, points, points, points, (tree, x, u, v) => {
        expectSection(objective(tree), x, u, v);
        const flat = objectiveOf(print(tree), ['x', 'y'], { ...CONSTANTS, z: 0.3 });
        const [xs, ys] = [Float64Array.from([...x, ...v]), u];
        const grid = flat.grid(xs, ys, new Float64Array(xs.length * ys.length));
        grid.forEach((value, k) => {
          const at = Float64Array.of(xs[k % xs.length] as number, ys[Math.floor(k / xs.length)] as number);
          expect(value).toBe(flat.value(at));
        });
      }),
      { numRuns: 200 },
    );
  });
});

const scaledBy = (scale: number, v: Float64Array): Float64Array => v.map((entry) => scale * entry);

/** H·v from products against H times v, where all is finite. */
function expectProduct(f: FormulaObjective, hessian: Float64Array, x: Float64Array, v: Float64Array): void {
  const product = f.hvp(x, v, new Float64Array(N));
  const size = hessian.reduce((sum, entry) => sum + Math.abs(entry), 0);
  if (!(size < LARGEST) || !product.every(Number.isFinite)) return;
  // What cancels exactly in the Hessian, as in that of atan2(z, z), need not in the product: it is linear but for that.
  const bends = [0.7, 1.3, 1.9].map((scale) => {
    const other = f.hvp(x, scaledBy(scale, v), new Float64Array(N));
    return other.reduce((sum, entry, i) => sum + Math.abs(entry / scale - (product[i] as number)), 0);
  });
  const uncertainty = Math.max(...bends) + wobble((there) => f.hessian(there, new Float64Array(N * N)), x);
  const tolerance = 1e-10 * (1 + size) + 100 * uncertainty;
  for (let i = 0; i < N; i++) {
    const expected = v.reduce((sum, entry, j) => sum + entry * (hessian[i * N + j] as number), 0);
    expect(Math.abs((product[i] as number) - expected)).toBeLessThanOrEqual(tolerance);
  }
}

function expectSection(f: FormulaObjective, x: Float64Array, u: Float64Array, v: Float64Array): void {
  const ss = Float64Array.of(-1, -0.3, 0, 0.1, 2);
  const ts = Float64Array.of(0, 0.7);
  const section = f.section(x, u, v, ss, ts, new Float64Array(ss.length * ts.length));
  section.forEach((value, k) => {
    const [s, t] = [ss[k % ss.length] as number, ts[Math.floor(k / ss.length)] as number];
    const at = x.map((origin, i) => origin + s * (u[i] as number) + t * (v[i] as number));
    expect(value).toBe(f.value(at));
  });
}
