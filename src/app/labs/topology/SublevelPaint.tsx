import { useMemo } from 'react';
import { useStore } from 'zustand';
import { componentsAt } from '../../../core/topology/mergeTree.ts';
import type { ForestLeaf } from '../../../core/topology/SublevelForest.ts';
import { edgeComponents } from '../../../core/topology/sublevelTree.ts';
import { topologyStore } from '../../../store/topologyStore.ts';
import type { PlaneFrame } from '../../../views/planeFrame.ts';
import { SublevelGraph } from '../../../views/SublevelGraph.tsx';
import { type ShownSublevel, SublevelLayer } from '../../../views/SublevelLayer.tsx';
import { type SublevelLeaf, SublevelMarks } from '../../../views/SublevelMarks.tsx';
import { drawingTheme } from '../../theme.ts';
import { useThemeName } from '../../useThemeName.ts';
import { litBranch } from './litBranch.ts';
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

const noSpurious: ReadonlySet<number> = new Set();

/** Ω_u in colours over the contour or under the level of a graph, and the component of the branch under the hand. */
export function SublevelPaint({ topology, frame }: PaintProps) {
  const { forest, tree } = topology;
  const level = useLevel(topology);
  const { regions, spurious } = useSublevel(topology, level);
  const theme = drawingTheme(useThemeName());
  const lit = useStore(topologyStore, (state) => state.branch);
  const outlined = useMemo((): ShownSublevel | null => {
    const branch = litBranch(tree, lit);
    if (branch === null) return null;
    const { leaf, level: top } = branchTop(topology, branch);
    const components = componentsAt(tree, top);
    return {
      level: top,
      components: tree.owners.map((owner) => (components[owner] === leaf ? leaf : -1)),
      spurious: noSpurious,
    };
  }, [topology, tree, lit]);
  const { grid, extent } = useMemo(() => gridOf(topology), [topology]);
  if (forest.axes.length === 1) {
    const xs = forest.axes[0] as Float64Array;
    return (
      <SublevelGraph
        {...{ xs, frame, theme, level, spurious }}
        values={forest.values}
        labels={forest.labels}
        components={regions}
      />
    );
  }
  return <SublevelLayer {...{ grid, extent, frame, theme, level, spurious, outlined }} components={regions} />;
}

/** The largest component that a branch is by itself: just below its end. */
function branchTop({ tree, scale }: Topology, leaf: number): { readonly leaf: number; readonly level: number } {
  const end = Math.min(tree.deaths[leaf] as number, scale.high);
  const birth = tree.births[leaf] as number;
  // At its end the branch is absorbed already.
  return { leaf, level: end - 1e-6 * (end - Math.max(birth, scale.low)) };
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

/** Minima, joins and the pass between two points. */
export function SublevelDrawing({ topology, frame, points }: DrawingProps) {
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
    const edges = edgeComponents(forest, tree, level, components);
    return Array.from(tree.leaves, (position, leaf): SublevelLeaf => {
      const { x, value, standing } = forest.leaves[position] as ForestLeaf;
      const stands = components[leaf] === leaf;
      const remarks = [
        ...(stands && spurious.has(leaf) ? [isNarrow ? 'spurious' : 'spurious valley'] : []),
        ...(stands && edges.has(leaf) && tree.leaves.length > 1 ? ['meets the edge'] : []),
      ];
      return {
        leaf,
        position: [x[0] as number, isGraph ? onGraph(frame, value) : (x[1] as number)],
        isConfirmed: standing === 'confirmed',
        remark: remarks.join(', '),
        isLit: branch === leaf,
      };
    });
  }, [forest, tree, level, components, spurious, branch, isGraph, isNarrow, frame]);
  const joins = tree.merges.map(({ join, absorbed }) => {
    const { x, value, standing } = forest.joins[join] as (typeof forest.joins)[number];
    return { position: place(x, value), isConfirmed: standing === 'confirmed', isLit: branch === absorbed };
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
