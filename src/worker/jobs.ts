import type { Task } from '../core/task.ts';
import { basinEnds } from './jobs/basinEnds.ts';
import { basinLabels } from './jobs/basinLabels.ts';
import { claim } from './jobs/claim.ts';
import { criticalPoints } from './jobs/criticalPoints.ts';
import { curvature } from './jobs/curvature.ts';
import { descents } from './jobs/descents.ts';
import { escapeTimes } from './jobs/escapeTimes.ts';
import { estimate } from './jobs/estimate.ts';
import { exportEscape } from './jobs/exportEscape.ts';
import { exportRuns } from './jobs/exportRuns.ts';
import { field } from './jobs/field.ts';
import { open } from './jobs/open.ts';
import { prepare } from './jobs/prepare.ts';
import { race } from './jobs/race.ts';
import { stableSets } from './jobs/stableSets.ts';
import { thumbnails } from './jobs/thumbnails.ts';
import { stableStart } from './jobs/stableStart.ts';

/** Every kind of job, with what it does. The page knows the types of this table only, and no code of it. */
export const jobs = {
  prepare,
  open,
  field,
  descents,
  curvature,
  criticalPoints,
  estimate,
  thumbnails,
  stableSets,
  basinEnds,
  stableStart,
  basinLabels,
  exportRuns,
  claim,
  escapeTimes,
  exportEscape,
  race,
};

export type Jobs = typeof jobs;
export type JobKind = keyof Jobs;
export type PayloadOf<K extends JobKind> = Parameters<Jobs[K]>[0];
export type ResultOf<K extends JobKind> = ReturnType<Jobs[K]> extends Task<infer Result, unknown> ? Result : never;
export type PartialOf<K extends JobKind> =
  ReturnType<Jobs[K]> extends Generator<{ readonly partial?: infer Partial }> ? Exclude<Partial, undefined> : never;
