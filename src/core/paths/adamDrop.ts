import { norm2 } from '../linalg/vectors.ts';
import type { CountingObjective } from '../objective/counting.ts';
import type { Task } from '../task.ts';
import { type Drop, type DropRule, removeComponent, thinned } from './dropBead.ts';
import { Pace } from './Pace.ts';

/** Adam's step size as a share of the longest step, and its other parameters, those of its source. */
const STEP = 1 / 50;
const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;
/** A point of the trail is kept every so many steps. */
const EVERY = 20;

/**
 * Adam until f ≤ target: where f has kinks or long curved valleys it goes on long after descent with backtracking has
 * come to a stop, at the price of steps that may rise.
 * @param start  length n; copied
 * @returns the lowest point met
 * Source: Kingma and Ba (2015), Adam: a method for stochastic optimization; as the training of beads in Freeman and
 * Bruna (2017), section 4.
 */
export function* adamDrop(f: CountingObjective, start: Float64Array, rule: DropRule): Task<Drop, never> {
  const { target, iterations: most, longest, normal } = rule;
  const pace = new Pace(f);
  const x = start.slice();
  const gradient = new Float64Array(x.length);
  const step = new Float64Array(x.length);
  const mean = new Float64Array(x.length);
  const square = new Float64Array(x.length);
  let value = f.valueAndGradient(x, gradient);
  const best = { x: x.slice(), value };
  const passed = [x.slice()];
  let [decay1, decay2, iterations] = [1, 1, 0];
  while (!(value <= target) && iterations < most) {
    if (!(norm2(gradient) < Number.POSITIVE_INFINITY)) break;
    if (normal) removeComponent(gradient, normal);
    decay1 *= BETA1;
    decay2 *= BETA2;
    for (let i = 0; i < x.length; i++) {
      const slope = gradient[i] as number;
      const m = BETA1 * (mean[i] as number) + (1 - BETA1) * slope;
      const v = BETA2 * (square[i] as number) + (1 - BETA2) * slope * slope;
      mean[i] = m;
      square[i] = v;
      step[i] = (STEP * longest * (m / (1 - decay1))) / (Math.sqrt(v / (1 - decay2)) + EPSILON);
    }
    // Its scaling of the coordinates would lead out of the hyperplane.
    if (normal) removeComponent(step, normal);
    for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) - (step[i] as number);
    value = f.valueAndGradient(x, gradient);
    iterations++;
    if (iterations % EVERY === 0) passed.push(x.slice());
    if (value < best.value) {
      best.x.set(x);
      best.value = value;
    }
    if (pace.isDue()) yield { done: iterations, total: most };
  }
  passed.push(best.x);
  return { x: best.x.slice(), value: best.value, iterations, trail: thinned(passed), reached: best.value <= target };
}
