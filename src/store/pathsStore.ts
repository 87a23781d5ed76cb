import { create } from 'zustand';
import type { LengthsRow } from '../core/paths/lengthsAgainstLevel.ts';
import type { TrainedEnd } from '../core/paths/trainEnds.ts';
import type { PathFindings, ShownStage } from '../worker/jobs/path.ts';
import type { PathPeer } from '../worker/jobs/pathPeers.ts';
import type { Fraction } from './resultsStore.ts';
import type { PathLengthsScenario, PathScenario } from './scenarioStore.ts';

/** What a search found, and for which scenario: while a newer one is computed, the older one's stays on screen. */
export interface FoundPath {
  readonly of: PathScenario;
  readonly findings: PathFindings;
  /** True where it was found under the hand: nothing has been pulled tight. */
  readonly isQuick: boolean;
  /** True where it is still to be pulled tight, or that was cancelled. */
  readonly isPartial: boolean;
}

/** What the methods found between the same ends. */
export interface FoundPeers {
  readonly of: PathScenario;
  readonly peers: readonly PathPeer[];
  readonly isWhole: boolean;
}

/** A curve of lengths against level. */
export interface FoundLengths {
  readonly of: PathLengthsScenario;
  readonly rows: readonly LengthsRow[];
  readonly isWhole: boolean;
}

/** What the Paths lab has found, and what of it is shown. Nothing here is in the link. */
export interface PathsResults {
  readonly path: FoundPath | null;
  /** Why the search that is set cannot begin; null where it can. */
  readonly refusal: string | null;
  /** The stage that a search under way has come to, or a first one until it was cancelled. */
  readonly live: { readonly of: PathScenario; readonly stage: ShownStage } | null;
  readonly pathProgress: Fraction;
  readonly peers: FoundPeers | null;
  readonly peersProgress: Fraction;
  readonly lengths: FoundLengths | null;
  readonly lengthsProgress: Fraction;
  /** Why the curve that is set cannot be measured; null where it can. */
  readonly lengthsRefusal: string | null;
  /** How far the ends are trained, and the values that they passed the last time. */
  readonly endsProgress: Fraction;
  readonly endsTrained: { readonly of: PathScenario; readonly curves: readonly TrainedEnd['curve'][] } | null;
  /** Stage shown; null shows the path found. */
  readonly position: number | null;
  readonly playing: boolean;
  /** Arc length along the path that the pointer is at; null for none. */
  readonly hovered: number | null;
  /** Ids of the methods whose paths are drawn beside. */
  readonly shownPeers: readonly string[];
}

export const pathsStore = create<PathsResults>()(() => ({
  path: null,
  refusal: null,
  live: null,
  pathProgress: null,
  peers: null,
  peersProgress: null,
  lengths: null,
  lengthsProgress: null,
  lengthsRefusal: null,
  endsProgress: null,
  endsTrained: null,
  position: null,
  playing: false,
  hovered: null,
  shownPeers: [],
}));
