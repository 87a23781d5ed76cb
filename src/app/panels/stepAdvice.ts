import { formatNumber } from '../../core/formatNumber.ts';
import { symmetricEigenvalues } from '../../core/linalg/symmetricEigen.ts';
import type { Objective } from '../../core/objective/Objective.ts';
import type { SelectedPoint } from './selectedPoint.ts';

/** What a method offers for choosing its step. */
export interface StepOffers {
  readonly stableStep: boolean;
  readonly constants: boolean;
}

/**
 * Why the curvature at a point bounds no step, and where one that does may be found; null where it bounds one.
 * @param offers  what can be advised instead
 */
export function noStableStep(f: Objective, { x, name }: SelectedPoint, { constants }: StepOffers): string | null {
  const n = f.dimension;
  const point = Float64Array.from(x);
  const greatest = symmetricEigenvalues(f.hessian(point, new Float64Array(n * n)), n)[n - 1] as number;
  const finite = Number.isFinite(greatest) && Number.isFinite(f.value(point));
  if (finite && greatest > 0) return null;
  const why = finite
    ? `f curves upward in no direction at ${name} (λ_max = ${formatNumber(greatest)}), so no step size is unstable there.`
    : `f or its Hessian is not finite at ${name}, so it bounds no step.`;
  const instead = constants ? ' Or estimate ℓ below.' : '';
  return `${why} Click a late iterate of a trajectory, or select a start in a valley, and press again.${instead}`;
}

/**
 * What to try after a divergence; null where no step size is to blame.
 * @param diverged  how many of `total` runs of the method diverged
 */
export function afterDivergence(diverged: number, total: number, offers: StepOffers): string | null {
  if (diverged === 0 || !(offers.stableStep || offers.constants)) return null;
  const all = ['The run', 'Both runs'][total - 1] ?? `All ${total} runs`;
  const which = diverged === total ? all : `${diverged} of ${total} runs`;
  const tries = [
    ...(offers.constants ? ['estimate ℓ below'] : []),
    ...(offers.stableStep ? ['try the largest stable step'] : []),
  ];
  return `${which} diverged: ${tries.join(', or ')}.`;
}
