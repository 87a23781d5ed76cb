/**
 * What may run side by side: of each lane there is at most one job, and a newer one replaces it. With two cores, what
 * answers the hand (compiling, runs) has one worker and what paints (fields and the rest) another, so that neither
 * waits for the other; jobs on one worker take turns.
 */
export const WORKER_OF_LANE = {
  prepare: 0,
  open: 0,
  scenes: 1,
  runs: 0,
  field: 1,
  curvature: 1,
  inspect: 1,
  section: 1,
  criticalPoints: 1,
  stableSets: 1,
  stableStart: 1,
  /** A map of basins is computed by both workers, one from below and one from above. */
  basinsBelow: 1,
  basinsAbove: 0,
  basinLabels: 1,
  estimate: 1,
  thumbnails: 1,
  exportRuns: 1,
  claim: 1,
  escapeTimes: 1,
  exportEscape: 1,
  race: 0,
  comparison: 1,
  exportComparison: 1,
  sublevelSets: 1,
  exportSublevels: 1,
  path: 0,
  pathPeers: 1,
  pathLengths: 1,
  pathEnds: 0,
  exportPaths: 1,
} as const;

export type Lane = keyof typeof WORKER_OF_LANE;
