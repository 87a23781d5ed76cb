import { useMemo } from 'react';
import { useStore } from 'zustand';
import { type CurvatureCurve, referenceMinimum, secondOrderThreshold } from '../../core/descent/measures.ts';
import type { Run } from '../../core/descent/Run.ts';
import { methodById } from '../../core/methods/registry.ts';
import { resolveParams } from '../../core/resolveParams.ts';
import type { MethodChoice } from '../../scenario/types.ts';
import { type Results, resultsStore, runId } from '../../store/resultsStore.ts';
import { scenarioStore } from '../../store/scenarioStore.ts';
import type { Chart, ChartAxis, ChartRun } from '../../views/figures/Chart.ts';
import { type FirstOrderBound, gradientNormChart } from '../../views/figures/gradientNorm.ts';
import { leastEigenvalueChart } from '../../views/figures/leastEigenvalue.ts';
import { objectiveGapChart } from '../../views/figures/objectiveGap.ts';
import { recordAt } from '../../views/screenPaths.ts';
import type { IterateReference } from '../../views/types.ts';
import { useCalmStore } from '../controls/calm.ts';
import { methodStroke } from '../methodStroke.ts';
import { useDeferredRuns } from '../useDeferredRuns.ts';
import { DEFAULT_VERDICTS } from '../useInspection.ts';
import { isShown, methodName } from './planeTrajectories.ts';

const selectCurvature = (state: Results) => state.curvature;

/** The three convergence charts of the visible runs. */
export function useCharts(): readonly Chart[] {
  const runs = useDeferredRuns();
  const curvature = useCalmStore(resultsStore, selectCurvature);
  const minimumValue = useStore(resultsStore, (state) => state.landscape?.minimumValue);
  const levels = useStore(resultsStore, (state) => state.landscape?.knownLevels);
  const methods = useStore(scenarioStore, (state) => state.scenario.experiment.methods);
  const view = useStore(scenarioStore, (state) => state.scenario.view);
  const start = useStore(resultsStore, emphasisedStart);
  const epsilon = view?.epsilon ?? DEFAULT_VERDICTS.epsilon;
  const rho = view?.rho ?? DEFAULT_VERDICTS.rho;
  const by = view?.chartsBy ?? 'iterations';
  const visible = useMemo(() => runs.filter((run) => isShown(run, methods)), [runs, methods]);
  const lowest = useMemo(() => referenceMinimum(visible, minimumValue), [visible, minimumValue]);
  const chartRuns = useMemo(() => visible.map((run) => chartRun(run, methods, null, by)), [visible, methods, by]);
  const gap = useMemo(() => lowest && objectiveGapChart(chartRuns, lowest, levels), [chartRuns, lowest, levels]);
  const norms = useMemo(
    () => gradientNormChart(chartRuns, lowest && firstOrderBound(visible, methods, lowest.value, start)),
    [chartRuns, visible, methods, lowest, start],
  );
  const least = useMemo(() => {
    const measured = runs.flatMap((run, i) => {
      const series = curvature[i];
      return series && isShown(run, methods) ? [chartRun(run, methods, series, by)] : [];
    });
    return leastEigenvalueChart(measured, secondOrderThreshold(rho, epsilon));
  }, [runs, curvature, methods, rho, epsilon, by]);
  return useMemo(() => (gap ? [gap, norms, least] : [norms, least]), [gap, norms, least]);
}

/** The start whose runs stand out: the selected one, the first where none is. */
const emphasisedStart = (state: Results) => state.selectedStart ?? 0;

/** The start whose runs stand out, null where all start at one place. */
export function useEmphasisedStart(): number | null {
  const count = useStore(scenarioStore, (state) => state.scenario.experiment.starts.length);
  const start = useStore(resultsStore, emphasisedStart);
  return count > 1 && start < count ? start : null;
}

/**
 * Ids of the runs that stand out in the charts, those from the selected start and the highlighted one; null where all
 * start at one place.
 */
export function useEmphasis(highlighted: IterateReference | null): ReadonlySet<string> | null {
  const runs = useDeferredRuns();
  const start = useStore(resultsStore, emphasisedStart);
  const lit = highlighted?.trajectoryId;
  const key = runs.map((run) => `${runId(run)}${run.startIndex === start ? '!' : ''}`).join(' ');
  // The runs are new at every move of a drag, their ids are not.
  return useMemo(() => {
    const ids = key.split(' ');
    const chosen = ids.filter((id) => id.endsWith('!')).map((id) => id.slice(0, -1));
    return chosen.length === ids.length || chosen.length === 0 ? null : new Set(lit ? [...chosen, lit] : chosen);
  }, [key, lit]);
}

/** With a curvature series, the run at the iterations of the series only; without, the whole run. */
function chartRun(run: Run, methods: readonly MethodChoice[], series: CurvatureCurve | null, by: ChartAxis): ChartRun {
  const choice = methods[run.methodIndex] as MethodChoice;
  const { iterations, values, gradientNorms, work } = run.trajectory;
  return {
    id: runId(run),
    label: methodName(choice),
    stroke: methodStroke(choice, run.methodIndex),
    iterations: series?.iterations ?? iterations,
    work: by === 'evaluations' ? (series ? workAt(run, series) : work) : undefined,
    values,
    gradientNorms,
    minEigenvalues: series?.leastEigenvalues ?? null,
  };
}

/** What a run had evaluated by the iterations of a series, which may be of the runs of a moment ago; by the series. */
const workOf = new WeakMap<CurvatureCurve, { readonly run: Run; readonly work: Float64Array }>();

function workAt(run: Run, series: CurvatureCurve): Float64Array {
  const before = workOf.get(series);
  if (before?.run === run) return before.work;
  const { iterations, work } = run.trajectory;
  const made = series.iterations.map((iteration) => work[Math.max(0, recordAt(iterations, iteration))] as number);
  workOf.set(series, { run, work: made });
  return made;
}

/**
 * The bound that gradient descent with step size η = 1/L keeps, for a visible gradient descent: from the given start
 * where there is one. It holds where η is no larger than the reciprocal of the true constant.
 */
function firstOrderBound(
  runs: readonly Run[],
  methods: readonly MethodChoice[],
  lowest: number,
  start: number,
): FirstOrderBound | null {
  const candidates = runs.filter((candidate) => methods[candidate.methodIndex]?.id === 'gradient-descent');
  const run = candidates.find(({ startIndex }) => startIndex === start) ?? candidates[0];
  const choice = run && methods[run.methodIndex];
  const method = choice && methodById(choice.id);
  if (!run || !choice || !method) return null;
  const { stepSize } = resolveParams(method.params, choice.params ?? {}, { dimension: run.final.x.length });
  const first = run.trajectory.values[0];
  if (typeof stepSize !== 'number' || first === undefined || !(first > lowest)) return null;
  return {
    method: methodName(choice),
    start: `start ${run.startIndex + 1}`,
    smoothness: 1 / stepSize,
    gap: first - lowest,
  };
}
