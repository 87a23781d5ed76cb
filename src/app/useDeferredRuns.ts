import { useDeferredValue } from 'react';
import { useStore } from 'zustand';
import type { Run } from '../core/descent/Run.ts';
import { resultsStore } from '../store/resultsStore.ts';

/**
 * The runs for whatever may follow the hand a moment later than the trajectories: charts, sentences, tables. They are
 * rendered in the time that the frame of a drag leaves.
 */
export function useDeferredRuns(): readonly Run[] {
  return useDeferredValue(useStore(resultsStore, (state) => state.runs));
}
