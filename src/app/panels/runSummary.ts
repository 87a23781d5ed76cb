import type { Run, RunStatus } from '../../core/descent/Run.ts';
import { isCritical } from '../../core/descent/sentence.ts';
import { statusText } from '../../core/descent/statuses.ts';
import { formatNumber } from '../../views/formatNumber.ts';

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

/**
 * What the marks of some runs do not say: which of them ended where ‖∇f‖ is above 1e-6, by a test of the method's own or
 * by a tolerance of the user's; null where none did.
 */
export function toleranceNote(runs: readonly Pick<Run, 'status' | 'final'>[]): string | null {
  const loose = runs.filter((run) => run.final.type !== 'regular' && !isCritical(run));
  if (loose.length === 0) return null;
  const largest = loose.reduce((most, { final }) => Math.max(most, final.gradientNorm), 0);
  const tested = loose.every(({ status }) => status === 'second-order-stationary');
  const what = tested ? 'second-order stationary' : 'stationary to the tolerance';
  const share = loose.length === runs.length ? '' : `${loose.length} of ${runs.length} `;
  return `${share}${what} (‖∇f‖ ${loose.length === 1 ? '=' : '≤'} ${formatNumber(largest, 2)})`;
}

/** "2 of 3 converged, 214–380 it". */
export function statusCountText({ status, count, least, greatest }: StatusCount, total: number): string {
  const share = total === 1 ? '' : count === total ? `all ${total} ` : `${count} of ${total} `;
  const span = least === greatest ? `${least}` : `${least}–${greatest}`;
  return `${share}${statusText(status).label}, ${span} it`;
}
