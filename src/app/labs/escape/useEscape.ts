import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { EscapeFindings } from '../../../core/escape/runEscapes.ts';
import type { NamedMethod } from '../../../core/escape/sentence.ts';
import { contractionsOf, dimensionsOf } from '../../../store/escapeEdits.ts';
import { escapeStore, type Found } from '../../../store/escapeStore.ts';
import { isSameWork } from '../../../store/followEscape.ts';
import { type EscapeScenario, scenarioStore } from '../../../store/scenarioStore.ts';
import { methodName } from '../../views/planeTrajectories.ts';

/** The scenario of the lab. */
export const useEscapeScenario = (): EscapeScenario => useStore(scenarioStore, (state) => state.escape);

/**
 * What belongs to the picture of something found: the methods that were run, drawn as they look now.
 * A scenario that has changed since keeps its findings on screen with the methods they are of.
 */
export function useFoundMethods(found: Found<unknown> | null) {
  const scenario = useEscapeScenario();
  return useMemo(() => {
    const isCurrent = found === null || isSameWork(found.of, scenario);
    const methods = (isCurrent || !found ? scenario : found.of).experiment.methods;
    const named: NamedMethod[] = methods.flatMap((method, methodIndex) =>
      method.visible === false ? [] : [{ methodIndex, name: methodName(method) }],
    );
    return { isCurrent, methods, named };
  }, [found, scenario]);
}

/** The dimensions of which rows are known; those of the scenario before there are any. */
export function useFoundDimensions(found: Found<EscapeFindings> | null): readonly number[] {
  const scenario = useEscapeScenario();
  return useMemo(() => {
    const known = new Set((found?.result.rows ?? []).map(({ dimension }) => dimension));
    return known.size > 0 ? [...known].sort((a, b) => a - b) : dimensionsOf(scenario);
  }, [found, scenario]);
}

/** Dimension whose saddles the first chart and the sentence are about: the chosen one while it is known, else the largest. */
export function useShownDimension(found: Found<EscapeFindings> | null): number {
  const dimensions = useFoundDimensions(found);
  const chosen = useStore(escapeStore, (state) => state.shownDimension);
  return chosen !== null && dimensions.includes(chosen) ? chosen : Math.max(...dimensions);
}

/** The values of L of what was found, by whether they are shown. */
interface ShownContractions {
  readonly all: readonly number[];
  readonly shown: readonly number[];
  readonly hidden: readonly number[];
}

/** The values of L of what was found, and those of them that are shown: all where none would be. */
export function useShownContractions(found: Found<unknown> | null): ShownContractions {
  const scenario = useEscapeScenario();
  const hidden = useStore(escapeStore, (state) => state.hidden);
  return useMemo(() => {
    const all = contractionsOf(found?.of ?? scenario);
    const shown = all.filter((L) => !hidden.includes(L));
    return shown.length > 0 ? { all, shown, hidden } : { all, shown: all, hidden: [] };
  }, [found, scenario, hidden]);
}
