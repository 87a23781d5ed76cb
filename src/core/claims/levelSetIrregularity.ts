import { formatNumber } from '../formatNumber.ts';
import { landscapeById } from '../landscapes/registry.ts';
import { adam } from '../methods/adam.ts';
import type { Method } from '../methods/Method.ts';
import type { Objective } from '../objective/Objective.ts';
import type { IntegerParam, NumberParam } from '../params.ts';
import { dynamicStringSampling } from '../paths/dynamicStringSampling.ts';
import { type LengthsRow, lengthsAgainstLevel } from '../paths/lengthsAgainstLevel.ts';
import type { PathMethod } from '../paths/PathMethod.ts';
import { resolveParams } from '../resolveParams.ts';
import type { Rng } from '../rng.ts';
import type { Claim, ClaimLandscape, Hypothesis } from './Claim.ts';
import { Evidence } from './Evidence.ts';
import { within } from './within.ts';

type IrregularityParams = {
  readonly high: number;
  readonly low: number;
  readonly pairs: number;
  readonly iterations: number;
};

const NETWORKS = 'polynomial-regression';
/**
 * One pair has no spread. Both quartiles of two lie between the same two lengths, at fixed shares of their difference:
 * by luck that is next to nothing. From three on a quartile has other lengths than the median.
 */
const LEAST_PAIRS = 3;

function levelParam(label: string, symbol: string, meaning: string, standard: number): NumberParam {
  return {
    kind: 'number',
    label,
    symbol,
    meaning,
    default: standard,
    min: 0,
    minExcluded: true,
    max: 10,
    slider: { from: 0.01, to: 0.2, scale: 'log' },
  };
}

const pairsParam: IntegerParam = {
  kind: 'integer',
  label: 'Pairs',
  symbol: 'P',
  meaning: `Pairs of networks, each trained from a random initialisation of its own; fewer than ${LEAST_PAIRS} have no spread to tell chance by.`,
  default: 4,
  min: 1,
  max: 50,
  slider: { from: 1, to: 20, scale: 'linear' },
};

const iterationsParam: IntegerParam = {
  kind: 'integer',
  label: 'Training steps',
  symbol: 'N',
  meaning: 'Steps of Adam for each network and level at most.',
  default: 3000,
  min: 100,
  max: 1_000_000,
  slider: { from: 500, to: 50_000, scale: 'log' },
};

/** Paths between trained networks at two levels: the lower, the longer. */
export const levelSetIrregularity: Claim<IrregularityParams> = {
  id: 'level-set-irregularity',
  name: 'Level sets become more irregular as the energy falls',
  statement:
    'Between two networks trained below $u$, let $\\ell(u)$ be the length of a path inside $\\Omega_u$, relative to the' +
    ' distance of the networks. The paths that dynamic string sampling finds need more beads and become longer as $u$' +
    ' falls. What is found are some paths, not the shortest, so $\\ell$ is an upper bound on how curved $\\Omega_u$ is.' +
    ' Where the medians of the pairs differ by no more than chance may make them, and where the pairs are too few to' +
    ' tell, the claim stays open.',
  reference:
    'Freeman and Bruna (2017), Topology and geometry of half-rectified network optimization, section 4 (experiments)',
  params: {
    high: levelParam('Upper level', 'u_1', 'Where the networks are joined first.', 0.16),
    low: levelParam('Lower level', 'u_2', 'Where they are joined after further training.', 0.08),
    pairs: pairsParam,
    iterations: iterationsParam,
  },
  example: { id: NETWORKS, params: { target: 'cubic', points: 50 } },
  takesCode: true,
  inapplicable: ({ id }) =>
    id === NETWORKS ? null : 'It is about small networks: choose the landscape of polynomial regression.',

  *check(f, { landscape }, params, rng) {
    const evidence = new Evidence();
    const { high, low, pairs } = params;
    evidence.hypothesis('The second level is below the first', low < high, `${low} and ${high}`);
    if (!evidence.stands) return evidence.report();
    const rows = yield* within(0, 1, lengthsAgainstLevel(planOf(f, landscape, params, rng)));
    for (const { level, connected, attempted } of rows) {
      const were = attempted === 1 ? 'was' : 'were';
      const found = `${attempted} of ${pairs} ${were} trained so low, ${connected} of these joined; not found is not disconnected`;
      evidence.hypothesis(`Every pair is joined at u = ${level}`, connected === pairs, found);
    }
    if (!evidence.stands) return evidence.report();
    const [upper, lower] = rows as unknown as readonly [LengthsRow, LengthsRow];
    const [length, beads] = [upper.normalizedLength.median, upper.beads.median];
    const difference = Math.abs(lower.normalizedLength.median - length);
    const { holds, measured } = toldApart(difference, notch(lower, upper), pairs);
    evidence.hypothesis('The pairs tell the two lengths apart', holds, measured);
    evidence.atLeast(
      'Median relative length at the lower level, against the upper',
      lower.normalizedLength.median,
      length,
    );
    evidence.atLeast('Median number of beads at the lower level, against the upper', lower.beads.median, beads);
    return evidence.report();
  },
};

/** Whether the medians differ by more than chance may make them; null where they do not, or nothing tells. */
function toldApart(difference: number, spread: number, pairs: number): Pick<Hypothesis, 'holds' | 'measured'> {
  const apart = `the medians differ by ${formatNumber(difference)}`;
  const open = (why: string) => ({ holds: null, measured: `${apart}, and ${why}` });
  if (pairs === 1) return open(`one pair has no spread that would tell this from chance; take ${LEAST_PAIRS} or more`);
  if (pairs < LEAST_PAIRS) {
    return open(
      `the quartiles of two pairs are no spread that would tell this from chance; take ${LEAST_PAIRS} or more`,
    );
  }
  // Equal lengths, as those of straight segments are, show no chance either.
  if (!(spread > 0))
    return open(`the quartiles of the ${pairs} pairs coincide, so that nothing tells this from chance`);
  const measured = `${apart}, and by chance by up to ${formatNumber(spread)} with ${pairs} pairs`;
  return { holds: difference > spread ? true : null, measured };
}

/**
 * How far two medians of as many pairs may differ by chance: half the width of the notches of box plots, of both
 * together. Source: McGill, Tukey and Larsen (1978), Variations of box plots.
 */
function notch(...rows: readonly LengthsRow[]): number {
  const squares = rows.map(({ connected, normalizedLength: { q25, q75 } }) => ((q75 - q25) * (q75 - q25)) / connected);
  return 1.57 * Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
}

/** Pairs trained by Adam and joined at both levels. */
function planOf(objective: Objective, landscape: ClaimLandscape, params: IrregularityParams, rng: Rng) {
  const { high, low, pairs, iterations } = params;
  const declared = landscapeById(landscape.id);
  const context = { dimension: objective.dimension };
  const training = {
    method: {
      method: adam as unknown as Method,
      params: resolveParams(adam.params, declared?.training?.params ?? {}, context),
    },
    iterations,
    longest: 1,
  };
  return {
    objective,
    method: dynamicStringSampling as unknown as PathMethod,
    params: resolveParams(dynamicStringSampling.params, {}, context),
    pairs: {
      count: pairs,
      start: (own: Rng) => declared?.initialPoint?.(landscape.params, own) ?? new Float64Array(objective.dimension),
      training,
    },
    levels: [high, low],
    domain: landscape.domain,
    minimumValue: 0,
    seed: Math.floor(rng.uniform() * 4_294_967_296),
    shorten: false,
  };
}
