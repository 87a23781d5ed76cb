import { formatNumber } from '../formatNumber.ts';
import { libm, log } from '../libm.ts';
import { norm2 } from '../linalg/vectors.ts';
import { gradientDescent } from '../methods/gradientDescent.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import type { ClaimReport } from './Claim.ts';
import { Evidence } from './Evidence.ts';

const START = [-0.3, 0.5] as const;
const STEP = 0.1;
/** Steps between two yields. */
const SLICE = 2048;

/** Where the spiral has come to after a number of steps. */
interface Mark {
  /** Radians turned about the origin since the start. */
  readonly angle: number;
  readonly length: number;
  /** 1/(1 − r²), by which the angle of the flow's own spiral is given. */
  readonly winding: number;
  readonly value: number;
  readonly gradientNorm: number;
  /** Steps so far in which f did not fall. */
  readonly rises: number;
}

/**
 * Gradient descent in the groove of the Mexican hat, θ = 1/(1 − r²): its gradient vanishes, its angle grows by as much
 * with every doubling of the iterations. Both halves of the way are told by the marks at a quarter, a half and the end.
 * Source: Absil, Mahony and Andrews (2005), as commonly stated.
 */
export function* measureSpiral(f: Objective, iterations: number): Task<ClaimReport> {
  const [first, second, last] = yield* descendSpiral(f, [iterations / 4, iterations / 2, iterations].map(Math.floor));
  const evidence = new Evidence();
  evidence.hypothesis(
    'f falls in every step',
    last.rises === 0,
    last.rises === 0 ? `in all ${iterations}` : `it did not in ${last.rises} of ${iterations}`,
  );
  const slopes = `‖∇f‖ = ${formatNumber(first.gradientNorm)}, ${formatNumber(second.gradientNorm)}, ${formatNumber(last.gradientNorm)} after a quarter, a half and all of the steps`;
  evidence.hypothesis(
    'The gradient tends to zero',
    last.gradientNorm < second.gradientNorm && second.gradientNorm < first.gradientNorm,
    slopes,
  );
  const turned = [second.angle - first.angle, last.angle - second.angle] as const;
  evidence.atLeast(
    'Angle turned in the second half, beside that in the second quarter',
    turned[1],
    turned[0],
    turned[0] / 4,
  );
  const gone = [second.length - first.length, last.length - second.length] as const;
  evidence.atLeast(
    'Length of the path in the second half, beside that in the second quarter',
    gone[1],
    gone[0],
    gone[0] / 4,
  );
  const wound = last.winding - first.winding;
  evidence.about(
    'Angle turned, beside the change of 1/(1 − r²), in the last three quarters',
    last.angle - first.angle,
    wound,
    wound / 20,
  );
  const exponent = log(last.gradientNorm / second.gradientNorm) / log(last.value / second.value);
  evidence.atLeast('Exponent along the path, which the inequality wants below 1', exponent, 1);
  return evidence.report();
}

function* descendSpiral(f: Objective, at: readonly number[]): Task<[Mark, Mark, Mark]> {
  const marks: Mark[] = [];
  const params = { stepSize: STEP };
  // It draws no random numbers.
  const none = undefined as unknown as Rng;
  const state = gradientDescent.init(f, Float64Array.from(START), params, none);
  const { x } = state;
  const before = new Float64Array(2);
  let [angle, length, rises] = [0, 0, 0];
  let value = f.value(x);
  const total = at.at(-1) as number;
  for (let k = 1; k <= total; k++) {
    before.set(x);
    gradientDescent.step(f, state, params, none);
    angle += angleBetween(before, x);
    length += norm2(before.map((coordinate, i) => (x[i] as number) - coordinate));
    const next = f.value(x);
    if (!(next < value)) rises++;
    value = next;
    if (at.includes(k)) {
      const square = (x[0] as number) * (x[0] as number) + (x[1] as number) * (x[1] as number);
      const gradientNorm = norm2(f.gradient(x, new Float64Array(2)));
      marks.push({ angle, length, winding: 1 / (1 - square), value, gradientNorm, rises });
    }
    if (k % SLICE === 0) yield { done: k, total };
  }
  return marks as [Mark, Mark, Mark];
}

/** The angle from a to b about the origin, counterclockwise, in (−π, π]. */
function angleBetween(a: Float64Array, b: Float64Array): number {
  const [ax, ay, bx, by] = [a[0], a[1], b[0], b[1]] as [number, number, number, number];
  return libm.atan2(ax * by - ay * bx, ax * bx + ay * by);
}
