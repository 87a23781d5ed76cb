import { type CriticalPoints, findCriticalPoints, MOST_VARIABLES } from '../critical/findCriticalPoints.ts';
import type { Inspection } from '../critical/inspect.ts';
import { formatPoint } from '../formatNumber.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Task } from '../task.ts';
import type { ClaimContext, ClaimLandscape } from './Claim.ts';
import type { Evidence } from './Evidence.ts';

/** Why no list of critical points can be had; null where it can. */
export function tooManyVariables({ dimension }: ClaimLandscape): string | null {
  if (dimension <= MOST_VARIABLES) return null;
  return `It needs all critical points, which are searched for in up to ${MOST_VARIABLES} variables; here there are ${dimension}.`;
}

/** The critical points in the landscape's box. */
export function criticalPointsOf(f: Objective, { landscape, enclosures }: ClaimContext): Task<CriticalPoints> {
  return findCriticalPoints(f, enclosures(), landscape.domain, 1);
}

/** Whether the list is proved to be complete, as a hypothesis. */
export function supposeComplete(evidence: Evidence, { completeness }: CriticalPoints): void {
  const isComplete =
    completeness.claim === 'certified' && completeness.undecided.length === 0 && completeness.flat === 0;
  evidence.hypothesis('All critical points in the box are known', isComplete ? true : null, completeness.detail);
}

/** Whether descent can stay at a critical point only if that is a minimum. */
export const isMinimumOrStrict = ({ type, strictSaddle }: Inspection): boolean => type === 'minimum' || strictSaddle;

/** "2 minima, 1 strict saddle": how many of each kind. */
export function countKinds(points: readonly Inspection[]): string {
  const kinds = [
    ['minimum', 'minima', points.filter(({ type }) => type === 'minimum').length],
    [
      'strict saddle',
      'strict saddles',
      points.filter(({ type, strictSaddle }) => strictSaddle && type !== 'maximum').length,
    ],
    ['maximum', 'maxima', points.filter(({ type }) => type === 'maximum').length],
    ['neither', 'neither', points.filter((point) => !isMinimumOrStrict(point)).length],
  ] as const;
  const told = kinds.filter(([, , count]) => count > 0);
  return told.length === 0 ? 'none' : told.map(([one, many, n]) => `${n} ${n === 1 ? one : many}`).join(', ');
}

/** The strict-saddle property, as a hypothesis: every critical point found is a minimum or has a way down. */
export function supposeStrict(evidence: Evidence, { points }: CriticalPoints): void {
  const other = points.find((point) => !isMinimumOrStrict(point));
  const where = other ? `; neither at ${formatPoint(other.x, 1e-9)}` : '';
  const name = 'Every critical point found is a minimum or a strict saddle (maxima count as such)';
  evidence.hypothesis(name, other === undefined, countKinds(points) + where);
}
