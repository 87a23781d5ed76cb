import type { Task } from '../core/task.ts';
import { curvature } from './jobs/curvature.ts';
import { descents } from './jobs/descents.ts';
import { field } from './jobs/field.ts';
import { prepare } from './jobs/prepare.ts';

/** The jobs behind what the page shows first, with what they do. The page knows the types of these tables only. */
export const jobs = { prepare, field, descents, curvature };

/** All other jobs: their code comes when it is first asked for. */
export const laterJobs = {
  inspect: async () => (await import('./jobs/inspect.ts')).inspect,
  open: async () => (await import('./jobs/open.ts')).open,
  criticalPoints: async () => (await import('./jobs/criticalPoints.ts')).criticalPoints,
  estimate: async () => (await import('./jobs/estimate.ts')).estimate,
  thumbnails: async () => (await import('./jobs/thumbnails.ts')).thumbnails,
  stableSets: async () => (await import('./jobs/stableSets.ts')).stableSets,
  stableStart: async () => (await import('./jobs/stableStart.ts')).stableStart,
  basinEnds: async () => (await import('./jobs/basinEnds.ts')).basinEnds,
  basinLabels: async () => (await import('./jobs/basinLabels.ts')).basinLabels,
  exportRuns: async () => (await import('./jobs/exportRuns.ts')).exportRuns,
  claim: async () => (await import('./jobs/claim.ts')).claim,
  escapeTimes: async () => (await import('./jobs/escapeTimes.ts')).escapeTimes,
  exportEscape: async () => (await import('./jobs/exportEscape.ts')).exportEscape,
  race: async () => (await import('./jobs/race.ts')).race,
  comparison: async () => (await import('./jobs/comparison.ts')).comparison,
  exportComparison: async () => (await import('./jobs/exportComparison.ts')).exportComparison,
  sublevelSets: async () => (await import('./jobs/sublevelSets.ts')).sublevelSets,
  exportSublevels: async () => (await import('./jobs/exportSublevels.ts')).exportSublevels,
  path: async () => (await import('./jobs/path.ts')).path,
  pathPeers: async () => (await import('./jobs/pathPeers.ts')).pathPeers,
  pathLengths: async () => (await import('./jobs/pathLengths.ts')).pathLengths,
  pathEnds: async () => (await import('./jobs/pathEnds.ts')).pathEnds,
  exportPaths: async () => (await import('./jobs/exportPaths.ts')).exportPaths,
};

type Later = typeof laterJobs;
export type Jobs = typeof jobs & { readonly [K in keyof Later]: Awaited<ReturnType<Later[K]>> };
export type JobKind = keyof Jobs;
export type PayloadOf<K extends JobKind> = Parameters<Jobs[K]>[0];
export type ResultOf<K extends JobKind> = ReturnType<Jobs[K]> extends Task<infer Result, unknown> ? Result : never;
export type PartialOf<K extends JobKind> =
  ReturnType<Jobs[K]> extends Generator<{ readonly partial?: infer Partial }> ? Exclude<Partial, undefined> : never;
