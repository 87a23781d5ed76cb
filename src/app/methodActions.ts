import { inspectPoint } from '../core/critical/inspect.ts';
import { largestStableStep as stableStep } from '../core/descent/stability.ts';
import type { Box } from '../core/params.ts';
import { compute } from '../store/compute.ts';
import { resolvedMethods } from '../store/descentPlan.ts';
import { setMethodParams } from '../store/edits.ts';
import { resultsStore } from '../store/resultsStore.ts';
import { edit, scenarioStore } from '../store/scenarioStore.ts';
import { visibleBox } from '../store/visibleBox.ts';
import { formatNumber } from '../views/formatNumber.ts';
import { selectedPoint } from './panels/selectedPoint.ts';

const SLOW_STEP =
  'A Hessian of this landscape takes a while: read λ_max in the inspector, and set the step below 2/λ_max yourself.';
const SLOW_CONSTANTS =
  'That takes thousands of Hessians, and one of this landscape takes a while: set the constants yourself.';

/**
 * Gives a method the largest step size with which it is stable at the point in question: for gradient descent 2/λ_max
 * of the Hessian there.
 * @returns what was found and set, in one sentence
 */
export function largestStableStep(index: number): string {
  const { landscape, objective } = resultsStore.getState();
  const point = selectedPoint();
  if (landscape && !objective) return SLOW_STEP;
  if (!objective || !point) return 'Add a start first: the step is that of its point.';
  const x = Float64Array.from(point.x);
  const chosen = resolvedMethods(scenarioStore.getState().scenario, objective.dimension)[index];
  const step = chosen && stableStep(objective, x, chosen.method, chosen.params);
  if (!step) return `No direction curves upward at ${point.name}, so the Hessian there bounds no step.`;
  edit(setMethodParams(index, { stepSize: step }));
  const greatest = inspectPoint(objective, x).eigenvalues.at(-1) ?? 0;
  return `Set to ${formatNumber(step)}, the largest stable step where λ_max = ${formatNumber(greatest)}, as at ${point.name}.`;
}

/**
 * Estimates ℓ and ρ on the visible box (in more than two variables, on the domain) and gives them to a method.
 * @param report  takes 0 to 1
 * @returns what was found and set, in one sentence
 */
export async function estimateConstants(
  index: number,
  report: (fraction: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const { landscape, objective } = resultsStore.getState();
  if (!landscape) return 'There is no landscape yet.';
  if (!objective) return SLOW_CONSTANTS;
  const box: Box =
    landscape.dimension === 2
      ? visibleBox(scenarioStore.getState().scenario.view ?? {}, landscape, objective, null)
      : landscape.domain;
  const found = await compute.run('estimate', { landscape, box }, { lane: 'estimate', onProgress: report, signal });
  edit(setMethodParams(index, { smoothness: found.smoothness, hessianLipschitz: found.hessianLipschitz }));
  const where = landscape.dimension === 2 ? 'the visible box' : 'the domain';
  return `ℓ ≈ ${formatNumber(found.smoothness)}, ρ ≈ ${formatNumber(found.hessianLipschitz)} on ${where}, by sampling: the true constants may be larger.`;
}
