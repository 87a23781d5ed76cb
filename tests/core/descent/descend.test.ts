import { describe, expect, test } from 'vitest';
import { DEFAULT_STOP_RULE, descend } from '../../../src/core/descent/descend.ts';
import type { RecordRule, StopRule } from '../../../src/core/descent/Run.ts';
import type { Method, MethodState } from '../../../src/core/methods/Method.ts';
import { methodById } from '../../../src/core/methods/registry.ts';
import type { Objective } from '../../../src/core/objective/Objective.ts';
import type { Box, Params } from '../../../src/core/params.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { Rng } from '../../../src/core/rng.ts';
import { drain } from '../../../src/core/task.ts';
import { objectiveOf } from '../formula/objectiveOf.ts';
import { diagonalQuadratic, himmelblau, lee, plunge, root } from '../methods/objectives.ts';

interface Settings {
  readonly id?: string;
  readonly given?: Params;
  readonly stop?: Partial<StopRule>;
  readonly record?: RecordRule;
  readonly domain?: Box;
}

function task(f: Objective, start: number[], { id = 'gradient-descent', given = {}, ...rest }: Settings = {}) {
  const method = methodById(id)!;
  const params = resolveParams(method.params, given, { dimension: f.dimension });
  const stop = { ...DEFAULT_STOP_RULE, ...rest.stop };
  const options = { stop, record: rest.record ?? 'all', domain: rest.domain };
  return descend(f, method, params, Float64Array.from(start), Rng.seeded(1), options);
}

const run = (f: Objective, start: number[], settings?: Settings) => drain(task(f, start, settings));

/** A method that does what a test says, on a state with the iterate alone. */
function scripted(step: (state: MethodState) => void): Method {
  return {
    id: 'scripted',
    name: 'Scripted',
    reference: '',
    update: '',
    order: 1,
    stopsItself: false,
    params: {},
    isStochastic: () => false,
    init: (_f, x0) => ({ x: x0.slice(), event: null, ended: null }),
    step: (_f, state) => step(state),
  };
}

function runScripted(f: Objective, start: number[], step: (state: MethodState) => void, record: RecordRule = 'all') {
  const options = { stop: DEFAULT_STOP_RULE, record };
  return drain(descend(f, scripted(step), {}, Float64Array.from(start), Rng.seeded(1), options));
}

test('a step with an inner loop of Hessian-vector products is followed by a yield', () => {
  const out = new Float64Array(2);
  const method: Method = {
    ...scripted(() => {}),
    step: (f, state) => {
      for (let i = 0; i < 2000; i++) f.hvp(state.x, state.x, out);
    },
  };
  const options = { stop: { ...DEFAULT_STOP_RULE, maxIterations: 10 }, record: 'all' as const };
  const task = descend(himmelblau(), method, {}, Float64Array.of(1, 1), Rng.seeded(1), options);
  let yields = 0;
  while (!task.next().done) yields++;
  expect(yields).toBe(9);
});

describe('statuses', () => {
  test('converged: ‖∇f‖ ≤ tolerance at the first such iterate, the start included', () => {
    // x_k = 0.8^k, ‖∇f‖ = 2·0.8^k ≤ 1e-3 first at k = 35.
    const outcome = run(diagonalQuadratic(1), [1], { given: { stepSize: 0.1 }, stop: { gradientTolerance: 1e-3 } });
    expect(outcome.status).toBe('converged');
    expect(outcome.iterations).toBe(35);
    expect(outcome.final.gradientNorm).toBeLessThanOrEqual(1e-3);
    expect(outcome.trajectory.gradientNorms.at(-2)).toBeGreaterThan(1e-3);
    expect(outcome.message).toMatch(/‖∇f‖ = 0\.000811\d* ≤ 0\.001 at \(0\.0004056\) after 35 iterations/);
    const atOnce = run(lee(), [0, 1]);
    expect([atOnce.status, atOnce.iterations, atOnce.final.type]).toEqual(['converged', 0, 'minimum']);
  });

  test('max-iterations: exactly so many steps, and a tolerance of 0 turns convergence off', () => {
    const outcome = run(lee(), [0, 1], { stop: { maxIterations: 17, gradientTolerance: 0 } });
    expect([outcome.status, outcome.iterations]).toEqual(['max-iterations', 17]);
    expect(run(himmelblau(), [0, 0], { stop: { maxIterations: 0 } }).iterations).toBe(0);
  });

  test('a stochastic method does not stop on a small gradient; without noise it does', () => {
    const id = 'stochastic-gradient-descent';
    const noisy = run(lee(), [0, 1], { id, given: { noiseScale: 1e-9 }, stop: { maxIterations: 5 } });
    expect(noisy.status).toBe('max-iterations');
    expect(run(lee(), [0, 1], { id, given: { noiseScale: 0 } }).status).toBe('converged');
  });

  test('a method that ends by a rule of its own does not stop on a small gradient', () => {
    const stop = { ...DEFAULT_STOP_RULE, maxIterations: 9 };
    const settle = (stopsItself: boolean) => {
      const method = { ...scripted(() => {}), stopsItself };
      return drain(descend(lee(), method, {}, Float64Array.of(0, 1), Rng.seeded(1), { stop, record: 'all' }));
    };
    expect(settle(false).status).toBe('converged');
    expect([settle(true).status, settle(true).iterations]).toEqual(['max-iterations', 9]);
  });

  test('diverged: ‖x‖ beyond the radius at the first such iterate', () => {
    // The factor is 1 − 2·0.5·(−2) = 3, so x_k = 3^k; 3^21 is the first above 1e10.
    const outcome = run(diagonalQuadratic(-2), [1], { given: { stepSize: 0.5 } });
    expect([outcome.status, outcome.iterations]).toEqual(['diverged', 21]);
    expect(outcome.final.x[0]).toBe(3 ** 21);
    expect(outcome.message).toMatch(/‖x‖ = 1\.046×10¹⁰ exceeds 1×10¹⁰ at iteration 21/);
    const near = run(diagonalQuadratic(-2), [1], { given: { stepSize: 0.5 }, stop: { divergenceRadius: 100 } });
    expect(near.iterations).toBe(5);
  });

  test('diverged by overflow: the last iterate with finite coordinates stays the last', () => {
    const outcome = runScripted(lee(), [1, 2], (state) => {
      state.x[1] = state.x[1] === 2 ? 3 : Number.NEGATIVE_INFINITY;
    });
    expect([outcome.status, outcome.iterations]).toEqual(['diverged', 2]);
    expect([...outcome.trajectory.points]).toEqual([1, 2, 1, 3]);
    expect([...outcome.final.x]).toEqual([1, 3]);
    expect(outcome.message).toBe('Overflow at iteration 2, in the step from (1, 3).');
  });

  test('non-finite: f is not a number where the square root’s argument is negative', () => {
    // The slope of x − √x at 4 is 3/4.
    const outcome = run(root(), [4], { given: { stepSize: 20 } });
    expect(outcome.status).toBe('non-finite');
    expect(outcome.iterations).toBe(1);
    expect(outcome.final.x[0]).toBe(4 - 20 * 0.75);
    expect(outcome.final.value).toBeNaN();
    expect(outcome.final.type).toBe('regular');
    expect(outcome.final.minEigenvalue).toBeNaN();
    expect(outcome.message).toBe('f is not a number at (−11), iteration 1.');
  });

  test('non-finite: where f has no value it has no derivatives, though the formula’s are finite', () => {
    // The derivatives of x − log x are 1 − 1/x and 1/x², numbers at −1 too; from 2 a step of 6 goes to 2 − 6/2.
    const logarithm: Objective = objectiveOf('x - log(x)', ['x']);
    const outcome = run(logarithm, [2], { given: { stepSize: 6 } });
    expect([...outcome.final.x]).toEqual([-1]);
    expect(outcome.status).toBe('non-finite');
    expect(outcome.final.value).toBeNaN();
    expect([outcome.final.gradientNorm, outcome.final.minEigenvalue]).toEqual([Number.NaN, Number.NaN]);
    expect(outcome.trajectory.gradientNorms).toEqual(Float64Array.of(0.5, Number.NaN));
    expect(outcome.final.type).toBe('regular');
  });

  test('non-finite: an infinite slope at a finite value', () => {
    const outcome = run(root(), [0]);
    expect([outcome.status, outcome.iterations]).toEqual(['non-finite', 0]);
    expect(outcome.message).toBe('‖∇f‖ is ∞ at (0), iteration 0.');
  });

  test('non-finite: a step that gives no number is not recorded', () => {
    const outcome = runScripted(lee(), [1, 2], (state) => {
      state.x[0] = state.x[0] === 1 ? 3 : Number.NaN;
    });
    expect([outcome.status, outcome.iterations]).toEqual(['non-finite', 2]);
    expect([...outcome.trajectory.points]).toEqual([1, 2, 3, 2]);
    expect([...outcome.final.x]).toEqual([3, 2]);
    expect(outcome.message).toBe('No number at iteration 2: the step from (3, 2) gave (not a number, 2).');
  });

  test('a value that overflows within the radius is non-finite, an iterate beyond it diverged', () => {
    const jump = (to: number) => (state: MethodState) => {
      state.x[0] = to;
    };
    const within = { ...DEFAULT_STOP_RULE, divergenceRadius: 1e250 };
    const options = { stop: within, record: 'all' as const };
    const method = scripted(jump(1e200));
    expect(drain(descend(plunge(), method, {}, Float64Array.of(1), Rng.seeded(1), options)).status).toBe('non-finite');
    expect(runScripted(plunge(), [1], jump(1e200)).status).toBe('diverged');
    expect(runScripted(plunge(), [1], jump(Number.NEGATIVE_INFINITY)).status).toBe('diverged');
  });

  test('left-domain: only where the rule asks for it, at the first iterate outside', () => {
    const domain: Box = [[-1, 1]];
    const settings = { given: { stepSize: 0.25 }, domain, stop: { withinDomain: true } };
    // λ = −2: factor 2; 0.3, 0.6, 1.2.
    const outcome = run(diagonalQuadratic(-2), [0.3], settings);
    expect([outcome.status, outcome.iterations]).toEqual(['left-domain', 2]);
    expect(outcome.message).toBe('Left the domain at iteration 2, at (1.2).');
    expect(run(diagonalQuadratic(-2), [0.3], { ...settings, stop: {} }).status).toBe('diverged');
    expect(run(diagonalQuadratic(1), [1], settings).status).toBe('converged');
    expect(run(diagonalQuadratic(1), [1.01], settings).iterations).toBe(0);
  });

  test('a method’s own end comes after the tests and before the iteration limit', () => {
    const end = (state: MethodState) => {
      state.ended = { status: 'second-order-stationary', detail: 'As scripted.' };
    };
    const outcome = runScripted(himmelblau(), [1, 1], end);
    expect([outcome.status, outcome.iterations, outcome.message]).toEqual([
      'second-order-stationary',
      1,
      'As scripted.',
    ]);
  });

  test('events belong to the iterate at which their step began', () => {
    let count = 0;
    const outcome = runScripted(himmelblau(), [1, 1], (state) => {
      if (count === 2) state.event = { kind: 'restart', detail: 'As scripted.' };
      if (++count === 4) state.x[0] = Number.NaN;
    });
    expect(outcome.trajectory.events).toEqual([{ iteration: 2, kind: 'restart', detail: 'As scripted.' }]);
  });

  test('a caller’s mistakes throw', () => {
    expect(() => run(lee(), [1])).toThrow(RangeError);
    expect(() => run(lee(), [1, Number.NaN])).toThrow(RangeError);
    expect(() => run(lee(), [1, 1], { stop: { withinDomain: true } })).toThrow(RangeError);
    expect(() => run(lee(), [1, 1], { record: 0 })).toThrow(RangeError);
    expect(() => run(lee(), [1, 1], { record: 1.5 })).toThrow(RangeError);
  });
});

describe('recording', () => {
  const settings = { given: { stepSize: 0.01 }, stop: { maxIterations: 25, gradientTolerance: 0 } };
  const all = run(himmelblau(), [0, 0], settings);

  test('all: every iterate with its value and gradient norm, recomputed from outside', () => {
    const { iterations, points, values, gradientNorms } = all.trajectory;
    expect([...iterations]).toEqual(Array.from({ length: 26 }, (_, k) => k));
    expect(points.length).toBe(52);
    const f = himmelblau();
    for (const k of iterations) {
      const x = points.slice(2 * k, 2 * k + 2);
      const gradient = f.gradient(x, new Float64Array(2));
      expect(values[k]).toBe(f.value(x));
      expect(gradientNorms[k]).toBeCloseTo(Math.hypot(...gradient), 10);
    }
  });

  test.each([
    ['ends', [0, 25]],
    [10, [0, 10, 20, 25]],
    [5, [0, 5, 10, 15, 20, 25]],
    [1, [...all.trajectory.iterations]],
    [1000, [0, 25]],
  ] as const)('%s: the same run, thinned, the last iterate included once', (record, expected) => {
    const thinned = run(himmelblau(), [0, 0], { ...settings, record });
    expect([...thinned.trajectory.iterations]).toEqual(expected);
    for (const [at, k] of expected.entries()) {
      expect([...thinned.trajectory.points.slice(2 * at, 2 * at + 2)]).toEqual([
        ...all.trajectory.points.slice(2 * k, 2 * k + 2),
      ]);
      expect(thinned.trajectory.values[at]).toBe(all.trajectory.values[k]);
    }
    expect(thinned.final).toEqual(all.final);
  });

  test('grows past its first room without losing an iterate', () => {
    const stop = { maxIterations: 20_000, gradientTolerance: 0 };
    const outcome = run(diagonalQuadratic(1), [1], { given: { stepSize: 1e-4 }, stop });
    expect(outcome.trajectory.points.length).toBe(20_001);
    for (let k = 0; k < 20_000; k += 997) {
      expect(outcome.trajectory.iterations[k]).toBe(k);
      expect(outcome.trajectory.points[k + 1]! / outcome.trajectory.points[k]!).toBeCloseTo(1 - 2e-4, 12);
    }
  });

  test('a run that ends at its start holds one iterate, and a lost iterate ends a thinned one with its forerunner', () => {
    expect([...run(lee(), [0, 0], { record: 'ends' }).trajectory.iterations]).toEqual([0]);
    const lost = runScripted(
      himmelblau(),
      [1, 1],
      (state) => {
        state.x[0] = (state.x[0] as number) + (state.x[0] === 4 ? Infinity : 1);
      },
      'ends',
    );
    expect([...lost.trajectory.iterations]).toEqual([0, 3]);
    expect([...lost.trajectory.points]).toEqual([1, 1, 4, 1]);
    expect(lost.iterations).toBe(4);
  });
});

describe('evaluations', () => {
  test('gradient descent asks for one gradient a step and costs one evaluation an iterate', () => {
    const f = himmelblau();
    const outcome = run(f, [0, 0], { stop: { maxIterations: 50, gradientTolerance: 0 } });
    expect(outcome.evaluations).toEqual({ value: 0, gradient: 50, hvp: 0, hessian: 0 });
    expect(f.calls).toEqual({ value: 51, gradient: 51, hessian: 1 });
  });

  test('Newton asks for one gradient and one Hessian a step', () => {
    const f = himmelblau();
    const outcome = run(f, [2.5, 2.5], { id: 'newton' });
    const steps = outcome.iterations;
    expect(outcome.status).toBe('converged');
    expect(outcome.evaluations).toEqual({ value: 0, gradient: steps, hvp: 0, hessian: steps });
    expect(f.calls.gradient).toBe(steps + 1);
  });

  test('Nesterov’s gradient is taken elsewhere, so it costs two', () => {
    const f = himmelblau();
    const outcome = run(f, [0, 0], { id: 'nesterov', stop: { maxIterations: 50, gradientTolerance: 0 } });
    expect(outcome.evaluations.gradient).toBe(50);
    // At the start y = x, so the first step shares.
    expect(f.calls.gradient).toBe(50 + 51 - 1);
  });
});

describe('as a task', () => {
  test('yields ascending progress and can be stopped', () => {
    const long = task(himmelblau(), [0, 0], { stop: { maxIterations: 5000, gradientTolerance: 0 } });
    const seen: number[] = [];
    for (let k = 0; k < 5; k++) {
      const step = long.next();
      if (step.done) throw new Error('ended early');
      expect(step.value.total).toBe(5000);
      seen.push(step.value.done);
    }
    for (let k = 1; k < 5; k++) expect(seen[k]).toBeGreaterThan(seen[k - 1]!);
    expect(long.return(undefined as never).done).toBe(true);
  });

  test('yields after fewer iterations where an iteration costs more', () => {
    const slice = (n: number, id: string) => {
      const f = diagonalQuadratic(...Array.from({ length: n }, () => 1));
      const stop = { maxIterations: 1e6, gradientTolerance: 0 };
      const step = task(
        f,
        Array.from({ length: n }, () => 1),
        { id, stop },
      ).next();
      return step.done ? Number.NaN : step.value.done;
    };
    expect(slice(100, 'gradient-descent')).toBeLessThan(slice(2, 'gradient-descent'));
    expect(slice(10, 'newton')).toBeLessThan(slice(10, 'gradient-descent'));
    expect(slice(40, 'newton')).toBe(1);
  });
});
