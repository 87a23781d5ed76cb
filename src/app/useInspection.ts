import { useMemo } from 'react';
import { useStore } from 'zustand';
import { type Inspection, inspectPoint } from '../core/critical/inspect.ts';
import type { Run } from '../core/descent/Run.ts';
import { methodById } from '../core/methods/registry.ts';
import { type IterateRef, resultsStore, runId } from '../store/resultsStore.ts';
import { scenarioStore } from '../store/scenarioStore.ts';
import { useSlowInspection } from './useSlowInspection.ts';

/** ε and ρ of the verdicts where the scenario names none. */
export const DEFAULT_VERDICTS = { epsilon: 1e-2, rho: 1 } as const;

/** A point that the inspector shows, and where it comes from. */
export interface InspectedPoint {
  readonly x: Float64Array;
  /** "Iterate 12 of Adam from start 2", "Pointer", "Start 1". */
  readonly source: string;
  /** True if it stays when the pointer moves. */
  readonly held: boolean;
}

/** The recorded iterate that a reference means, or the nearest recorded one before it. */
export function findIterate(runs: readonly Run[], ref: IterateRef | null): { run: Run; index: number } | null {
  if (!ref) return null;
  const run = runs.find((candidate) => runId(candidate) === ref.run);
  if (!run) return null;
  const { iterations } = run.trajectory;
  let index = iterations.length - 1;
  while (index > 0 && (iterations[index] as number) > ref.iteration) index--;
  return { run, index };
}

function iteratePoint(runs: readonly Run[], ref: IterateRef | null, held: boolean): InspectedPoint | null {
  const found = findIterate(runs, ref);
  if (!found) return null;
  const { run, index } = found;
  const n = run.final.x.length;
  const choice = scenarioStore.getState().scenario.experiment.methods[run.methodIndex];
  const name = choice?.label ?? methodById(choice?.id ?? '')?.name ?? 'a method';
  return {
    x: run.trajectory.points.slice(index * n, (index + 1) * n),
    source: `Iterate ${run.trajectory.iterations[index]} of ${name} from start ${run.startIndex + 1}`,
    held,
  };
}

/** The point to inspect: the iterate under the pointer, else the pinned one, else a held point, else the pointer, else a start. */
export function useInspectedPoint(): InspectedPoint | null {
  const runs = useStore(resultsStore, (state) => state.runs);
  const hovered = useStore(resultsStore, (state) => state.hovered);
  const pinned = useStore(resultsStore, (state) => state.pinned);
  const heldPoint = useStore(resultsStore, (state) => state.heldPoint);
  const pointer = useStore(resultsStore, (state) => state.pointer);
  const selectedStart = useStore(resultsStore, (state) => state.selectedStart);
  const starts = useStore(scenarioStore, (state) => state.scenario.experiment.starts);
  return useMemo(() => {
    const iterate = iteratePoint(runs, hovered, false) ?? iteratePoint(runs, pinned, true);
    if (iterate) return iterate;
    if (heldPoint) return { x: heldPoint.x, source: heldPoint.name, held: true };
    if (pointer) return { x: pointer, source: 'Pointer', held: false };
    const index = selectedStart ?? 0;
    const start = starts[index];
    return start ? { x: Float64Array.from(start), source: `Start ${index + 1}`, held: true } : null;
  }, [runs, hovered, pinned, heldPoint, pointer, selectedStart, starts]);
}

/** A point and what is true there, to second order. */
export interface Inspected {
  readonly point: InspectedPoint;
  readonly inspection: Inspection;
}

/**
 * What is true at the inspected point; null while there is no landscape or no point. On a landscape that is code a
 * worker finds it out, and until it has, the answer is that of the point before.
 */
export function useInspection(): Inspected | null {
  const objective = useStore(resultsStore, (state) => state.objective);
  const landscape = useStore(resultsStore, (state) => state.landscape);
  const view = useStore(scenarioStore, (state) => state.scenario.view);
  const point = useInspectedPoint();
  const epsilon = view?.epsilon ?? DEFAULT_VERDICTS.epsilon;
  const rho = view?.rho ?? DEFAULT_VERDICTS.rho;
  const slow = useSlowInspection(objective ? null : landscape, point, epsilon, rho);
  return useMemo(() => {
    if (!objective) return slow;
    if (!point || point.x.length !== objective.dimension) return null;
    return { point, inspection: inspectPoint(objective, point.x, { epsilon, rho }) };
  }, [objective, point, epsilon, rho, slow]);
}
