import { type Jobs, jobs, laterJobs } from '../../src/worker/jobs.ts';

const loaded = await Promise.all(Object.entries(laterJobs).map(async ([kind, load]) => [kind, await load()] as const));

/** Every kind of job, with its code. */
export const allJobs = { ...jobs, ...Object.fromEntries(loaded) } as Jobs;
