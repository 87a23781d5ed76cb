import { all, create, type FactoryFunctionMap } from 'mathjs/number';
import { compileFormula } from '../../src/core/formula/compileFormula.ts';
import { type FormulaObjective, instantiate } from '../../src/core/formula/instantiate.ts';
import type { BenchRow } from './BenchRow.ts';
import { timeInTurns } from './timeInTurns.ts';

const SIDE = 512;
const ROUNDS = 25;
const CALLS = 20_000;

type Plain = (x: number, y: number) => number;

interface Subject {
  readonly name: string;
  readonly expression: string;
  readonly box: readonly [number, number, number, number];
  /** The formula as one would write it by hand in JavaScript. */
  readonly byHand: Plain;
}

const himmelblau: Subject = {
  name: 'Himmelblau',
  expression: '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
  box: [-5, 5, -5, 5],
  byHand: (x, y) => {
    const a = x * x + y - 11;
    const b = x + y * y - 7;
    return a * a + b * b;
  },
};

const mullerBrown: Subject = {
  name: 'Müller–Brown',
  expression:
    '-200*exp(-(x - 1)^2 - 10*y^2) - 100*exp(-x^2 - 10*(y - 0.5)^2)' +
    ' - 170*exp(-6.5*(x + 0.5)^2 + 11*(x + 0.5)*(y - 1.5) - 6.5*(y - 1.5)^2)' +
    ' + 15*exp(0.7*(x + 1)^2 + 0.6*(x + 1)*(y - 1) + 0.7*(y - 1)^2)',
  box: [-1.5, 1.2, -0.5, 2],
  byHand: (x, y) => {
    const a = x - 1;
    const b = y - 0.5;
    const c = x + 0.5;
    const d = y - 1.5;
    const p = x + 1;
    const q = y - 1;
    return (
      -200 * Math.exp(-a * a - 10 * y * y) -
      100 * Math.exp(-x * x - 10 * b * b) -
      170 * Math.exp(-6.5 * c * c + 11 * c * d - 6.5 * d * d) +
      15 * Math.exp(0.7 * p * p + 0.6 * p * q + 0.7 * q * q)
    );
  },
};

const rastrigin: Subject = {
  name: 'Rastrigin',
  expression: '20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)',
  box: [-5.12, 5.12, -5.12, 5.12],
  byHand: (x, y) => 20 + x * x - 10 * Math.cos(2 * Math.PI * x) + y * y - 10 * Math.cos(2 * Math.PI * y),
};

function objectiveOf({ expression }: Subject): FormulaObjective {
  const domain = [
    [-1, 1],
    [-1, 1],
  ] as const;
  const result = compileFormula({ expression, variables: ['x', 'y'], constants: {}, domain });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return instantiate(result.compiled, {});
}

function axis(low: number, high: number): Float64Array {
  return Float64Array.from({ length: SIDE }, (_, i) => low + ((high - low) * i) / (SIDE - 1));
}

/** A fresh function for each subject, so that the engine optimises each loop for its formula alone. */
const loopsByHand: Readonly<Record<string, (xs: Float64Array, ys: Float64Array, out: Float64Array) => void>> = {
  [himmelblau.name]: (xs, ys, out) => {
    for (let j = 0; j < ys.length; j++) {
      for (let i = 0; i < xs.length; i++) {
        out[j * xs.length + i] = himmelblau.byHand(xs[i] as number, ys[j] as number);
      }
    }
  },
  [mullerBrown.name]: (xs, ys, out) => {
    for (let j = 0; j < ys.length; j++) {
      for (let i = 0; i < xs.length; i++) {
        out[j * xs.length + i] = mullerBrown.byHand(xs[i] as number, ys[j] as number);
      }
    }
  },
  [rastrigin.name]: (xs, ys, out) => {
    for (let j = 0; j < ys.length; j++) {
      for (let i = 0; i < xs.length; i++) {
        out[j * xs.length + i] = rastrigin.byHand(xs[i] as number, ys[j] as number);
      }
    }
  },
};

function evaluateByMathjs(expression: string): Plain {
  const { parse } = create(all as FactoryFunctionMap) as unknown as {
    parse: (text: string) => { compile: () => { evaluate: (scope: Map<string, number>) => number } };
  };
  const code = parse(expression).compile();
  const scope = new Map<string, number>();
  return (x, y) => {
    scope.set('x', x);
    scope.set('y', y);
    return code.evaluate(scope);
  };
}

function gridRows(subject: Subject): BenchRow[] {
  const f = objectiveOf(subject);
  const [left, right, bottom, top] = subject.box;
  const xs = axis(left, right);
  const ys = axis(bottom, top);
  const out = new Float64Array(SIDE * SIDE);
  const byMathjs = evaluateByMathjs(subject.expression);
  const loop = loopsByHand[subject.name] as (typeof loopsByHand)[string];
  const [ours, byHand] = timeInTurns([() => f.grid(xs, ys, out), () => loop(xs, ys, out)], ROUNDS) as [number, number];
  const rowsOfMathjs = 32;
  const [slice] = timeInTurns(
    [
      () => {
        for (let k = 0; k < rowsOfMathjs * SIDE; k++) {
          out[k] = byMathjs(xs[k % SIDE] as number, ys[(k >> 4) % SIDE] as number);
        }
      },
    ],
    5,
  ) as [number];
  const mathjs = (slice * SIDE) / rowsOfMathjs;
  const work = `${subject.name} on a ${SIDE}×${SIDE} grid`;
  return [
    {
      work,
      against: 'mathjs, compiled',
      reach: '≥ 50× faster',
      ours,
      theirs: mathjs,
      unit: 'ms',
      ratio: mathjs / ours,
    },
    {
      work,
      against: 'JavaScript loop by hand',
      reach: '≤ 1.2× its time',
      ours,
      theirs: byHand,
      unit: 'ms',
      ratio: ours / byHand,
    },
  ];
}

/** ∇f into `slopes` by central differences, and f. Restores `x`. */
function slopesByDifferences(f: (x: Float64Array) => number, x: Float64Array, slopes: Float64Array): number {
  const h = 1e-5;
  for (let i = 0; i < x.length; i++) {
    const middle = x[i] as number;
    x[i] = middle + h;
    const above = f(x);
    x[i] = middle - h;
    slopes[i] = (above - f(x)) / (2 * h);
    x[i] = middle;
  }
  return f(x);
}

/** f at x + a·h·e_i + b·h·e_j. Restores `x`. */
function shifted(f: (x: Float64Array) => number, x: Float64Array, i: number, a: number, j: number, b: number): number {
  const [first, second] = [x[i] as number, x[j] as number];
  x[i] = (x[i] as number) + a;
  x[j] = (x[j] as number) + b;
  const value = f(x);
  x[j] = second;
  x[i] = first;
  return value;
}

/** ∇²f into `out` by central differences. Restores `x`. */
function hessianByDifferences(f: (x: Float64Array) => number, x: Float64Array, out: Float64Array): void {
  const h = 1e-4;
  const n = x.length;
  const middle = f(x);
  for (let i = 0; i < n; i++) {
    out[i * n + i] = (shifted(f, x, i, h, i, 0) - 2 * middle + shifted(f, x, i, -h, i, 0)) / (h * h);
    for (let j = 0; j < i; j++) {
      const alike = shifted(f, x, i, h, j, h) + shifted(f, x, i, -h, j, -h);
      const entry = (alike - shifted(f, x, i, h, j, -h) - shifted(f, x, i, -h, j, h)) / (4 * h * h);
      out[i * n + j] = entry;
      out[j * n + i] = entry;
    }
  }
}

function pointRows(subject: Subject): BenchRow[] {
  const f = objectiveOf(subject);
  const { byHand, box } = subject;
  const value = (x: Float64Array): number => byHand(x[0] as number, x[1] as number);
  const x = new Float64Array(2);
  const slopes = new Float64Array(2);
  const hessian = new Float64Array(4);
  const atPoints = (work: () => void) => () => {
    for (let k = 0; k < CALLS; k++) {
      x[0] = box[0] + ((box[1] - box[0]) * k) / CALLS;
      x[1] = box[2] + ((box[3] - box[2]) * k) / CALLS;
      work();
    }
  };
  const works = [
    () => f.valueAndGradient(x, slopes),
    () => slopesByDifferences(value, x, slopes),
    () => f.hessian(x, hessian),
    () => hessianByDifferences(value, x, hessian),
  ].map(atPoints);
  const perCall = timeInTurns(works, ROUNDS).map((milliseconds) => (milliseconds * 1e6) / CALLS);
  const [a, b, c, d] = perCall as [number, number, number, number];
  const against = 'central differences of the value by hand';
  return [
    {
      work: `${subject.name}, value and gradient`,
      against,
      reach: 'faster',
      ours: a,
      theirs: b,
      unit: 'ns',
      ratio: b / a,
    },
    { work: `${subject.name}, Hessian`, against, reach: 'faster', ours: c, theirs: d, unit: 'ns', ratio: d / c },
  ];
}

/** The formula engine against mathjs, against loops written by hand, and against differences. */
export function rows(): BenchRow[] {
  const subjects = [himmelblau, rastrigin, mullerBrown];
  return [...subjects.flatMap(gridRows), ...subjects.flatMap(pointRows)];
}
