import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Racer } from '../../../core/escape/runRace.ts';
import type { MethodChoice } from '../../../scenario/types.ts';
import { escapeStore } from '../../../store/escapeStore.ts';
import { scenarioStore } from '../../../store/scenarioStore.ts';
import type { Stroke } from '../../../views/types.ts';
import { methodStroke } from '../../methodStroke.ts';
import { methodName } from '../../views/planeTrajectories.ts';
import { useFoundMethods } from './useEscape.ts';

/** A racer as it is drawn. */
export interface ShownRacer {
  readonly racer: Racer;
  readonly name: string;
  readonly stroke: Stroke;
}

/** The racers whose methods are shown; stable while nothing about them changes. */
export function useShownRacers(): readonly ShownRacer[] {
  const found = useStore(escapeStore, (state) => state.race);
  const { methods } = useFoundMethods(found);
  return useMemo(
    () =>
      (found?.result.racers ?? []).flatMap((racer) => {
        const choice: MethodChoice | undefined = methods[racer.methodIndex];
        if (!choice || choice.visible === false) return [];
        return [{ racer, name: methodName(choice), stroke: methodStroke(choice, racer.methodIndex) }];
      }),
    [found, methods],
  );
}

/** The iteration that the race shows. */
export function useRaceIteration(): number {
  const position = useStore(escapeStore, (state) => state.position);
  const found = useStore(escapeStore, (state) => state.race);
  const last = Math.max(0, ...(found?.result.racers ?? []).map((racer) => racer.last));
  return Math.min(position ?? last, last);
}

/** The two coordinates whose plane is shown: the scenario's while the race has them, else the first two. */
export function useRaceAxes(): readonly [number, number] {
  const section = useStore(scenarioStore, (state) => state.escape.view?.section);
  const found = useStore(escapeStore, (state) => state.race);
  return useMemo(() => {
    const dimension = found?.result.dimension ?? 2;
    const fits = section?.kind === 'coordinates' && section.axes.every((axis) => axis < dimension);
    return fits ? section.axes : [0, 1];
  }, [section, found]);
}
