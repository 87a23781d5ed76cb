import { useMemo } from 'react';
import { useStore } from 'zustand';
import { scenarioStore } from '../store/scenarioStore.ts';
import type { Stroke } from '../views/types.ts';
import { methodStroke } from './methodStroke.ts';

/** The strokes of the scenario's methods, in their order; stable while the methods are. */
export function useStrokes(): readonly Stroke[] {
  const methods = useStore(scenarioStore, (state) => state.scenario.experiment.methods);
  return useMemo(() => methods.map(methodStroke), [methods]);
}
