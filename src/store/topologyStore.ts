import { create } from 'zustand';
import type { Box } from '../core/params.ts';
import type { SublevelForest } from '../core/topology/SublevelForest.ts';
import type { LandscapeChoice } from '../scenario/types.ts';
import type { Fraction } from './resultsStore.ts';

/** The sublevel sets on screen, and of what they are: while newer ones are found, the older ones stay. */
export interface FoundSublevels {
  readonly forest: SublevelForest;
  /** `sublevelKey` of what they are of. */
  readonly key: string;
  readonly landscape: LandscapeChoice;
  readonly box: Box;
  /** False while more is to come (a finer grid, the comparison with critical points), and after a cancel or a failure. */
  readonly isWhole: boolean;
}

/** What the Topology lab has found, and what is under the hand in it. Nothing here is in the link. */
export interface TopologyResults {
  readonly found: FoundSublevels | null;
  readonly progress: Fraction;
  /** Why nothing can be found, one sentence; null where it can. */
  readonly refusal: string | null;
  /** The branch of the merge tree under the pointer or the keyboard, by its leaf's position in the forest. */
  readonly branch: number | null;
  /** True while the level is dragged on a picture: words and numbers beside it then follow more slowly. */
  readonly isLevelDragged: boolean;
}

export const topologyStore = create<TopologyResults>()(() => ({
  found: null,
  progress: null,
  refusal: null,
  branch: null,
  isLevelDragged: false,
}));
