import type { Objective } from '../objective/Objective.ts';
import type { Box, IntegerParam } from '../params.ts';
import { bead, beadCount } from '../paths/beads.ts';
import { dynamicStringSampling } from '../paths/dynamicStringSampling.ts';
import { CLOSEST_SAMPLES, findPath } from '../paths/findPath.ts';
import type { PathMethod } from '../paths/PathMethod.ts';
import { resolveParams } from '../resolveParams.ts';
import type { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import type { Claim } from './Claim.ts';
import { Evidence } from './Evidence.ts';
import { within } from './within.ts';

type CertificateParams = { readonly pairs: number; readonly samples: number };

/** A sample above the level by less than this part of the values’ size is rounding. */
const ROUNDING = 1e-12;
/** Steps that a bead may take. */
const BEAD_STEPS = 400;
const DEPTH = 6;

const pairsParam: IntegerParam = {
  kind: 'integer',
  label: 'Pairs',
  symbol: 'P',
  meaning: 'Random pairs of ends in the box, each with the higher of their two values as its level.',
  default: 40,
  min: 1,
  max: 1000,
  slider: { from: 5, to: 200, scale: 'log' },
};

const samplesParam: IntegerParam = {
  kind: 'integer',
  label: 'Samples',
  symbol: 'n',
  meaning: `Of every connection found, along a stretch as long as the straight segment; the search itself takes ${CLOSEST_SAMPLES} in its last look, and more where the slope asks for them.`,
  default: 2000,
  min: 100,
  max: 1_000_000,
  slider: { from: 500, to: 20_000, scale: 'log' },
};

/** Two connected ends with the level and the path that joins them. */
interface Connection {
  readonly beads: Float64Array;
  readonly level: number;
  readonly straightLength: number;
}

/** What dynamic string sampling calls connected is looked at again by samples of its own. */
export const stringSamplingCertificate: Claim<CertificateParams> = {
  id: 'string-sampling-certificate',
  name: 'A path found is a connection',
  statement:
    'If dynamic string sampling joins $\\theta_1$ to $\\theta_2$ by segments on which $f \\le u$, both lie in one component of' +
    ' $\\Omega_u$. That holds as far as the sampling of the segments goes: here every path found is sampled again from' +
    ' outside, as densely as the samples $n$ are set. A path that was not found says nothing, and such pairs are counted' +
    ' but not measured.',
  reference:
    'Freeman and Bruna (2017), Topology and geometry of half-rectified network optimization, section 3; lecture 10',
  params: { pairs: pairsParam, samples: samplesParam },
  example: { id: 'himmelblau' },
  takesCode: true,
  inapplicable: () => null,

  *check(f, { landscape }, { pairs, samples }, rng) {
    const evidence = new Evidence();
    const found: Connection[] = [];
    let tried = 0;
    for (let p = 0; p < pairs; p++) {
      const own = rng.split(`pair ${p}`);
      const ends = [randomPoint(landscape.domain, own), randomPoint(landscape.domain, own)] as const;
      const level = Math.max(f.value(ends[0]), f.value(ends[1]));
      if (!Number.isFinite(level)) continue;
      tried++;
      const connection = yield* within(
        (0.7 * p) / pairs,
        (0.7 * (p + 1)) / pairs,
        connect(f, landscape.domain, ends, level, own),
      );
      if (connection) found.push(connection);
    }
    evidence.hypothesis('Some pairs are connected', found.length > 0, countsOf(found.length, tried, pairs));
    if (found.length === 0) return evidence.report();
    let [worst, size, taken, longest] = [Number.NEGATIVE_INFINITY, 1, 0, 0];
    for (const [k, connection] of found.entries()) {
      yield { done: 0.7 + (0.3 * k) / found.length, total: 1 };
      const again = highestOn(f, connection, samples);
      worst = Math.max(worst, again.highest - connection.level);
      size = Math.max(size, Math.abs(connection.level));
      taken += again.samples;
      longest = Math.max(longest, beadCount(connection.beads, f.dimension));
    }
    const name = `Greatest excess over the level on ${found.length} paths of up to ${longest} beads, at ${taken} samples`;
    evidence.atMost(name, Number.isFinite(worst) ? worst : Number.POSITIVE_INFINITY, 0, ROUNDING * size);
    return evidence.report();
  },
};

/** How many were joined, and how many could not be tried because f is not finite at an end. */
function countsOf(joined: number, tried: number, pairs: number): string {
  const dropped = `${tried} of ${pairs} ${pairs === 1 ? 'pair has' : 'pairs have'} a value at both ends`;
  if (tried === 0) return dropped;
  const found = `${joined} of ${tried} ${tried === 1 ? 'pair' : 'pairs'} tried`;
  return tried < pairs ? `${found}; ${dropped}` : found;
}

const randomPoint = (box: Box, rng: Rng): Float64Array =>
  Float64Array.from(box, ([low, high]) => low + (high - low) * rng.uniform());

function* connect(
  objective: Objective,
  domain: Box,
  ends: readonly [Float64Array, Float64Array],
  level: number,
  rng: Rng,
): Task<Connection | null> {
  const method = dynamicStringSampling as unknown as PathMethod;
  const given = { iterations: BEAD_STEPS, depth: DEPTH, attempts: 0 };
  const params = resolveParams(method.params, given, { dimension: objective.dimension });
  const plan = { objective, method, params, ends, level, domain, rng, shorten: false };
  const { status, beads, straightLength } = yield* findPath(plan);
  return status === 'connected' ? { beads, level, straightLength } : null;
}

/** The highest value on a path at equidistant samples of each segment; `NaN` where one is no number. */
function highestOn(f: Objective, { beads, straightLength }: Connection, samples: number) {
  const n = f.dimension;
  const x = new Float64Array(n);
  let [highest, taken] = [Number.NEGATIVE_INFINITY, 0];
  for (let k = 0; k + 1 < beadCount(beads, n); k++) {
    const [from, to] = [bead(beads, n, k), bead(beads, n, k + 1)];
    const length = Math.sqrt(
      from.reduce((sum, value, i) => sum + (value - (to[i] as number)) * (value - (to[i] as number)), 0),
    );
    const steps = Math.max(1, Math.ceil((samples * length) / straightLength));
    for (let s = 0; s <= steps; s++) {
      for (let i = 0; i < n; i++) x[i] = (from[i] as number) + (s / steps) * ((to[i] as number) - (from[i] as number));
      const value = f.value(x);
      if (!(value <= highest)) highest = value;
      taken++;
    }
  }
  return { highest, samples: taken };
}
