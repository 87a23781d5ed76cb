import { useMemo } from 'react';
import { useStore } from 'zustand';
import { describeUnvalued } from '../../../core/topology/describeUnvalued.ts';
import { isInBox, type SublevelForest } from '../../../core/topology/SublevelForest.ts';
import { type Barrier, barrierBetween, type SublevelTree } from '../../../core/topology/sublevelTree.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import { scenarioStore, type TopologySettings } from '../../../store/scenarioStore.ts';
import { settingsOn } from '../../../store/topologyScenario.ts';
import { type FoundSublevels, topologyStore } from '../../../store/topologyStore.ts';
import { openingLevel, type SublevelAt, sublevelAt, treeOf } from '../../../store/topologyTree.ts';
import { type LevelScale, levelScale } from '../../../views/levels.ts';
import type { ContourStyle, Field } from '../../../views/types.ts';
import { useCalmStore } from '../../controls/calm.ts';
import { useContourStyle } from '../../views/usePlaneProps.ts';
import { sampledField } from './sampledField.ts';

/** What is found, as it is drawn. */
export interface Topology {
  readonly found: FoundSublevels;
  readonly forest: SublevelForest;
  readonly tree: SublevelTree;
  /** The values of the grid as a field of the views. */
  readonly field: Field;
  readonly style: ContourStyle;
  readonly scale: LevelScale;
}

const isOf = (found: FoundSublevels, { scenario: { landscape } }: Scenarios): boolean =>
  found.landscape === landscape || JSON.stringify(found.landscape) === JSON.stringify(landscape);

/** Whether the picture may go ahead to the box that is asked for: the same landscape is about to be found there. */
export function useIsFollowing({ found }: Topology): boolean {
  const isRefused = useStore(topologyStore, (state) => state.refusal !== null);
  const isCurrent = useStore(scenarioStore, (state) => isOf(found, state));
  return !isRefused && isCurrent;
}

type Scenarios = ReturnType<typeof scenarioStore.getState>;

const currentSettings = ({ topology, scenario }: Scenarios): TopologySettings =>
  settingsOn(topology, scenario.landscape);

const currentLevel = (state: Scenarios): number | undefined => currentSettings(state).levels?.[0];

/** One of the settings on the landscape that is shown: whoever needs no level is not rendered when it moves. */
export function useTopologySetting<K extends keyof TopologySettings>(key: K): TopologySettings[K] {
  return useStore(scenarioStore, (state) => currentSettings(state)[key]);
}

const scales = new WeakMap<Field, { readonly style: ContourStyle; readonly scale: LevelScale }>();

/** The same scale for the same field and style, for whoever asks. */
function scaleOf(field: Field, style: ContourStyle): LevelScale {
  const known = scales.get(field);
  if (known?.style === style) return known.scale;
  const scale = levelScale(field, style);
  scales.set(field, { style, scale });
  return scale;
}

/**
 * What is found with its tree and scale; null before there is anything. Where nothing can be found for what is asked
 * now, what was found before for the same landscape stays; of another landscape nothing is shown.
 */
export function useTopology(): Topology | null {
  const isRefused = useStore(topologyStore, (state) => state.refusal !== null);
  const before = useStore(topologyStore, (state) => state.found);
  const isOfAnother = useStore(scenarioStore, (state) => isRefused && before !== null && !isOf(before, state));
  const found = isOfAnother ? null : before;
  const threshold = useTopologySetting('persistence') ?? null;
  const style = useContourStyle();
  return useMemo(() => {
    if (!found) return null;
    const { forest } = found;
    const field = sampledField(forest, style.scale);
    return { found, forest, tree: treeOf(forest, threshold), field, style, scale: scaleOf(field, style) };
  }, [found, threshold, style]);
}

/** The level u that is shown: the scenario's, else one that shows something. */
export function useLevel(topology: Topology): number {
  return useChosenOrOpening(useStore(scenarioStore, currentLevel), topology);
}

/** The same for words and numbers beside the pictures: while the level is dragged on those, ten times a second. */
export function useReadLevel(topology: Topology): number {
  const calm = useCalmStore(scenarioStore, currentLevel);
  const isDragged = useStore(topologyStore, (state) => state.isLevelDragged);
  const live = useStore(scenarioStore, (state) => (isDragged ? undefined : currentLevel(state)));
  return useChosenOrOpening(isDragged ? calm : live, topology);
}

function useChosenOrOpening(chosen: number | undefined, { tree, scale }: Topology): number {
  const opening = useMemo(() => openingLevel(tree, scale.toUnit, scale.fromUnit), [tree, scale]);
  return chosen ?? opening;
}

/** What there is below u. */
export const useSublevel = ({ forest, tree }: Topology, level: number): SublevelAt => sublevelAt(forest, tree, level);

/** The two points whose barrier is asked with the values of f there; null while there are not two in the box. */
function useAsked({ forest }: Topology) {
  const between = useTopologySetting('between');
  const f = useStore(resultsStore, (state) => state.objective);
  return useMemo(() => {
    const [a, b] = between ?? [];
    if (!a || !b || f?.dimension !== forest.axes.length) return null;
    const ends = [Float64Array.from(a), Float64Array.from(b)] as const;
    if (!ends.every((end) => isInBox(forest, end))) return null;
    return { ends, values: [f.value(ends[0]), f.value(ends[1])] } as const;
  }, [between, f, forest]);
}

/** Why nothing is known of the barrier between two points of the box at which f has no value; empty where it has. */
export function useUnvalued(topology: Topology): string {
  const asked = useAsked(topology);
  return asked ? describeUnvalued(topology.forest, asked.ends, asked.values) : '';
}

/** The barrier between the two points that are asked about; null while there are not two in the box with values of f. */
export function useBarrier(topology: Topology): Barrier | null {
  const { forest } = topology;
  const asked = useAsked(topology);
  const unvalued = useUnvalued(topology);
  return useMemo(
    () => (asked && unvalued === '' ? barrierBetween(forest, treeOf(forest, null), asked.ends, asked.values) : null),
    [asked, unvalued, forest],
  );
}
