import { formatNumber, formatPoint } from '../formatNumber.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import { describeDepth, describeGrid } from '../topology/describeSublevels.ts';
import { componentsAt } from '../topology/mergeTree.ts';
import { cellsBetween, type SublevelForest, vertexPoint } from '../topology/SublevelForest.ts';
import { globalComponents, type SpuriousValley } from '../topology/sublevelTree.ts';
import type { Claim, Hypothesis } from './Claim.ts';
import { Evidence } from './Evidence.ts';
import {
  descentFrom,
  descentsParam,
  gridParam,
  roundingOf,
  type Sublevels,
  sublevelsOf,
  tooManyForGrid,
} from './sublevels.ts';
import { within } from './within.ts';

type ValleyParams = { readonly resolution: number; readonly descents: number };

/** The level at which a valley is looked at, between its floor and its barrier. */
const HEIGHT = 0.9;

/** The deepest spurious valley of a landscape, by its definition in three ways. */
export const spuriousValley: Claim<ValleyParams> = {
  id: 'spurious-valley',
  name: 'A spurious valley, three ways',
  statement:
    'A spurious valley is a connected component of some $\\Omega_u$ that holds no global minimum. Of the deepest one' +
    ' here three things are measured: its component at nine tenths of its height holds none of the global minima; no' +
    ' descent that starts in it, and of which no step rises, leaves it for one; its floor lies above the global minimum.' +
    ' "No descent was found" is not "there is none".',
  reference:
    'Venturi, Bandeira and Bruna (2019), Spurious valleys in one-hidden-layer neural network optimization landscapes; lecture 10',
  params: { resolution: gridParam(201), descents: descentsParam('the valley') },
  example: { id: 'six-hump-camel' },
  inapplicable: tooManyForGrid,

  *check(f, context, { resolution, descents }, rng) {
    const evidence = new Evidence();
    const sublevels = yield* within(0, 0.7, sublevelsOf(f, context, resolution));
    const { forest, tree } = sublevels;
    const deepest = tree.spurious.reduce<SpuriousValley | null>(
      (best, valley) => (best === null || valley.depth > best.depth ? valley : best),
      null,
    );
    const found = `${tree.spurious.length} on ${describeGrid(forest)}`;
    const about =
      deepest && `; the deepest, at ${formatPoint(leafOf(sublevels, deepest).x, 1e-9)}, is ${describeDepth(deepest)}`;
    evidence.hypothesis('There is a spurious valley', deepest !== null, found + (about ?? ''));
    if (!deepest) return evidence.report();
    const { holds, measured } = whetherMinimum(f, sublevels, deepest);
    evidence.hypothesis('Its floor is a minimum of f', holds, measured);
    yield* within(0.7, 1, measure(f, sublevels, deepest, evidence, descents, rng));
    return evidence.report();
  },
};

const leafOf = ({ forest, tree }: Sublevels, { leaf }: SpuriousValley) =>
  forest.leaves[tree.leaves[leaf] as number] as SublevelForest['leaves'][number];

/** A descent from a minimum of the grid that is one of f leads no farther, in steps of the grid. */
const NEAR = 2;

/**
 * Whether the floor of a valley is a minimum of f, as far as that is known: kinks and flat pieces are none that
 * Newton's method finds.
 */
function whetherMinimum(f: Objective, sublevels: Sublevels, valley: SpuriousValley): Omit<Hypothesis, 'name'> {
  const { standing, x } = leafOf(sublevels, valley);
  if (standing === 'confirmed') return { holds: true, measured: 'confirmed by a critical point' };
  if (standing === 'edge') {
    return { holds: null, measured: 'it lies on the side of the box, beyond which f may go on falling' };
  }
  if (valley.isFloorBound)
    return { holds: false, measured: 'all critical points in the box are known, and none is there' };
  const end = descentFrom(f, x, sublevels.forest);
  const cells = cellsBetween(sublevels.forest, x, end);
  if (cells <= NEAR) return { holds: true, measured: 'unresolved, and a descent from it stays there' };
  return { holds: null, measured: `unresolved, and a descent from it leads away to ${formatPoint(end, 1e-9)}` };
}

function* measure(
  f: Objective,
  { forest, tree }: Sublevels,
  valley: SpuriousValley,
  evidence: Evidence,
  descents: number,
  rng: Rng,
): Task<void> {
  const { leaf, floor, barrier } = valley;
  const rounding = roundingOf(forest);
  // What the grid gives for a floor is too high by up to the sampling error.
  const lowest = floor - Math.max(rounding, leafOf({ forest, tree }, valley).slack);
  const least = Math.min(...tree.globals.map((global) => tree.births[global] as number));
  const level = floor + HEIGHT * (Math.min(barrier, highestOf(forest)) - floor);
  const components = componentsAt(tree, level);
  const mine = components[leaf] as number;
  const holds = [...globalComponents(tree, components)].filter((component) => component === mine).length;
  evidence.atMost(`Global minima in its component at u = ${formatNumber(level)}`, holds, 0);
  const inside = verticesOf(forest, tree.owners, components, mine, level);
  let left = 0;
  for (let k = 0; k < descents; k++) {
    if (k % 4 === 0) yield { done: k, total: descents };
    const start = inside[Math.floor(rng.uniform() * inside.length)];
    if (start === undefined) break;
    const end = descentFrom(f, vertexPoint(forest, start), forest);
    if (f.value(end) < lowest) left++;
  }
  evidence.atMost(`Descents below its floor, of ${descents} from ${inside.length} grid points of it`, left, 0);
  evidence.atLeast('Its floor, above the global minimum', floor, least + rounding);
}

/** The greatest finite value of the grid: as high as a valley can be looked at that nothing joins to another. */
const highestOf = ({ values }: SublevelForest): number =>
  values.reduce((most, value) => (value > most && value < Number.POSITIVE_INFINITY ? value : most), -Infinity);

/** The vertices of a component of Ω_u. */
function verticesOf(
  { labels, values }: SublevelForest,
  owners: Int32Array,
  components: Int32Array,
  mine: number,
  level: number,
): readonly number[] {
  const inside: number[] = [];
  for (const [vertex, label] of labels.entries()) {
    if (label < 0 || !((values[vertex] as number) <= level)) continue;
    if (components[owners[label] as number] === mine) inside.push(vertex);
  }
  return inside;
}
