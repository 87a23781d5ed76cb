import type { RunStatus } from '../core/descent/Run.ts';
import type { PointType } from '../core/landscapes/Landscape.ts';
import type { Box } from '../core/params.ts';

/** Values of the landscape on a rectangular grid of the visible plane. */
export interface Field {
  /** Ascending coordinates, lengths nx and ny. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** nx·ny, row-major with row = y: z[j·nx + i] = f at (xs[i], ys[j]); not finite where f is not. */
  readonly z: Float64Array;
  /** Least and greatest finite value; NaN if there is none. */
  readonly min: number;
  readonly max: number;
}

/** How a method is drawn everywhere: colour, dash and marker together, so that no reader depends on one of them. */
export interface Stroke {
  readonly colour: string;
  /** SVG dash array in pixels; empty for solid. */
  readonly dash: string;
  readonly marker: 'circle' | 'square' | 'diamond' | 'triangle' | 'cross' | 'star';
}

/** A trajectory in the coordinates of the visible plane. */
export interface PlaneTrajectory {
  readonly id: string;
  readonly label: string;
  /** 2·m, (s, t) by recorded iterate. */
  readonly points: Float64Array;
  /** f at each recorded iterate, length m (height in the surface view). */
  readonly values: Float64Array;
  /** Iteration number of each recorded iterate, length m, ascending. */
  readonly iterations: Float64Array;
  readonly stroke: Stroke;
  readonly events: readonly { readonly iteration: number; readonly label: string; readonly detail: string }[];
  /** How the run ended: the shape of the mark at its end. Left out while that is not known. */
  readonly status?: RunStatus;
}

/** One iterate of one trajectory, by iteration number. */
export interface IterateReference {
  readonly trajectoryId: string;
  readonly iteration: number;
}

/** A critical point in the coordinates of the visible plane. */
export interface PlaneMark {
  readonly position: readonly [number, number];
  readonly type: Exclude<PointType, 'regular'>;
  /** Number of negative eigenvalues, written beside the mark; left out where there is none to write. */
  readonly index?: number;
  /** Shown beside the mark and spoken: "saddle, index 1". */
  readonly label: string;
}

/** A curve over the landscape, in the coordinates of the visible plane. */
export interface PlaneCurve {
  /**
   * From its points descent goes to the saddle, or along it away from there; or it goes round a box of which it is not
   * known whether it holds critical points.
   */
  readonly kind: 'stable' | 'unstable' | 'undecided';
  /** 2·m coordinates. */
  readonly points: Float64Array;
}

/** A limit of the runs from the points of a grid. */
export interface BasinLimit {
  readonly position: readonly [number, number];
  readonly type: PointType;
  /** Share of the grid's points that lead there. */
  readonly share: number;
  /** Place in the list of colours. */
  readonly slot: number;
}

/** Where a method goes from each point of a grid over the plane. */
export interface PlaneBasins {
  /** Ascending; nx and ny long. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Position in `limits`, −1 for none; nx·ny, row-major with row = y. */
  readonly labels: Float64Array;
  /** Iterations from each point; nx·ny. */
  readonly iterations: Float64Array;
  readonly limits: readonly BasinLimit[];
  /** Share of the points that lead nowhere. */
  readonly noneShare: number;
  /** Name of the method. */
  readonly method: string;
}

/** A draggable start in the coordinates of the visible plane. */
export interface PlaneStart {
  readonly position: readonly [number, number];
  /** Spoken and shown name: "Start 1". */
  readonly label: string;
}

/** Eigenvectors of the Hessian at a point, drawn as two scaled arrows. */
export interface CurvatureArrows {
  /** λ for eigenvalues of the Hessian, κ for those of its part within a plane. */
  readonly symbol: 'λ' | 'κ';
  readonly at: readonly [number, number];
  readonly axes: readonly {
    /** Unit direction in the plane. */
    readonly direction: readonly [number, number];
    readonly eigenvalue: number;
  }[];
}

/** How the contour shows the field. */
export interface ContourStyle {
  readonly scale: 'linear' | 'log';
  readonly colours: 'viridis' | 'cividis' | 'greys';
  readonly levels: number;
  /** True leaves the areas between the lines to what is drawn beneath. */
  readonly linesOnly?: boolean;
}

/** What contour and surface both show, and how. */
export interface LandscapeContent {
  readonly contourStyle: ContourStyle;
  readonly theme: DrawingTheme;
  /** Names of the two axes of the plane: x, y, v₁. */
  readonly axisNames: readonly [string, string];
  readonly trajectories: readonly PlaneTrajectory[];
  readonly starts: readonly PlaneStart[];
  readonly selectedStart: number | null;
  /** Iteration that the transport shows; null shows whole trajectories. */
  readonly position: number | null;
  readonly highlighted: IterateReference | null;
  /** Critical points in the plane. */
  readonly marks?: readonly PlaneMark[];
}

/** A visible box in the plane: [[sLow, sHigh], [tLow, tHigh]]. */
export type PlaneBox = Box;

/** Look of everything that is drawn: follows the theme. */
export interface DrawingTheme {
  readonly name: 'light' | 'dark' | 'projector';
  readonly text: string;
  readonly mutedText: string;
  readonly background: string;
  readonly gridLine: string;
  /** Factor on line widths, marker and font sizes; above 1 for the projector. */
  readonly scale: number;
}
