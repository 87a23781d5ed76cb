import type { Objective } from '../../../src/core/objective/Objective.ts';

/** A small function written out by hand: value, gradient and Hessian (rows) of a plain array. */
interface HandWritten {
  readonly name: string;
  readonly dimension: number;
  readonly value: (x: readonly number[]) => number;
  readonly gradient: (x: readonly number[]) => readonly number[];
  readonly hessian: (x: readonly number[]) => readonly (readonly number[])[];
}

export interface NamedObjective extends Objective {
  readonly name: string;
  /** Calls that reached the function itself. */
  readonly calls: { value: number; gradient: number; hessian: number };
}

export function handWritten({ name, dimension, value, gradient, hessian }: HandWritten): NamedObjective {
  const calls = { value: 0, gradient: 0, hessian: 0 };
  return {
    name,
    dimension,
    exact: { gradient: true, hessian: true },
    calls,
    value(x) {
      calls.value++;
      return value([...x]);
    },
    gradient(x, out) {
      calls.gradient++;
      out.set(gradient([...x]));
      return out;
    },
    valueAndGradient(x, out) {
      calls.value++;
      calls.gradient++;
      out.set(gradient([...x]));
      return value([...x]);
    },
    hvp(x, v, out) {
      const rows = hessian([...x]);
      out.set(rows.map((row) => row.reduce((sum, entry, j) => sum + entry * (v[j] as number), 0)));
      return out;
    },
    hessian(x, out) {
      calls.hessian++;
      out.set(hessian([...x]).flat());
      return out;
    },
  };
}

/** θᵀHθ with H = diag(λ), without a half. */
export function diagonalQuadratic(...lambda: number[]): NamedObjective {
  return handWritten({
    name: `quadratic ${lambda}`,
    dimension: lambda.length,
    value: (x) => x.reduce((sum, t, i) => sum + (lambda[i] as number) * t * t, 0),
    gradient: (x) => x.map((t, i) => 2 * (lambda[i] as number) * t),
    hessian: (x) => x.map((_, i) => x.map((_, j) => (i === j ? 2 * (lambda[i] as number) : 0))),
  });
}

/** x²/2 + y⁴/4 − y²/2 of Lee et al. (2016): saddle 0, minima (0, ±1). */
export const lee = (): NamedObjective =>
  handWritten({
    name: 'lee',
    dimension: 2,
    value: ([x, y]) => x! ** 2 / 2 + y! ** 4 / 4 - y! ** 2 / 2,
    gradient: ([x, y]) => [x!, y! ** 3 - y!],
    hessian: ([, y]) => [
      [1, 0],
      [0, 3 * y! ** 2 - 1],
    ],
  });

export const himmelblau = (): NamedObjective =>
  handWritten({
    name: 'himmelblau',
    dimension: 2,
    value: ([x, y]) => (x! ** 2 + y! - 11) ** 2 + (x! + y! ** 2 - 7) ** 2,
    gradient: ([x, y]) => {
      const a = x! ** 2 + y! - 11;
      const b = x! + y! ** 2 - 7;
      return [4 * a * x! + 2 * b, 2 * a + 4 * b * y!];
    },
    hessian: ([x, y]) => {
      const off = 4 * x! + 4 * y!;
      return [
        [12 * x! ** 2 + 4 * y! - 42, off],
        [off, 12 * y! ** 2 + 4 * x! - 26],
      ];
    },
  });

/** Rastrigin's function: near 0 its value, of the order of the rounding of its terms, tells nothing. */
export const rastrigin = (): NamedObjective =>
  handWritten({
    name: 'rastrigin',
    dimension: 2,
    value: (x) => 20 + x.reduce((sum, t) => sum + t * t - 10 * Math.cos(2 * Math.PI * t), 0),
    gradient: (x) => x.map((t) => 2 * t + 20 * Math.PI * Math.sin(2 * Math.PI * t)),
    hessian: (x) =>
      x.map((t, i) => x.map((_, j) => (i === j ? 2 + 40 * Math.PI * Math.PI * Math.cos(2 * Math.PI * t) : 0))),
  });

/** x³ − 3xy²: the Hessian vanishes at 0. */
export const monkey = (): NamedObjective =>
  handWritten({
    name: 'monkey',
    dimension: 2,
    value: ([x, y]) => x! ** 3 - 3 * x! * y! ** 2,
    gradient: ([x, y]) => [3 * x! ** 2 - 3 * y! ** 2, -6 * x! * y!],
    hessian: ([x, y]) => [
      [6 * x!, -6 * y!],
      [-6 * y!, -6 * x!],
    ],
  });

/** (x + y)²: singular Hessian with the gradient in its range. */
export const valley = (): NamedObjective =>
  handWritten({
    name: 'valley',
    dimension: 2,
    value: ([x, y]) => (x! + y!) ** 2,
    gradient: ([x, y]) => [2 * (x! + y!), 2 * (x! + y!)],
    hessian: () => [
      [2, 2],
      [2, 2],
    ],
  });

/** xy: a saddle whose Hessian has a zero where the elimination begins. */
export const product = (): NamedObjective =>
  handWritten({
    name: 'product',
    dimension: 2,
    value: ([x, y]) => x! * y!,
    gradient: ([x, y]) => [y!, x!],
    hessian: () => [
      [0, 1],
      [1, 0],
    ],
  });

/** x² + y: singular Hessian with the gradient outside its range, unbounded below. */
export const slope = (): NamedObjective =>
  handWritten({
    name: 'slope',
    dimension: 2,
    value: ([x, y]) => x! ** 2 + y!,
    gradient: ([x]) => [2 * x!, 1],
    hessian: () => [
      [2, 0],
      [0, 0],
    ],
  });

/** x − √x of one variable: not a number for x < 0, infinite slope at 0; minimum at 1/4. */
export const root = (): NamedObjective =>
  handWritten({
    name: 'root',
    dimension: 1,
    value: ([x]) => x! - Math.sqrt(x!),
    gradient: ([x]) => [1 - 0.5 / Math.sqrt(x!)],
    hessian: ([x]) => [[0.25 / (x! * Math.sqrt(x!))]],
  });

/** −x⁴: falls ever faster. */
export const plunge = (): NamedObjective =>
  handWritten({
    name: 'plunge',
    dimension: 1,
    value: ([x]) => -(x! ** 4),
    gradient: ([x]) => [-4 * x! ** 3],
    hessian: ([x]) => [[-12 * x! ** 2]],
  });

export const everyObjective = (): readonly NamedObjective[] => [
  diagonalQuadratic(1, -0.5),
  diagonalQuadratic(1, 2, 3, -1, 0),
  lee(),
  himmelblau(),
  monkey(),
  valley(),
  product(),
  slope(),
  root(),
  plunge(),
];
