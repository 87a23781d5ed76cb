import type { Objective } from '../../../core/objective/Objective.ts';
import { type ForestJoin, type ForestLeaf, isInBox } from '../../../core/topology/SublevelForest.ts';
import type { Barrier } from '../../../core/topology/sublevelTree.ts';
import type { SublevelAt } from '../../../store/topologyTree.ts';
import { unitWithin } from '../../../views/barPlace.ts';
import type { SpaceMarked } from '../../../views/SpaceMarks.tsx';
import { endsOf } from './barrierEnds.ts';
import { leafRemarks } from './leafRemarks.ts';
import type { Topology } from './useTopology.ts';

/** More minima and joins than this hide what they mark. */
const MOST_MARKS = 40;

type Point = readonly [number, number, number];

/** Where a mark is, and a point over it that is seen where the mark is not hidden. */
interface Placed {
  readonly at: Point;
  readonly above: Point;
}

type Place = (x: ArrayLike<number>, value: number) => Placed;

/** From a point and f there to the coordinates of the box, which is centred at the origin. */
export function placeIn(topology: Topology, extent: Point): Place {
  const { axes } = topology.forest;
  // Where f has no value the place is that of its least.
  const heightOf = (value: number) => ((Number.isNaN(value) ? 0 : unitWithin(topology.scale, value)) - 0.5) * extent[2];
  return (x, value) => {
    const [px, py, pz] = axes.map((axis, i) => {
      const [low, high] = [axis[0] as number, axis[axis.length - 1] as number];
      return (((x[i] as number) - low) / (high - low) - 0.5) * (extent[i] as number);
    }) as [number, number, number?];
    const at: Point = [px, py, pz ?? heightOf(value)];
    return { at, above: pz === undefined ? [px, py, heightOf(highestAround(topology, x))] : at };
  };
}

/** So many grid points to each side a drawn triangle reaches. */
const AROUND = 2;

/** The greatest value on the grid around a point of the plane: no triangle drawn there is higher. */
function highestAround({ forest: { axes, values } }: Topology, x: ArrayLike<number>): number {
  const [columns = 1] = axes.map(({ length }) => length);
  const ranges = axes.map((axis, i) => {
    const [low, high] = [axis[0] as number, axis[axis.length - 1] as number];
    const at = Math.round((((x[i] as number) - low) / (high - low)) * (axis.length - 1));
    const first = Math.max(0, at - AROUND);
    return Array.from({ length: Math.min(axis.length - 1, at + AROUND) - first + 1 }, (_, k) => first + k);
  });
  const [is = [], js = []] = ranges;
  const around = js.flatMap((j) => is.map((i) => values[j * columns + i] as number)).filter(Number.isFinite);
  return Math.max(Number.NEGATIVE_INFINITY, ...around);
}

/** Minima with what is said of their components below u, and joins. @param branch  the one under the hand */
export function treeMarks(
  topology: Topology,
  place: Place,
  level: number,
  sublevel: SublevelAt,
  branch: number | null,
): Pick<SpaceMarked, 'leaves' | 'joins'> {
  const { forest, tree } = topology;
  const remarks = leafRemarks(topology, level, sublevel, true);
  const leaves = Array.from(tree.leaves, (position, leaf) => {
    const { x, value, standing } = forest.leaves[position] as ForestLeaf;
    const isConfirmed = standing === 'confirmed';
    return { leaf, ...place(x, value), isConfirmed, remark: remarks[leaf] as string, isLit: branch === leaf };
  });
  const joins = tree.merges.map(({ join, absorbed }) => {
    const { x, value, standing } = forest.joins[join] as ForestJoin;
    return { join, ...place(x, value), isConfirmed: standing === 'confirmed', isLit: branch === absorbed };
  });
  if (leaves.length + joins.length <= MOST_MARKS) return { leaves, joins };
  return { leaves: leaves.filter(({ isLit }) => isLit), joins: joins.filter(({ isLit }) => isLit) };
}

/** The points whose barrier is asked, as far as they lie in the box, and the pass between them. */
export function barrierMarks(
  { forest }: Topology,
  place: Place,
  between: readonly (readonly number[])[] | undefined,
  barrier: Barrier | null,
  f: Objective | null,
): Pick<SpaceMarked, 'ends' | 'pass'> {
  const isKnown = f?.dimension === forest.axes.length;
  const ends = endsOf(between).flatMap((end, i) =>
    isKnown && isInBox(forest, end)
      ? [{ ...place(end, f.value(Float64Array.from(end))), letter: 'AB'[i] as string }]
      : [],
  );
  const pass = barrier?.pass ?? null;
  return { ends, pass: pass && barrier && { ...place(pass.x, pass.value), level: barrier.level } };
}
