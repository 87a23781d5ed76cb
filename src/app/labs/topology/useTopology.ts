import { useMemo } from 'react';
import { useStore } from 'zustand';
import { componentsAt } from '../../../core/topology/mergeTree.ts';
import type { SublevelForest } from '../../../core/topology/SublevelForest.ts';
import {
  type Barrier,
  barrierBetween,
  globalComponents,
  levelCount,
  type SublevelTree,
} from '../../../core/topology/sublevelTree.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import { scenarioStore, type TopologySettings } from '../../../store/scenarioStore.ts';
import { settingsOn } from '../../../store/topologyScenario.ts';
import { type FoundSublevels, topologyStore } from '../../../store/topologyStore.ts';
import { openingLevel, regionComponents, treeOf } from '../../../store/topologyTree.ts';
import { type LevelScale, levelScale } from '../../../views/levels.ts';
import type { ContourStyle, Field } from '../../../views/types.ts';
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

/** The settings on the landscape that is shown. */
export function useTopologySettings(): TopologySettings {
  const settings = useStore(scenarioStore, (state) => state.topology);
  const landscape = useStore(scenarioStore, (state) => state.scenario.landscape);
  return useMemo(() => settingsOn(settings, landscape), [settings, landscape]);
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

/** What is found with its tree and scale; null before there is anything. */
export function useTopology(): Topology | null {
  const found = useStore(topologyStore, (state) => state.found);
  const threshold = useTopologySettings().persistence ?? null;
  const style = useContourStyle();
  return useMemo(() => {
    if (!found) return null;
    const { forest } = found;
    const field = sampledField(forest);
    return { found, forest, tree: treeOf(forest, threshold), field, style, scale: scaleOf(field, style) };
  }, [found, threshold, style]);
}

/** The level u that is shown: the scenario's, else one that shows something. */
export function useLevel(topology: Topology): number {
  const chosen = useTopologySettings().levels?.[0];
  const { tree, scale } = topology;
  const opening = useMemo(() => openingLevel(tree, scale.toUnit, scale.fromUnit), [tree, scale]);
  return chosen ?? opening;
}

/** What there is below u. */
export function useSublevel({ forest, tree }: Topology, level: number) {
  return useMemo(() => {
    const components = componentsAt(tree, level);
    const globals = globalComponents(tree, components);
    const spurious = new Set([...components].filter((component) => component >= 0 && !globals.has(component)));
    return { components, regions: regionComponents(tree, level), spurious, count: levelCount(forest, tree, level) };
  }, [forest, tree, level]);
}

/** The two points whose barrier is asked, and the barrier; null while there are not two. */
export function useBarrier({ forest, tree }: Topology): Barrier | null {
  const { between } = useTopologySettings();
  const f = useStore(resultsStore, (state) => state.objective);
  return useMemo(() => {
    const [a, b] = between ?? [];
    if (!a || !b || f?.dimension !== forest.axes.length) return null;
    const ends = [Float64Array.from(a), Float64Array.from(b)] as const;
    return barrierBetween(forest, tree, ends, [f.value(ends[0]), f.value(ends[1])]);
  }, [between, f, forest, tree]);
}
