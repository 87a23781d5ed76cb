import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { MethodChoice } from '../../../scenario/types.ts';
import { comparisonScenario } from '../../../store/comparisonScenario.ts';
import { comparisonStore, type FoundComparison } from '../../../store/comparisonStore.ts';
import { isSameComparison } from '../../../store/followComparison.ts';
import { type ComparisonScenario, scenarioStore } from '../../../store/scenarioStore.ts';

/** The scenario of the comparison as it is set now. */
export function useComparisonScenario(): ComparisonScenario {
  const scenario = useStore(scenarioStore, (state) => state.scenario);
  const settings = useStore(scenarioStore, (state) => state.comparison);
  return useMemo(() => comparisonScenario(scenario, settings), [scenario, settings]);
}

interface Shown {
  /** Null before anything was found. */
  readonly found: FoundComparison | null;
  /** False where it is of settings from before. */
  readonly isCurrent: boolean;
  /** The methods that it is of, as they look now. */
  readonly methods: readonly MethodChoice[];
}

/** What was found, with the methods that belong to it. */
export function useFoundComparison(): Shown {
  const found = useStore(comparisonStore, (state) => state.found);
  const scenario = useComparisonScenario();
  return useMemo(() => {
    const isCurrent = found === null || isSameComparison(found.of, scenario);
    return { found, isCurrent, methods: (isCurrent || !found ? scenario : found.of).experiment.methods };
  }, [found, scenario]);
}
