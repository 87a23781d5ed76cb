import type { StopRule } from '../core/descent/Run.ts';
import type { Box, Params } from '../core/params.ts';

/** Something wrong with what a user gave, with the place: `experiment.methods[0].params.stepSize`. */
export interface Problem {
  readonly path: string;
  /** What is wrong and how to mend it, one sentence. */
  readonly message: string;
  /** Character range inside a text value (a formula), where that is known. */
  readonly start?: number;
  readonly end?: number;
}

/** A landscape by id with the parameters that differ from the defaults. */
export interface LandscapeChoice {
  readonly id: string;
  readonly params?: Params;
}

/** A method by id with the parameters that differ from the defaults, and how it is drawn. */
export interface MethodChoice {
  readonly id: string;
  readonly params?: Params;
  /** Shown instead of the method's name. */
  readonly label?: string;
  /** Position in the palette of `views/palette.ts`; by default the position in the list. */
  readonly colour?: number;
  /** Position in the dash list of `views/palette.ts`; by default the position in the list. */
  readonly dash?: number;
  /** False hides its trajectories; true by default. */
  readonly visible?: boolean;
}

/** Which iterates a descent report holds: all, the first and last, or every so many. */
export type RecordRule = 'all' | 'ends' | number;

export interface DescentExperiment {
  readonly kind: 'descent';
  readonly methods: readonly MethodChoice[];
  readonly starts: readonly (readonly number[])[];
  readonly stop?: Partial<StopRule>;
  readonly repeats?: number;
  readonly record?: RecordRule;
}

export interface InspectExperiment {
  readonly kind: 'inspect';
  readonly points: readonly (readonly number[])[];
  readonly epsilon?: number;
  readonly rho?: number;
}

export interface CriticalPointsExperiment {
  readonly kind: 'critical-points';
  readonly box?: Box;
  readonly effort?: number;
}

export interface BasinsExperiment {
  readonly kind: 'basins';
  readonly method: MethodChoice;
  readonly box?: Box;
  /** Grid points along each side, or along x and along y. */
  readonly resolution?: number | readonly [number, number];
  readonly stop?: Partial<StopRule>;
  /** Runs from each point of a stochastic method, the majority of which counts. */
  readonly repeats?: number;
}

export interface StableSetExperiment {
  readonly kind: 'stable-set';
  /** A point near the saddle. */
  readonly saddle: readonly number[];
  readonly box?: Box;
  /** Step of gradient descent, or 0 for the gradient flow. */
  readonly stepSize?: number;
}

export interface EscapeExperiment {
  readonly kind: 'escape';
  readonly methods: readonly MethodChoice[];
  readonly dimensions?: readonly number[];
  /** Contractions of the octopuses, one after the other; the landscape's own L where left out. */
  readonly L?: readonly number[];
  readonly repeats?: number;
  readonly stop?: Partial<Pick<StopRule, 'maxIterations' | 'gradientTolerance'>>;
}

export interface ComparisonExperiment {
  readonly kind: 'comparison';
  readonly methods: readonly MethodChoice[];
  readonly starts: readonly (readonly number[])[];
  /** Random starts, uniform in a box. */
  readonly cloud?: { readonly count?: number; readonly box?: Box };
  /** Runs of a stochastic method from each start. */
  readonly repeats?: number;
  readonly stop?: Partial<StopRule>;
  /** Accuracy ε and Hessian Lipschitz constant ρ of second-order stationarity. */
  readonly epsilon?: number;
  readonly rho?: number;
}

export interface PathExperiment {
  readonly kind: 'path';
  /** The two points to be joined. */
  readonly ends: readonly (readonly number[])[];
  /** The level u: the path is to stay in {x : f(x) ≤ u}. */
  readonly level: number;
  readonly method: MethodChoice;
  /** Whether a connection is pulled tight. */
  readonly shorten?: boolean;
  /** Positions of the coordinates that count in lengths; all where left out. */
  readonly lengthOver?: readonly number[];
}

export interface PathLengthsExperiment {
  readonly kind: 'path-lengths';
  /** Pairs of ends, or how many random pairs are trained down to each level. */
  readonly pairs: number | readonly (readonly (readonly number[])[])[];
  readonly levels: readonly number[];
  readonly method: MethodChoice;
  /** How random pairs are trained: descent with backtracking where no method is named. */
  readonly training?: { readonly method?: MethodChoice; readonly iterations?: number };
  readonly shorten?: boolean;
  readonly lengthOver?: readonly number[];
}

export interface SublevelExperiment {
  readonly kind: 'sublevel';
  readonly box?: Box;
  /** Grid points along each variable, or one number for all. */
  readonly resolution?: number | readonly number[];
  /** Levels u at which components are counted. */
  readonly levels?: readonly number[];
  /** Branches shorter than this are hidden; what the grid cannot resolve where left out. */
  readonly persistence?: number;
  /** Two points whose barrier is asked. */
  readonly between?: readonly (readonly number[])[];
}

export interface ClaimExperiment {
  readonly kind: 'claim';
  /** The claim's id. */
  readonly claim: string;
  readonly params?: Params;
}

export type Experiment =
  | DescentExperiment
  | InspectExperiment
  | CriticalPointsExperiment
  | BasinsExperiment
  | StableSetExperiment
  | EscapeExperiment
  | ComparisonExperiment
  | SublevelExperiment
  | PathExperiment
  | PathLengthsExperiment
  | ClaimExperiment;

/** The plane through an n-dimensional landscape that the views show. */
export type SectionChoice =
  | { readonly kind: 'coordinates'; readonly axes: readonly [number, number]; readonly at?: readonly number[] }
  | { readonly kind: 'eigenvectors'; readonly at: readonly number[]; readonly indices: readonly [number, number] }
  | { readonly kind: 'principal' }
  /** Through three points, the first of them the origin, the second on the horizontal axis. */
  | { readonly kind: 'points'; readonly at: readonly [readonly number[], readonly number[], readonly number[]] }
  /** Along two random directions, drawn by the seed. */
  | { readonly kind: 'random'; readonly at: readonly number[]; readonly seed?: number };

/** Which map of basins the page shows; it takes the experiment's stopping rule and the scenario's seed. */
export interface BasinsView {
  /** Position of the method in the experiment's list; the first by default. */
  readonly method?: number;
  /** Grid points along each side of the visible box; 256 by default. */
  readonly resolution?: number;
  /** Runs from each point of a stochastic method, of which the majority counts; 5 by default. */
  readonly repeats?: number;
}

/** What the page shows of a scenario; nothing here changes a result. */
export interface ViewChoice {
  readonly layout?: 'contour' | 'surface' | 'both';
  /** Visible box in the coordinates of the plane, two intervals; the landscape's domain by default. */
  readonly box?: Box;
  readonly scale?: 'linear' | 'log';
  readonly colours?: 'viridis' | 'cividis' | 'greys';
  /** Number of contour levels. */
  readonly levels?: number;
  readonly section?: SectionChoice;
  /** True marks the critical points of the visible box; false by default. */
  readonly criticalPoints?: boolean;
  /**
   * Draws the stable and unstable sets of the saddles marked: true or 'flow' those of dx/dt = −∇f, 'map' those of
   * gradient descent with the step size of the first in the list; false by default.
   */
  readonly stableSets?: boolean | 'flow' | 'map';
  /** Draws the basins of attraction of a method over the visible box, in two variables; left out by default. */
  readonly basins?: BasinsView;
  /** What the convergence charts count along their horizontal axis; iterations by default. */
  readonly chartsBy?: 'iterations' | 'evaluations';
  /** True shows the race, false (the default) the experiment, in the Escape lab. */
  readonly race?: boolean;
  /** Accuracy ε of the first- and second-order verdicts. */
  readonly epsilon?: number;
  /** Hessian Lipschitz constant ρ of the second-order verdict. */
  readonly rho?: number;
}

/** A scenario as people write and share it: everything with a default may be left out. */
export interface Scenario {
  readonly version: 1;
  readonly seed?: number;
  readonly title?: string;
  /** One sentence on what to look for. */
  readonly note?: string;
  readonly landscape: LandscapeChoice;
  readonly experiment: Experiment;
  readonly view?: ViewChoice;
}

/** The same with every default filled in, as the report carries it; itself a valid scenario. */
export interface ResolvedScenario extends Scenario {
  readonly seed: number;
  readonly landscape: Required<LandscapeChoice>;
}
