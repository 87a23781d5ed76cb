import { inspectPoint } from '../critical/inspect.ts';
import { polish } from '../critical/polish.ts';
import { newtonDescent } from '../descent/newtonDescent.ts';
import { formatPoint } from '../formatNumber.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import { describeGrid, describeMissed, whyUndecided } from '../topology/describeSublevels.ts';
import { componentCounts } from '../topology/mergeTree.ts';
import { isInBox, type SublevelForest } from '../topology/SublevelForest.ts';
import type { Claim } from './Claim.ts';
import { Evidence } from './Evidence.ts';
import { criticalPointsOf } from './strictness.ts';
import { descentFrom, descentsParam, gridParam, roundingOf, sublevelsOf, tooManyForGrid } from './sublevels.ts';
import { within } from './within.ts';

type SimpleParams = { readonly resolution: number; readonly descents: number };

/** Steepest descent is slow in a flat valley; so many steps of Newton's method, none of which rises, end it. */
const NEWTON_STEPS = 40;
/** More minima than this are not listed. */
const LISTED = 40;

/** One component at every level leaves no room for a minimum that is not global. */
export const simpleSublevelSets: Claim<SimpleParams> = {
  id: 'simple-sublevel-sets',
  name: 'Connected sublevel sets leave no poor minimum',
  statement:
    'Let $N_u$ be the number of connected components of $\\Omega_u = \\{\\theta : f(\\theta) \\le u\\}$. If $N_u = 1$ for all' +
    ' $u \\ge \\min f$ ($f$ is simple), then every local minimum of $f$ is global: a strict one that is not would be a' +
    ' component of its own just above its value. The converse is false. Here $N_u$ is that of a grid in the box, compared' +
    ' with the critical points in it, and says no more than its resolution; the minima are those found, and those at' +
    ' which descents end.',
  reference:
    'Lecture 10 (sublevel sets); Freeman and Bruna (2017), Topology and geometry of half-rectified network optimization',
  params: { resolution: gridParam(201), descents: descentsParam('the box') },
  example: { id: 'rosenbrock' },
  inapplicable: tooManyForGrid,

  *check(f, context, { resolution, descents }, rng) {
    const evidence = new Evidence();
    const { forest, tree } = yield* within(0, 0.5, sublevelsOf(f, context, resolution));
    const { points } = yield* within(0.5, 0.9, criticalPointsOf(f, context));
    const most = Math.max(0, ...componentCounts(tree).counts);
    const hidden = tree.hidden > 0 ? `; ${tree.hidden} more are within its sampling error` : '';
    const found = `at most ${most} on ${describeGrid(forest)}${hidden}`;
    // Two strict minima have a level at which they are apart, whether the grid shows both or not.
    const missed = forest.missed > 0 ? `. ${describeMissed(forest)}` : '';
    const why = tree.isSimple === null ? `. Undecided: ${whyUndecided(forest)}` : '';
    evidence.hypothesis('N_u = 1 at every level', tree.isSimple, found + missed + why);
    const minima = points.filter(({ type }) => type === 'minimum');
    evidence.hypothesis('There is a minimum in the box', minima.length > 0, `${minima.length} found`);
    // What is least need not be a critical point: a kink, or a place on the side of the box.
    const least = minima.reduce(
      (value, point) => Math.min(value, point.value),
      tree.births[0] ?? Number.POSITIVE_INFINITY,
    );
    for (const { x, value } of minima.slice(0, LISTED)) {
      evidence.about(`f at the minimum ${formatPoint(x, 1e-9)}`, value, least, roundingOf(forest));
    }
    const { arrived, poor } = yield* within(0.9, 1, arrivals(f, forest, descents, least + roundingOf(forest), rng));
    const name = `Descents that end at a higher minimum, of ${descents} from random points, ${arrived} of which end at one`;
    evidence.atMost(name, poor, 0);
    return evidence.report();
  },
};

/** How many descents from random points of the box end at a minimum in it, and how many at one above a value. */
function* arrivals(
  f: Objective,
  forest: SublevelForest,
  descents: number,
  most: number,
  rng: Rng,
): Task<{ readonly arrived: number; readonly poor: number }> {
  let [arrived, poor] = [0, 0];
  for (let k = 0; k < descents; k++) {
    if (k % 4 === 0) yield { done: k, total: descents };
    const start = forest.axes.map((axis) => {
      const [low, high] = [axis[0] as number, axis[axis.length - 1] as number];
      return low + (high - low) * rng.uniform();
    });
    const end = descentFrom(f, start, forest);
    const { x } = polish(f, newtonDescent(f, end, NEWTON_STEPS));
    const { type, value } = inspectPoint(f, x);
    if (type !== 'minimum' || !isInBox(forest, x)) continue;
    arrived++;
    if (value > most) poor++;
  }
  return { arrived, poor };
}
