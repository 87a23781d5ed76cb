import type { Run } from '../core/descent/Run.ts';
import { type Results, resultsStore } from '../store/resultsStore.ts';
import { useCalmStore } from './controls/calm.ts';

const selectRuns = (state: Results) => state.runs;

/**
 * The runs for whatever may follow the hand a moment later than the trajectories: charts, sentences, tables. The frame
 * of a drag does not render them.
 */
export function useDeferredRuns(): readonly Run[] {
  return useCalmStore(resultsStore, selectRuns);
}
