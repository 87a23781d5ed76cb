import type { CountingObjective } from '../objective/counting.ts';
import { beadCount } from './beads.ts';
import type { PathStage } from './PathMethod.ts';

/** A chain of which no segment has been checked, as it is now. @param beads  m·n; copied */
export const chainStage = (f: CountingObjective, beads: Float64Array, note: string): PathStage => ({
  beads: beads.slice(),
  segments: new Uint8Array(beadCount(beads, f.dimension) - 1),
  falling: null,
  work: f.work,
  note,
});
