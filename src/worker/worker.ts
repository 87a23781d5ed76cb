import { jobs, laterJobs } from './jobs.ts';
import { landscapeNeeds } from './landscapeNeeds.ts';
import { serveJobs, type WorkerScope } from './serve.ts';

serveJobs(globalThis as unknown as WorkerScope, jobs, laterJobs, { needs: landscapeNeeds });
