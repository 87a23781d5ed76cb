import { resultsStore } from '../../store/resultsStore.ts';
import { scenarioStore } from '../../store/scenarioStore.ts';
import { findIterate } from '../useInspection.ts';

/** A point that buttons mean by "here". */
export interface SelectedPoint {
  readonly x: readonly number[];
  /** "iterate 12", "start 1". */
  readonly name: string;
}

/** The pinned iterate, else the held point, else the selected or first start; null where there is none. */
export function selectedPoint(): SelectedPoint | null {
  const { pinned, heldPoint, runs, selectedStart, landscape } = resultsStore.getState();
  const found = findIterate(runs, pinned);
  const n = landscape?.dimension ?? 0;
  if (found && found.run.final.x.length === n) {
    const { points, iterations } = found.run.trajectory;
    const x = Array.from(points.slice(found.index * n, (found.index + 1) * n));
    return { x, name: `iterate ${iterations[found.index]}` };
  }
  if (heldPoint?.x.length === n) return { x: Array.from(heldPoint.x), name: `the ${heldPoint.name.toLowerCase()}` };
  const index = selectedStart ?? 0;
  const start = scenarioStore.getState().scenario.experiment.starts[index];
  return start ? { x: start, name: `start ${index + 1}` } : null;
}
