import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { ForestLeaf, SublevelForest } from '../../../core/topology/SublevelForest.ts';
import { topologyStore } from '../../../store/topologyStore.ts';
import type { PlaneFrame } from '../../../views/planeFrame.ts';
import { type GraphGrid, SublevelGraph, SublevelGraphLines } from '../../../views/SublevelGraph.tsx';
import { type ShownSublevel, SublevelLayer } from '../../../views/SublevelLayer.tsx';
import { type SublevelLeaf, SublevelMarks } from '../../../views/SublevelMarks.tsx';
import { drawingTheme } from '../../theme.ts';
import { useThemeName } from '../../useThemeName.ts';
import { leafRemarks } from './leafRemarks.ts';
import { largestOf, litBranch } from './litBranch.ts';
import { drawnGrid } from './sampledField.ts';
import { type Topology, useBarrier, useLevel, useSublevel } from './useTopology.ts';

interface PaintProps {
  readonly topology: Topology;
  readonly frame: PlaneFrame;
}

/** More minima than this are not marked: the marks would hide what they mark. */
const MOST_MARKS = 60;

/** Below this width in pixels there is no room for words. */
const NARROW = 340;

/** Ω_u in colours over the contour or under the level of a graph, and the component of the branch under the hand. */
export function SublevelPaint({ topology, frame }: PaintProps) {
  const level = useLevel(topology);
  const { regions: components, spurious } = useSublevel(topology, level);
  const theme = drawingTheme(useThemeName());
  const outlined = useOutlined(topology);
  const { grid, extent } = useMemo(() => gridOf(topology), [topology]);
  if (topology.forest.axes.length === 1) {
    return <SublevelGraph {...{ frame, theme, level, components }} grid={graphGrid(topology)} />;
  }
  return <SublevelLayer {...{ grid, extent, frame, theme, level, components, spurious, outlined }} />;
}

/** The component of the branch under the hand, as large as it is by itself; null for none. */
function useOutlined(topology: Topology): ShownSublevel | null {
  const lit = useStore(topologyStore, (state) => state.branch);
  return useMemo(() => {
    const branch = litBranch(topology.tree, lit);
    return branch === null ? null : largestOf(topology, branch);
  }, [topology, lit]);
}

const graphGrids = new WeakMap<SublevelForest, GraphGrid>();

/** The same object for the same grid. */
function graphGrid({ forest }: Topology): GraphGrid {
  const made = graphGrids.get(forest) ?? {
    xs: forest.axes[0] as Float64Array,
    values: forest.values,
    labels: forest.labels,
  };
  graphGrids.set(forest, made);
  return made;
}

function gridOf({ forest }: Topology) {
  const [xs = new Float64Array(1), ys = xs] = forest.axes;
  const ends = (axis: Float64Array) => [axis[0] as number, axis[axis.length - 1] as number] as const;
  return {
    grid: drawnGrid(forest),
    extent: [ends(xs), ends(ys)] as const,
  };
}

/** About, in pixels. */
const MARK_RADIUS = 10;

/** Where a value stands upwards in a graph: −∞ at its lower side. */
const onGraph = ({ height, tScale, tShift }: PlaneFrame, value: number): number =>
  value === Number.NEGATIVE_INFINITY ? (height - MARK_RADIUS - tShift) / tScale : value;

interface DrawingProps extends PaintProps {
  /** The points that are asked about, in the picture's coordinates. */
  readonly points: readonly (readonly [number, number])[];
}

/** Minima, joins and the pass between two points; of a graph the outlines too, which it would hide. */
export function SublevelDrawing(props: DrawingProps) {
  if (props.topology.forest.axes.length > 1) return <TreeMarks {...props} />;
  return (
    <>
      <GraphLines {...props} />
      <TreeMarks {...props} />
    </>
  );
}

function GraphLines({ topology, frame }: PaintProps) {
  const level = useLevel(topology);
  const { regions: components, spurious } = useSublevel(topology, level);
  const theme = drawingTheme(useThemeName());
  const outlined = useOutlined(topology);
  return <SublevelGraphLines {...{ frame, theme, level, components, spurious, outlined }} grid={graphGrid(topology)} />;
}

function TreeMarks({ topology, frame, points }: DrawingProps) {
  const { forest, tree } = topology;
  const level = useLevel(topology);
  const { components, spurious } = useSublevel(topology, level);
  const barrier = useBarrier(topology);
  const lit = useStore(topologyStore, (state) => state.branch);
  const theme = drawingTheme(useThemeName());
  const isGraph = forest.axes.length === 1;
  const branch = litBranch(tree, lit);
  const isNarrow = frame.width < NARROW * theme.scale;
  const place = (x: ArrayLike<number>, value: number): readonly [number, number] => [
    x[0] as number,
    isGraph ? onGraph(frame, value) : (x[1] as number),
  ];
  const leaves = useMemo(() => {
    const remarks = leafRemarks(topology, level, { components, spurious }, isNarrow);
    return Array.from(tree.leaves, (position, leaf): SublevelLeaf => {
      const { x, value, standing } = forest.leaves[position] as ForestLeaf;
      return {
        leaf,
        position: [x[0] as number, isGraph ? onGraph(frame, value) : (x[1] as number)],
        isConfirmed: standing === 'confirmed',
        remark: remarks[leaf] as string,
        isLit: branch === leaf,
      };
    });
  }, [topology, forest, tree, level, components, spurious, branch, isGraph, isNarrow, frame]);
  const joins = tree.merges.map(({ join, absorbed }) => {
    const { x, value, standing } = forest.joins[join] as (typeof forest.joins)[number];
    return { join, position: place(x, value), isConfirmed: standing === 'confirmed', isLit: branch === absorbed };
  });
  const isCrowded = leaves.length > MOST_MARKS;
  return (
    <SublevelMarks
      leaves={isCrowded ? leaves.filter(({ isLit }) => isLit) : leaves}
      joins={isCrowded ? joins.filter(({ isLit }) => isLit) : joins}
      pass={barrier?.pass ? { position: place(barrier.pass.x, barrier.pass.value), level: barrier.level } : null}
      points={points}
      frame={frame}
      theme={theme}
    />
  );
}
