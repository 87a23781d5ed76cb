import { useMemo } from 'react';
import { useStore } from 'zustand';
import { axisUnderWay, type Racer } from '../../../core/escape/runRace.ts';
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

/** The plane that the scenario chooses; null where it leaves it to the race, or the race has no such coordinates. */
export function useChosenAxes(): readonly [number, number] | null {
  const section = useStore(scenarioStore, (state) => state.escape.view?.section);
  const dimension = useStore(escapeStore, (state) => state.race?.result.dimension ?? 2);
  if (section?.kind !== 'coordinates' || section.axes.some((axis) => axis >= dimension)) return null;
  return section.axes;
}

/** The two coordinates whose plane is shown: the chosen ones, else those that the slowest racer is at. */
export function useRaceAxes(): readonly [number, number] {
  const chosen = useChosenAxes();
  const dimension = useStore(escapeStore, (state) => state.race?.result.dimension ?? 2);
  const racers = useShownRacers();
  const iteration = useRaceIteration();
  const first = axisUnderWay(
    racers.map(({ racer }) => racer),
    dimension,
    iteration,
  );
  // The same pair while it says the same.
  const following = useMemo(() => [first, first + 1] as const, [first]);
  return chosen ?? following;
}
