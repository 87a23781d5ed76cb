import type { PointType } from '../landscapes/Landscape.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box } from '../params.ts';
import type { Task } from '../task.ts';
import { AttractorIndex } from './AttractorIndex.ts';
import { type GridEnds, type SweepPlan, sweepGrid } from './sweepGrid.ts';

/** A critical point that runs ended in, or a whole curve of degenerate ones, then by one point of it. */
export interface Attractor {
  readonly x: Float64Array;
  readonly value: number;
  readonly type: PointType;
  /** Share of the grid's points that have this label. */
  readonly share: number;
}

/** Where a method goes from each point of a grid. */
export interface Basins {
  /** Ascending; nx and ny long. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Position in `attractors`, −1 for none; nx·ny, row-major with row = y. */
  readonly labels: Float64Array;
  /** Steps from each point, the mean over the repeats; nx·ny. */
  readonly iterations: Float64Array;
  /** Ascending by value, then by coordinates. */
  readonly attractors: readonly Attractor[];
  /** Share of the points from which the method went to a saddle. */
  readonly saddleShare: number;
  /** Share of the points from which it went nowhere: diverged, not finite, or not at rest within the iterations. */
  readonly noneShare: number;
}

/** Ends between two yields. */
const SLICE = 64;

/**
 * The basins of attraction of one method over a box: coarse pictures first, as partial results, then all of it.
 * @throws RangeError as `sweepGrid`
 */
export function* findBasins(plan: SweepPlan): Task<Basins, Basins> {
  const sweep = sweepGrid(plan);
  for (;;) {
    const step = sweep.next();
    if (step.done) return yield* labelEnds(plan.objective, [step.value], plan.box);
    const { partial, ...progress } = step.value;
    if (partial) yield { ...progress, partial: yield* labelEnds(plan.objective, [partial], plan.box) };
    else yield progress;
  }
}

/**
 * Labels each point of a grid by the critical point in which its run ended. A run at rest belongs to the critical
 * point that Newton's method finds from its end, if that lies within 1 % of the box's sides. A run that only came no
 * further belongs to a minimum within that distance, and to nothing else: it may be passing by a saddle. Where noise
 * keeps it moving it belongs to the minimum to which steepest descent leads from its end in the box. Isolated points within 0.01 % are one; degenerate ones, as a curve of minima,
 * are one where they come within 1 % of each other step by step. Of several repeats the limit that most had counts,
 * none being a limit too; among equals the one that came first.
 * @param parts  the ends of consecutive rows, in ascending order
 * @param box  of the whole grid
 */
export function* labelEnds(f: Objective, parts: readonly GridEnds[], box: Box): Task<Basins, never> {
  const { xs, repeats } = parts[0] as GridEnds;
  const ys = Float64Array.from(parts.flatMap((part) => [...part.ys]));
  const points = xs.length * ys.length;
  const index = new AttractorIndex(f, box);
  const owners = new Float64Array(points * repeats);
  let at = 0;
  for (const { ends, settled, isNoisy } of parts) {
    for (let k = 0; k < settled.length; k++) {
      if (at % SLICE === 0) yield { done: points, total: points };
      const x = ends[2 * k] as number;
      const y = ends[2 * k + 1] as number;
      if (Number.isNaN(x)) owners[at++] = -1;
      else owners[at++] = settled[k] === 1 ? index.ofSettled(x, y) : index.ofUnsettled(x, y, isNoisy);
    }
  }
  const iterations = means(parts, points, repeats);
  return { xs, ys, iterations, ...summary(index, majority(index, owners, repeats)) };
}

/** The mean of each point's repeats. */
function means(parts: readonly GridEnds[], points: number, repeats: number): Float64Array {
  const sums = new Float64Array(points);
  let at = 0;
  for (const { iterations } of parts) {
    for (let k = 0; k < iterations.length; k += repeats, at++) {
      let sum = 0;
      for (let repeat = 0; repeat < repeats; repeat++) sum += iterations[k + repeat] as number;
      sums[at] = sum / repeats;
    }
  }
  return sums;
}

/** For each point the group that most of its repeats belong to; −1 for none. */
function majority(index: AttractorIndex, owners: Float64Array, repeats: number): Float64Array {
  if (repeats === 1) return owners.map((owner) => (owner === -1 ? -1 : index.groupOf(owner)));
  const winners = new Float64Array(owners.length / repeats);
  for (let point = 0; point < winners.length; point++) {
    const votes = new Map<number, number>();
    let winner = -1;
    let most = 0;
    for (let k = point * repeats; k < (point + 1) * repeats; k++) {
      const group = owners[k] === -1 ? -1 : index.groupOf(owners[k] as number);
      votes.set(group, (votes.get(group) ?? 0) + 1);
    }
    for (const [group, count] of votes) if (count > most) [winner, most] = [group, count];
    winners[point] = winner;
  }
  return winners;
}

/** Numbers the groups that have points by value and counts them. */
function summary(index: AttractorIndex, groups: Float64Array): Omit<Basins, 'xs' | 'ys' | 'iterations'> {
  // Over all points, so plain lists by group rather than maps; place 0 is for none.
  const counts: number[] = [0];
  for (let k = 0; k < groups.length; k++) {
    const at = (groups[k] as number) + 1;
    while (counts.length <= at) counts.push(0);
    counts[at] = (counts[at] as number) + 1;
  }
  const found = counts
    .map((count, at) => ({ group: at - 1, count }))
    .filter(({ group, count }) => group >= 0 && count > 0)
    .map((entry) => ({ ...entry, ...index.point(entry.group) }));
  found.sort((a, b) => a.value - b.value || compare(a.x, b.x));
  const places: number[] = counts.map(() => -1);
  for (const [place, { group }] of found.entries()) places[group + 1] = place;
  const attractors = found.map(({ x, value, type, count }) => ({ x, value, type, share: count / groups.length }));
  return {
    labels: groups.map((group) => places[group + 1] as number),
    attractors,
    saddleShare: attractors.reduce((sum, { type, share }) => sum + (type === 'saddle' ? share : 0), 0),
    noneShare: (counts[0] as number) / groups.length,
  };
}

function compare(a: Float64Array, b: Float64Array): number {
  return (a[0] as number) - (b[0] as number) || (a[1] as number) - (b[1] as number);
}
