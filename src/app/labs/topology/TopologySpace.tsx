import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { ForestJoin, ForestLeaf } from '../../../core/topology/SublevelForest.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import { topologyStore } from '../../../store/topologyStore.ts';
import { unitWithin } from '../../../views/barPlace.ts';
import { areaColours } from '../../../views/basinColours.ts';
import type { Rgb } from '../../../views/colourScales.ts';
import { formatNumber } from '../../../views/formatNumber.ts';
import { isosurfaceMesh } from '../../../views/isosurfaceMesh.ts';
import type { SpaceAxis } from '../../../views/SpaceFrame.tsx';
import type { SpaceMark } from '../../../views/SpaceMarks.tsx';
import { SpaceView } from '../../../views/SpaceView.tsx';
import type { SpaceMesh } from '../../../views/spaceMesh.ts';
import { sublevelSurfaceMesh } from '../../../views/sublevelSurfaceMesh.ts';
import { drawingTheme } from '../../theme.ts';
import { useThemeName } from '../../useThemeName.ts';
import { litBranch } from './litBranch.ts';
import { type Topology, useLevel, useSublevel } from './useTopology.ts';

/** Corners along a side of the surface while it moves, and at rest. */
const COARSE_SURFACE = 61;
const FINE_SURFACE = 161;
/** About so many points along a side of the isosurface while it moves, and at rest. */
const COARSE_ISOSURFACE = 31;
const FINE_ISOSURFACE = 64;
/** More marks than this hide what they mark. */
const MOST_MARKS = 40;

const colourOf = (component: number): Rgb => areaColours[component % areaColours.length] as Rgb;

/** The graph of two variables with Ω_u on it, or the surface f = u of three, each component in its colour. */
export function TopologySpace({ topology }: { readonly topology: Topology }) {
  const { forest, scale, style } = topology;
  const level = useLevel(topology);
  const { regions } = useSublevel(topology, level);
  const lit = useStore(topologyStore, (state) => state.branch);
  const name = useStore(resultsStore, (state) => state.landscape?.name ?? 'the landscape');
  const variables = useStore(resultsStore, (state) => state.landscape?.variables);
  const theme = drawingTheme(useThemeName());
  const extent = useMemo(() => extentOf(topology), [topology]);
  const build = useCallback(
    (isMoving: boolean): SpaceMesh => {
      const { values, labels, axes } = forest;
      const sides = axes.map(({ length }) => length);
      if (sides.length === 3) {
        const wanted = isMoving ? COARSE_ISOSURFACE : FINE_ISOSURFACE;
        const stride = Math.max(1, Math.round(Math.max(...sides) / wanted));
        const grid = { sides: sides as [number, number, number], values, labels };
        return isosurfaceMesh(grid, level, regions, colourOf, extent, stride);
      }
      const grid = { columns: sides[0] as number, values, labels };
      const colours = { level, components: regions, colourOf, colours: style.colours };
      return sublevelSurfaceMesh(grid, scale, colours, extent, isMoving ? COARSE_SURFACE : FINE_SURFACE);
    },
    [forest, level, regions, extent, scale, style],
  );
  const marks = useMemo(() => spaceMarks(topology, extent, lit), [topology, extent, lit]);
  const axes = useMemo(() => spaceAxes(topology, variables ?? []), [topology, variables]);
  const what = forest.axes.length === 3 ? 'Surface f = u of' : 'Surface of';
  return <SpaceView {...{ build, extent, axes, marks, theme }} label={`${what} ${name}`} />;
}

/** The box with equal units where that is no sliver; of two variables three fifths as high as wide. */
function extentOf({ forest: { axes } }: Topology): [number, number, number] {
  const spans = axes.map((axis) => (axis[axis.length - 1] as number) - (axis[0] as number));
  const largest = Math.max(...spans);
  const isSliver = Math.min(...spans) < largest / 3;
  const [x = 1, y = 1, z = 0.62] = spans.map((span) => (isSliver ? 1 : span / largest));
  return [x, y, z];
}

function spaceAxes({ forest, scale }: Topology, variables: readonly string[]): [SpaceAxis, SpaceAxis, SpaceAxis] {
  const [x, y, z] = forest.axes.map((axis, i) => ({
    name: variables[i] ?? `x${i + 1}`,
    low: formatNumber(axis[0] as number),
    high: formatNumber(axis[axis.length - 1] as number),
  }));
  const height = { name: 'f', low: formatNumber(scale.low), high: formatNumber(scale.high) };
  return [x as SpaceAxis, y as SpaceAxis, z ?? height];
}

function spaceMarks({ forest, tree, scale }: Topology, extent: readonly [number, number, number], lit: number | null) {
  const branch = litBranch(tree, lit);
  const at = (x: ArrayLike<number>, value: number): [number, number, number] => {
    const places = forest.axes.map((axis, i) => {
      const [low, high] = [axis[0] as number, axis[axis.length - 1] as number];
      return (((x[i] as number) - low) / (high - low) - 0.5) * (extent[i] as number);
    });
    return [places[0] as number, places[1] as number, places[2] ?? (unitWithin(scale, value) - 0.5) * extent[2]];
  };
  const leaves = Array.from(tree.leaves, (position, k): SpaceMark => {
    const { x, value, standing } = forest.leaves[position] as ForestLeaf;
    return { at: at(x, value), number: k + 1, isConfirmed: standing === 'confirmed', isLit: branch === k };
  });
  const joins = tree.merges.map(({ join, absorbed }): SpaceMark => {
    const { x, value, standing } = forest.joins[join] as ForestJoin;
    return { at: at(x, value), number: null, isConfirmed: standing === 'confirmed', isLit: branch === absorbed };
  });
  const all = [...joins, ...leaves];
  return all.length > MOST_MARKS ? all.filter(({ isLit }) => isLit) : all;
}
