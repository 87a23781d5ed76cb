import type { Run, RunStatus } from '../../core/descent/Run.ts';
import { statusText } from '../../core/descent/statuses.ts';

/** How often one status occurred among some runs, and after how many iterations. */
export interface StatusCount {
  readonly status: RunStatus;
  readonly count: number;
  readonly least: number;
  readonly greatest: number;
}

/** The statuses of some runs, the most frequent first. */
export function countStatuses(runs: readonly Pick<Run, 'status' | 'iterations'>[]): readonly StatusCount[] {
  const counts = new Map<RunStatus, StatusCount>();
  for (const { status, iterations } of runs) {
    const { count = 0, least = iterations, greatest = iterations } = counts.get(status) ?? {};
    counts.set(status, {
      status,
      count: count + 1,
      least: Math.min(least, iterations),
      greatest: Math.max(greatest, iterations),
    });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** "2 of 3 converged, 214–380 it". */
export function statusCountText({ status, count, least, greatest }: StatusCount, total: number): string {
  const share = total === 1 ? '' : count === total ? `all ${total} ` : `${count} of ${total} `;
  const span = least === greatest ? `${least}` : `${least}–${greatest}`;
  return `${share}${statusText(status).label}, ${span} it`;
}
