import fc from 'fast-check';
import { expect, test } from 'vitest';
import { descend } from '../../../src/core/descent/descend.ts';
import type { StopRule } from '../../../src/core/descent/Run.ts';
import type { Method } from '../../../src/core/methods/Method.ts';
import { methods } from '../../../src/core/methods/registry.ts';
import type { Params } from '../../../src/core/params.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { Rng } from '../../../src/core/rng.ts';
import { drain } from '../../../src/core/task.ts';
import { objectiveOf } from '../formula/objectiveOf.ts';

const striding = methods.filter((method) => method.stride !== undefined);

const expressions = [
  '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
  'x^2 - y^2',
  '(1 - x)^2 + 100*(y - x^2)^2',
  'sin(3*x) + cos(2*y) + 0.1*x*y',
  'log(x + 1.2) + y^2',
  'abs(x) + sqrt(abs(y))',
  '1e-160*x^2 + y^4',
  '0*x + y^2',
  '1e150*x^2 + y^2',
].map((expression) => ({ expression, variables: ['x', 'y'] }));
const others = [
  { expression: 'x^4 - 3*x^2 + x', variables: ['x'] },
  { expression: '(x - 1)^2 + (y - x^2)^2 + (z - y^2)^2 + cos(x*z)', variables: ['x', 'y', 'z'] },
];

function runOf(method: Method, given: Params, subject: (typeof others)[number], x: readonly number[], stop: StopRule) {
  const params = resolveParams(method.params, given, { dimension: subject.variables.length });
  const start = Float64Array.from(subject.variables, (_, i) => x[i] as number);
  const of = (chosen: Method) => {
    const f = objectiveOf(subject.expression, subject.variables);
    return drain(descend(f, chosen, params, start, Rng.seeded(1), { stop, record: 'all' }));
  };
  const { stride: _none, ...oneByOne } = method;
  return { atOnce: of(method), oneByOne: of(oneByOne as Method) };
}

test('the methods whose steps are taken at once', () => {
  expect(striding.map(({ id }) => id)).toEqual([
    'gradient-descent',
    'heavy-ball',
    'nesterov',
    'adagrad',
    'rmsprop',
    'adam',
    'stochastic-gradient-descent',
    'noisy-gradient-descent',
    'sgld',
  ]);
});

test('a stretch of steps has the bits of the same steps one by one, however the run ends', () => {
  const ends = new Set<string>();
  fc.assert(
    fc.property(
      fc.constantFrom(...striding),
      fc.constantFrom(...expressions, ...others),
      fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 3, maxLength: 3 }),
      fc.constantFrom(1e-3, 1e-2, 0.1, 0.7, 3),
      fc.constantFrom(0, 0.5, 0.9),
      fc.constantFrom(0, 1e-6, 1e-2),
      fc.integer({ min: 0, max: 1500 }),
      fc.constantFrom(3, 100, 1e10),
      (method, subject, x, stepSize, momentum, gradientTolerance, maxIterations, divergenceRadius) => {
        const stop = { maxIterations, gradientTolerance, divergenceRadius, withinDomain: false };
        const given = {
          stepSize,
          ...('momentum' in method.params && { momentum }),
          ...('noise' in method.params && { noise: momentum > 0 ? 'gaussian' : 'sphere' }),
        };
        const { atOnce, oneByOne } = runOf(method, given, subject, x, stop);
        ends.add(atOnce.status);
        expect(atOnce).toEqual(oneByOne);
      },
    ),
    { numRuns: 400 },
  );
  expect([...ends].sort()).toEqual(['converged', 'diverged', 'max-iterations', 'non-finite']);
});

test('steps are taken in the module: the method is asked for few of them', () => {
  let asked = 0;
  for (const method of striding) {
    const counted: Method = {
      ...method,
      step: (...given) => {
        asked++;
        method.step(...given);
      },
    };
    const params = resolveParams(method.params, { stepSize: 1e-3 }, { dimension: 2 });
    const f = objectiveOf('(x^2 + y - 11)^2 + (x + y^2 - 7)^2');
    const stop = { maxIterations: 2000, gradientTolerance: 0, divergenceRadius: 1e10, withinDomain: false };
    const run = drain(descend(f, counted, params, Float64Array.of(0.2, -0.6), Rng.seeded(1), { stop, record: 'all' }));
    expect([run.status, run.trajectory.values.length]).toEqual(['max-iterations', 2001]);
  }
  expect(asked).toBeLessThan(20 * striding.length);
});
