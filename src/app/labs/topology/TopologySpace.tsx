import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import { formatNumber } from '../../../core/formatNumber.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import { topologyStore } from '../../../store/topologyStore.ts';
import { componentRgb } from '../../../views/componentColour.ts';
import { isosurfaceMesh } from '../../../views/isosurfaceMesh.ts';
import type { SpaceAxis } from '../../../views/SpaceFrame.tsx';
import type { SpaceMarked } from '../../../views/SpaceMarks.tsx';
import { SpaceView } from '../../../views/SpaceView.tsx';
import type { ShownSublevel } from '../../../views/SublevelLayer.tsx';
import type { SpaceMesh } from '../../../views/spaceMesh.ts';
import { sublevelSurfaceMesh } from '../../../views/sublevelSurfaceMesh.ts';
import type { ContourStyle } from '../../../views/types.ts';
import { drawingTheme } from '../../theme.ts';
import { useThemeName } from '../../useThemeName.ts';
import { componentOf, litBranch } from './litBranch.ts';
import { barrierMarks, placeIn, treeMarks } from './spaceMarks.ts';
import { type Topology, useBarrier, useLevel, useSublevel, useTopologySetting } from './useTopology.ts';

/** Corners along a side of the surface while it moves, and at rest. */
const COARSE_SURFACE = 61;
const FINE_SURFACE = 161;
/** About so many points along a side of the isosurface while it moves, and at rest. */
const COARSE_ISOSURFACE = 31;
const FINE_ISOSURFACE = 64;

/** The graph of two variables with Ω_u on it, or the surface f = u of three, each component in its colour. */
export function TopologySpace({ topology }: { readonly topology: Topology }) {
  const { forest, tree } = topology;
  const level = useLevel(topology);
  const { regions, spurious } = useSublevel(topology, level);
  const branch = litBranch(
    tree,
    useStore(topologyStore, (state) => state.branch),
  );
  const name = useStore(resultsStore, (state) => state.landscape?.name ?? 'the landscape');
  const variables = useStore(resultsStore, (state) => state.landscape?.variables);
  const theme = drawingTheme(useThemeName());
  const extent = useMemo(() => extentOf(topology), [topology]);
  const build = useCallback(
    (isMoving: boolean) => meshOf(topology, extent, { level, components: regions }, isMoving, topology.style.colours),
    [topology, extent, level, regions],
  );
  const buildLit = useMemo(() => {
    if (branch === null) return null;
    const shown = componentOf(topology, branch, level);
    return (isMoving: boolean) => meshOf(topology, extent, shown, isMoving, null);
  }, [topology, extent, branch, level]);
  const marks = useSpaceMarks(topology, extent, branch);
  const axes = useMemo(() => spaceAxes(topology, variables ?? []), [topology, variables]);
  const what = forest.axes.length === 3 ? 'Surface f = u of' : 'Surface of';
  return (
    <SpaceView {...{ build, buildLit, extent, axes, marks, theme }} outlined={spurious} label={`${what} ${name}`} />
  );
}

/** The marks at the level that is shown. */
function useSpaceMarks(topology: Topology, extent: Extent, branch: number | null): SpaceMarked {
  const level = useLevel(topology);
  const sublevel = useSublevel(topology, level);
  const between = useTopologySetting('between');
  const barrier = useBarrier(topology);
  const f = useStore(resultsStore, (state) => state.objective);
  const place = useMemo(() => placeIn(topology, extent), [topology, extent]);
  const asked = useMemo(
    () => barrierMarks(topology, place, between, barrier, f),
    [topology, place, between, barrier, f],
  );
  return useMemo(
    () => ({
      ...treeMarks(topology, place, level, sublevel, branch),
      ...asked,
      isOnSurface: topology.forest.axes.length === 2,
    }),
    [topology, place, level, sublevel, branch, asked],
  );
}

type Extent = readonly [number, number, number];

/** The triangles of components below a level, in two variables on the graph. @param colours  of the rest of the graph; null without it */
function meshOf(
  { forest, scale }: Topology,
  extent: Extent,
  { level, components }: Pick<ShownSublevel, 'level' | 'components'>,
  isMoving: boolean,
  colours: ContourStyle['colours'] | null,
): SpaceMesh {
  const { values, labels, axes } = forest;
  const sides = axes.map(({ length }) => length);
  if (sides.length === 3) {
    const wanted = isMoving ? COARSE_ISOSURFACE : FINE_ISOSURFACE;
    const stride = Math.max(1, Math.round(Math.max(...sides) / wanted));
    const grid = { sides: sides as [number, number, number], values, labels };
    return isosurfaceMesh(grid, level, components, componentRgb, extent, stride);
  }
  const grid = { columns: sides[0] as number, values, labels };
  const looks = { level, components, colourOf: componentRgb, colours };
  return sublevelSurfaceMesh(grid, scale, looks, extent, isMoving ? COARSE_SURFACE : FINE_SURFACE);
}

/** The box with equal units where that is no sliver; of two variables three fifths as high as wide. */
function extentOf({ forest: { axes } }: Topology): Extent {
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
