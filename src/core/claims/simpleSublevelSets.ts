import { formatPoint } from '../formatNumber.ts';
import { describeGrid } from '../topology/describeSublevels.ts';
import { componentCounts } from '../topology/mergeTree.ts';
import type { Claim } from './Claim.ts';
import { Evidence } from './Evidence.ts';
import { criticalPointsOf } from './strictness.ts';
import { gridParam, sublevelsOf, tooManyForGrid, valueScale } from './sublevels.ts';
import { within } from './within.ts';

type SimpleParams = { readonly resolution: number };

/** Values of one function that differ by less than this part of the largest are equal. */
const ROUNDING = 1e-9;
/** More minima than this are not listed. */
const LISTED = 40;

/** One component at every level leaves no room for a minimum that is not global. */
export const simpleSublevelSets: Claim<SimpleParams> = {
  id: 'simple-sublevel-sets',
  name: 'Connected sublevel sets leave no poor minimum',
  statement:
    'Let $N_u$ be the number of connected components of $\\Omega_u = \\{\\theta : f(\\theta) \\le u\\}$. If $N_u = 1$ for all' +
    ' $u \\ge \\min f$ ($f$ is *simple*), then every local minimum of $f$ is global: a strict one that is not would be a' +
    ' component of its own just above its value. The converse is false. Here $N_u$ is that of a grid in the box, and says' +
    ' no more than its resolution.',
  reference:
    'Lecture 10 (sublevel sets); Freeman and Bruna (2017), Topology and geometry of half-rectified network optimization',
  params: { resolution: gridParam(201) },
  example: { id: 'rosenbrock' },
  inapplicable: tooManyForGrid,

  *check(f, context, { resolution }) {
    const evidence = new Evidence();
    const { forest, tree } = yield* within(0, 0.6, sublevelsOf(f, context, resolution));
    const { points } = yield* within(0.6, 1, criticalPointsOf(f, context));
    const most = Math.max(0, ...componentCounts(tree).counts);
    const hidden = tree.hidden > 0 ? `; ${tree.hidden} more are within its sampling error` : '';
    evidence.hypothesis('N_u = 1 at every level', most === 1, `at most ${most} on ${describeGrid(forest)}${hidden}`);
    const minima = points.filter(({ type }) => type === 'minimum');
    evidence.hypothesis('There is a minimum in the box', minima.length > 0, `${minima.length} found`);
    const least = minima.reduce((value, point) => Math.min(value, point.value), Number.POSITIVE_INFINITY);
    for (const { x, value } of minima.slice(0, LISTED)) {
      evidence.about(`f at the minimum ${formatPoint(x, 1e-9)}`, value, least, ROUNDING * valueScale(forest));
    }
    return evidence.report();
  },
};
