import { findBasins, labelEnds } from '../../src/core/descent/basins.ts';
import { type GridEnds, type SweepPlan, sweepGrid } from '../../src/core/descent/sweepGrid.ts';
import { compileFormula } from '../../src/core/formula/compileFormula.ts';
import { instantiate } from '../../src/core/formula/instantiate.ts';
import { himmelblau } from '../../src/core/landscapes/himmelblau.ts';
import { gradientDescent } from '../../src/core/methods/gradientDescent.ts';
import type { Method } from '../../src/core/methods/Method.ts';
import { drain } from '../../src/core/task.ts';
import type { BenchRow } from './BenchRow.ts';
import { timeInTurns } from './timeInTurns.ts';

const SIDE = 512;
const STEPS = 200;
const STEP_SIZE = 0.01;

function planWith(gradientTolerance: number): SweepPlan {
  const source = himmelblau.source({});
  const result = compileFormula(source);
  if (!result.ok) throw new Error('Himmelblau’s formula does not compile');
  return {
    objective: instantiate(result.compiled, {}),
    method: gradientDescent as unknown as Method,
    params: { stepSize: STEP_SIZE },
    box: source.domain,
    columns: SIDE,
    rows: SIDE,
    seed: 1,
    stop: { maxIterations: STEPS, gradientTolerance },
  };
}

/** All steps from all points, for this formula alone, on one thread. */
function byHand(): Float64Array {
  const ends = new Float64Array(2 * SIDE * SIDE);
  for (let k = 0; k < SIDE * SIDE; k++) {
    let x = -5 + (10 * (k % SIDE)) / (SIDE - 1);
    let y = -5 + (10 * Math.floor(k / SIDE)) / (SIDE - 1);
    for (let step = 0; step < STEPS; step++) {
      const a = x * x + y - 11;
      const b = x + y * y - 7;
      const gx = 4 * a * x + 2 * b;
      const gy = 2 * a + 4 * b * y;
      x -= STEP_SIZE * gx;
      y -= STEP_SIZE * gy;
    }
    ends[2 * k] = x;
    ends[2 * k + 1] = y;
  }
  return ends;
}

/** What each of two workers does, one half of the rows, and then the labels of all. */
function share(plan: SweepPlan, lowerHalf: GridEnds): void {
  const upperHalf = drain(sweepGrid({ ...plan, only: [SIDE / 2, SIDE] }));
  const { attractors } = drain(labelEnds(plan.objective, [lowerHalf, upperHalf], plan.box));
  if (attractors.length !== 4) throw new Error(`${attractors.length} attractors of Himmelblau’s function`);
}

function firstPicture(plan: SweepPlan): void {
  for (const { partial } of findBasins(plan)) if (partial) return;
}

/** Time to a map of basins, as of two workers of which each has a thread of its own. */
export function rows(): BenchRow[] {
  return [1e-8, 0].flatMap((tolerance) => {
    const plan = planWith(tolerance);
    const lowerHalf = drain(sweepGrid({ ...plan, only: [0, SIDE / 2] }));
    const works = [byHand, () => share(plan, lowerHalf), () => firstPicture(plan)];
    const [hand = Number.NaN, whole = Number.NaN, first = Number.NaN] = timeInTurns(works, 7);
    const ends = tolerance > 0 ? `until ‖∇f‖ ≤ ${tolerance}` : 'every one taken';
    const work = `basins of Himmelblau, ${SIDE}² runs of up to ${STEPS} steps, ${ends}`;
    const unit = 'ms';
    return [
      { work, against: 'hand-written loop', reach: '≤ 0.5', ours: whole, theirs: hand, unit, ratio: whole / hand },
      {
        work: 'its first picture',
        against: 'the map',
        reach: '≤ 0.1',
        ours: first,
        theirs: whole,
        unit,
        ratio: first / whole,
      },
    ];
  });
}
