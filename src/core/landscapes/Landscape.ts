import type { Box, ParamSpecs, Params } from '../params.ts';

/** `regular`: not a critical point. `degenerate`: critical, semidefinite, with a zero eigenvalue. */
export type PointType = 'minimum' | 'saddle' | 'maximum' | 'degenerate' | 'regular';

/** A critical point known from outside this code; test data as much as decoration. */
export interface KnownCriticalPoint {
  readonly x: readonly number[];
  readonly value: number;
  readonly type: Exclude<PointType, 'regular'>;
  /** Ascending; left out where the Hessian does not exist (a cusp). */
  readonly eigenvalues?: readonly number[];
}

/** A formula with named variables, named constants (changed without compiling again) and its natural box. */
export interface FormulaSource {
  readonly expression: string;
  readonly variables: readonly string[];
  readonly constants: Readonly<Record<string, number>>;
  /** One interval per variable. */
  readonly domain: Box;
}

/** A landscape family: parameters in, formula out. One file each, listed in `registry.ts`. */
export interface Landscape {
  readonly id: string;
  readonly name: string;
  /** Where it comes from: author, year, title or lecture. */
  readonly reference: string;
  /** One sentence on what it is good for. */
  readonly description: string;
  readonly params: ParamSpecs;
  /** Number of variables, or null where a parameter sets it. */
  readonly dimension: number | null;
  /** The formula for resolved parameters (every declared name present and in range). */
  source(params: Params): FormulaSource;
  /** Critical points known for these parameters; left out where none are. */
  criticalPoints?(params: Params): readonly KnownCriticalPoint[];
  /** The least value of f over R^n where it is known; undefined otherwise (or unbounded below). */
  minimumValue?(params: Params): number | undefined;
}
