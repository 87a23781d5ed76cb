import { useMemo } from 'react';
import { useStore } from 'zustand';
import { formatNumber } from '../../core/formatNumber.ts';
import type { BasinMap } from '../../store/BasinsSweep.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { scenarioStore } from '../../store/scenarioStore.ts';
import { areaSlots } from '../../views/basinColours.ts';
import { basinAt } from '../../views/basinPixels.ts';
import type { BasinLimit, PlaneBasins, PlaneMark } from '../../views/types.ts';
import { methodName } from './planeTrajectories.ts';

/** Places that differ by less than this share of the box are one, and a coordinate this small is 0. */
const SAME = 1e-4;
const ZERO = 1e-9;

/** The limits of each map with their colours, the same wherever they are shown. */
const known = new WeakMap<BasinMap, readonly BasinLimit[]>();

/** What was coloured last, and on which landscape: a limit keeps its colour while the map changes. */
let last: { readonly landscape: string | undefined; readonly limits: readonly BasinLimit[] } | null = null;

function colouredLimits(map: BasinMap, landscape: string | undefined): readonly BasinLimit[] {
  const before = known.get(map);
  if (before) return before;
  const limits = limitsOf(map, last && last.landscape === landscape ? last.limits : []);
  known.set(map, limits);
  last = { landscape, limits };
  return limits;
}

/** The map of basins as the views draw it; null while there is none. */
export function useBasins(): PlaneBasins | null {
  const map = useStore(resultsStore, (state) => state.basins);
  const landscape = useStore(resultsStore, (state) => state.landscape?.choice.id);
  const method = useStore(scenarioStore, ({ scenario }) => {
    const choice = map && scenario.experiment.methods[map.method];
    return choice ? methodName(choice) : '';
  });
  return useMemo(() => map && { ...map, limits: colouredLimits(map, landscape), method }, [map, method, landscape]);
}

function limitsOf({ attractors, labels, xs, box }: BasinMap, before: readonly BasinLimit[]): readonly BasinLimit[] {
  const sides = box.map(([low, high]) => high - low) as [number, number];
  const coordinate = (x: Float64Array, axis: 0 | 1) => {
    const value = x[axis] as number;
    return Math.abs(value) < ZERO * sides[axis] ? 0 : value;
  };
  const placed = attractors.map(({ x, type, share }) => {
    return { position: [coordinate(x, 0), coordinate(x, 1)] as const, type, share };
  });
  const reach = [SAME * sides[0], SAME * sides[1]] as const;
  const slots = areaSlots(placed, labels, xs.length, before, reach);
  return placed.map((limit, k) => ({ ...limit, slot: slots[k] as number }));
}

/** What the map says of a point, for who cannot see it: ", leads to the minimum (3, 2) after 27 iterations". */
export function describeLimit(basins: PlaneBasins | null, point: readonly [number, number]): string {
  const here = basins && basinAt(basins, point);
  if (!here) return '';
  const limit = basins.limits[here.label];
  if (!limit) return ', leads to no limit';
  const place = limit.position.map((value) => formatNumber(value)).join(', ');
  return `, leads to the ${limit.type} (${place}) after ${formatNumber(here.iterations)} iterations`;
}

/** Marks of the limits. */
export function limitMarks(basins: PlaneBasins | null): readonly PlaneMark[] {
  return (basins?.limits ?? []).flatMap(({ position, type }) =>
    type === 'regular' ? [] : [{ position, type, label: `${type}, a limit of ${basins?.method}` }],
  );
}
