import { create } from 'zustand';
import type { CriticalPoints } from '../core/critical/findCriticalPoints.ts';
import type { CurvatureCurve } from '../core/descent/measures.ts';
import type { Run } from '../core/descent/Run.ts';
import type { FormulaObjective } from '../core/formula/instantiate.ts';
import type { Section } from '../core/objective/section.ts';
import type { Box } from '../core/params.ts';
import type { PreparedLandscape } from '../scenario/prepare.ts';
import type { LandscapeChoice, Problem } from '../scenario/types.ts';
import type { FieldGrid } from '../worker/jobs/field.ts';
import type { StableSet } from '../worker/jobs/stableSets.ts';
import type { BasinMap } from './BasinsSweep.ts';

/** How far a computation is, 0 to 1; null when none runs. */
export type Fraction = number | null;

/** Identifies a run among the results: "method/start/repeat" by position in the scenario. */
export type RunId = `${number}/${number}/${number}`;

/** A recorded iterate of a run. */
export interface IterateRef {
  readonly run: RunId;
  readonly iteration: number;
}

/** What the last good scenario gave, and what is under the hand at the moment. Nothing here is in the link. */
export interface Results {
  /** The last landscape that compiled; what is on screen belongs to it even while another is being typed. */
  readonly landscape: PreparedLandscape | null;
  /** The choice in the scenario that `landscape` was prepared for, by identity. */
  readonly landscapeChoice: LandscapeChoice | null;
  /** Its function, on this thread; null where that is code, which only workers load. */
  readonly objective: FormulaObjective | null;
  /** The visible plane; null while there is no landscape. */
  readonly section: Section | null;
  /** Box around the trajectories in a plane that follows them; null for any other plane. */
  readonly extent: Box | null;
  /** What is wrong with the formula, link or file that was last tried; empty when nothing is. */
  readonly problems: readonly Problem[];

  readonly field: FieldGrid | null;
  readonly fieldProgress: Fraction;

  readonly runs: readonly Run[];
  readonly runsProgress: Fraction;
  /** Those of `runs` that end where their computation was given up. */
  readonly cutShort: readonly Run[];
  /** Least Hessian eigenvalue along each run; belongs to the runs of a moment ago while they change. */
  readonly curvature: readonly CurvatureCurve[];

  /** Critical points of the visible box while the scenario asks for them; null before the first answer. */
  readonly critical: CriticalPoints | null;
  readonly criticalProgress: Fraction;
  /** Stable and unstable sets of the saddles among them, those computed so far. */
  readonly stableSets: readonly StableSet[];

  /** Basins of attraction while the scenario asks for them; null before the first picture. */
  readonly basins: BasinMap | null;
  readonly basinsProgress: Fraction;

  /** Iteration shown in every view and chart; null shows the whole runs. */
  readonly position: number | null;
  readonly playing: boolean;
  /** The start that has the keyboard, or null. */
  readonly selectedStart: number | null;
  /** Iterate under the pointer, in a view or chart. */
  readonly hovered: IterateRef | null;
  /** Iterate that the inspector holds on to. */
  readonly pinned: IterateRef | null;
  /** A point that the inspector holds on to, with its name. */
  readonly heldPoint: { readonly x: Float64Array; readonly name: string } | null;
  /** Point of R^n under the pointer. */
  readonly pointer: Float64Array | null;
  /** True while something is dragged: slow views may lag. */
  readonly dragging: boolean;
  /** Full-screen view for projecting. */
  readonly presenting: boolean;
  readonly helpOpen: boolean;
  readonly galleryOpen: boolean;
  /** The panel that lies over the views where there is no room beside them; never open of itself. */
  readonly drawer: 'left' | 'right' | null;
  /** One sentence for assistive technology. */
  readonly announcement: string;
}

export const resultsStore = create<Results>()(() => ({
  landscape: null,
  landscapeChoice: null,
  objective: null,
  section: null,
  extent: null,
  problems: [],
  field: null,
  fieldProgress: null,
  runs: [],
  runsProgress: null,
  cutShort: [],
  curvature: [],
  critical: null,
  criticalProgress: null,
  stableSets: [],
  basins: null,
  basinsProgress: null,
  position: null,
  playing: false,
  selectedStart: null,
  hovered: null,
  pinned: null,
  heldPoint: null,
  pointer: null,
  dragging: false,
  presenting: false,
  helpOpen: false,
  galleryOpen: false,
  drawer: null,
  announcement: '',
}));

/** The name of a run in the results. */
export const runId = (run: Pick<Run, 'methodIndex' | 'startIndex' | 'repeat'>): RunId =>
  `${run.methodIndex}/${run.startIndex}/${run.repeat}`;
