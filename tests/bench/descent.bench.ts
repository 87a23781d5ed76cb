import { runDescents } from '../../src/core/descent/runDescents.ts';
import { compileFormula } from '../../src/core/formula/compileFormula.ts';
import { instantiate } from '../../src/core/formula/instantiate.ts';
import { himmelblau } from '../../src/core/landscapes/himmelblau.ts';
import { methodById } from '../../src/core/methods/registry.ts';
import type { Objective } from '../../src/core/objective/Objective.ts';
import type { Params } from '../../src/core/params.ts';
import { resolveParams } from '../../src/core/resolveParams.ts';
import { Rng } from '../../src/core/rng.ts';
import type { BenchRow } from './BenchRow.ts';

const STEPS = 1e6;
const STEP_SIZE = 1e-4;
const START = [0.1, 0.2] as const;

function himmelblauObjective(): Objective {
  const result = compileFormula(himmelblau.source({}));
  if (!result.ok) throw new Error('Himmelblau’s formula does not compile');
  return instantiate(result.compiled, {});
}

function choose(id: string, given: Params) {
  const method = methodById(id);
  if (method === undefined) throw new Error(`no method ${id}`);
  return { method, params: resolveParams(method.params, given, { dimension: 2 }) };
}

const five = [
  choose('gradient-descent', { stepSize: STEP_SIZE }),
  choose('heavy-ball', { stepSize: STEP_SIZE }),
  choose('nesterov', { stepSize: STEP_SIZE }),
  choose('adam', {}),
  choose('perturbed-gradient-descent', { stepSize: STEP_SIZE }),
];

function throughTheInterface(objective: Objective): number {
  const { method, params } = choose('gradient-descent', { stepSize: STEP_SIZE });
  const rng = Rng.seeded(1);
  const state = method.init(objective, Float64Array.from(START), params, rng);
  for (let k = 0; k < STEPS; k++) method.step(objective, state, params, rng);
  return state.x[0] as number;
}

function byHand(): number {
  let [x, y]: readonly [number, number] = START;
  for (let k = 0; k < STEPS; k++) {
    const a = x * x + y - 11;
    const b = x + y * y - 7;
    const slopeX = 4 * a * x + 2 * b;
    const slopeY = 2 * a + 4 * b * y;
    x -= STEP_SIZE * slopeX;
    y -= STEP_SIZE * slopeY;
  }
  return x;
}

function milliseconds(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

/** Least time of each of several jobs, taken in turns so that a busy machine disturbs all alike. */
function leastTimes(jobs: readonly (() => unknown)[], rounds: number): number[] {
  const times = jobs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [i, job] of jobs.entries()) times[i] = Math.min(times[i] as number, milliseconds(job));
  }
  return times;
}

function stepsRow(objective: Objective): BenchRow {
  const [ours, theirs] = leastTimes([() => throughTheInterface(objective), byHand], 40) as [number, number];
  return {
    work: 'gradient descent on Himmelblau, 10⁶ steps through the general method interface',
    against: 'hand-written loop for that formula',
    reach: '≤ 3 times its time',
    ours,
    theirs,
    unit: 'ms',
    ratio: ours / theirs,
  };
}

function fiveMethods(objective: Objective, maxIterations: number) {
  const stop = { maxIterations, gradientTolerance: 0 };
  return runDescents({ objective, methods: five, starts: [START], seed: 1, stop });
}

function dragRow(objective: Objective): BenchRow {
  const times = Array.from({ length: 300 }, () =>
    milliseconds(() => {
      for (const _ of fiveMethods(objective, 2000));
    }),
  ).slice(100);
  times.sort((a, b) => a - b);
  return {
    work: '5 methods × 2,000 iterations, computed and recorded (median)',
    against: 'a 60 Hz frame',
    reach: 'well under it',
    ours: times[times.length >> 1] as number,
    theirs: 1000 / 60,
    unit: 'ms',
    ratio: (times[times.length >> 1] as number) / (1000 / 60),
  };
}

function megabytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function memoryRow(objective: Objective): BenchRow {
  globalThis.gc?.();
  const before = megabytes();
  let most = before;
  for (const _ of fiveMethods(objective, 1e5)) most = Math.max(most, megabytes());
  return {
    work: '5 methods × 10⁵ iterations, recorded: the most memory on the way',
    against: '',
    reach: '< 300 MB',
    ours: most - before,
    theirs: Number.NaN,
    unit: 'MB',
    ratio: Number.NaN,
  };
}

/** Descent against a hand-written loop, and what a drag and a long record cost. */
export function rows(): BenchRow[] {
  const objective = himmelblauObjective();
  return [stepsRow(objective), dragRow(objective), memoryRow(objective)];
}
