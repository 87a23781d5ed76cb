import type { PublishedCurve } from '../networks/freemanBrunaFigures.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box, ParamSpecs, Params } from '../params.ts';
import type { Rng } from '../rng.ts';

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

/** A landscape that is code, as far as it is known without loading that code. */
export interface CodeSource {
  readonly variables: readonly string[];
  /** None: whatever differs is a parameter. */
  readonly constants: Readonly<Record<string, number>>;
  /** One interval per variable, for pictures. */
  readonly domain: Box;
  /** TeX of what the function is. */
  readonly tex: string;
  /** What its derivatives miss, in the terms used of formulas. */
  readonly smoothness: { readonly piecewise: boolean; readonly nonSmooth: readonly string[] };
}

/** A value that means something on a landscape, drawn as a line beside curves. */
export interface KnownLevel {
  readonly name: string;
  /** The same in two or three words. */
  readonly short: string;
  readonly value: number;
}

/** Makes the function of a landscape that is code, for resolved parameters. */
export type CreateObjective = (params: Params) => Objective;

/** What formulas and code have in common. */
interface LandscapeFamily {
  readonly id: string;
  readonly name: string;
  /** Where it comes from: author, year, title or lecture. */
  readonly reference: string;
  /** One sentence on what it is good for. */
  readonly description: string;
  readonly params: ParamSpecs;
  /** Number of variables, or null where a parameter sets it. */
  readonly dimension: number | null;
  /** Critical points known for these parameters; left out where none are. */
  criticalPoints?(params: Params): readonly KnownCriticalPoint[];
  /** The least value of f over R^n where it is known; undefined otherwise (or unbounded below). */
  minimumValue?(params: Params): number | undefined;
  /** Values worth marking, such as the error of a constant predictor; left out where there are none. */
  knownLevels?(params: Params): readonly KnownLevel[];
  /**
   * A published curve of the length of joining paths against the level, to be shown beside one's own; null where there
   * is none for these parameters. Loaded when it is asked for.
   */
  publishedLengths?(params: Params): Promise<PublishedCurve> | null;
  /**
   * Positions of the variables that are weights, ascending, where others are biases: lengths may be taken over them
   * alone. Null where none are biases.
   */
  weightPositions?(params: Params): readonly number[] | null;
  /**
   * A random point (fresh, length n) as its source starts from, where that is not uniform in the domain.
   * @param stream  what it draws from
   */
  initialPoint?(params: Params, stream: Rng): Float64Array;
  /** The method by which its source brings random points down; descent with backtracking where left out. */
  readonly training?: { readonly id: string; readonly params: Params };
}

/** A landscape family: parameters in, formula out. One file each, listed in `registry.ts`. */
export interface FormulaLandscape extends LandscapeFamily {
  /** The formula for resolved parameters (every declared name present and in range). */
  source(params: Params): FormulaSource;
  readonly code?: undefined;
}

/** A landscape family whose function is code: it has neither enclosures nor loops over grids of its own. */
export interface CodeLandscape extends LandscapeFamily {
  readonly source?: undefined;
  /** What is known of it for resolved parameters before its code is loaded. */
  code(params: Params): CodeSource;
  /** Loads the code; only then can its function be made, at once. */
  load(): Promise<CreateObjective>;
}

export type Landscape = FormulaLandscape | CodeLandscape;
