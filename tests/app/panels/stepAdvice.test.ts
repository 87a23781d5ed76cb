import { expect, test } from 'vitest';
import { afterDivergence, noStableStep } from '../../../src/app/panels/stepAdvice.ts';
import { compileFormula } from '../../../src/core/formula/compileFormula.ts';
import { instantiate } from '../../../src/core/formula/instantiate.ts';

const step = { stableStep: true, constants: false };
const both = { stableStep: true, constants: true };

function advice(expression: string, x: readonly number[], offers = step) {
  const domain = [[-2, 2] as const, [-2, 2] as const];
  const result = compileFormula({ expression, variables: ['x', 'y'], constants: {}, domain });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return noStableStep(instantiate(result.compiled, {}), { x, name: 'start 1' }, offers);
}

test('where some direction curves upward there is nothing to explain', () => {
  expect(advice('x^2 - y^2', [0, 0])).toBeNull();
});

test('where none does, it says why and what to do', () => {
  expect(advice('-x^2 - 3*y^2', [0, 0])).toMatch(
    /no direction at start 1 \(λ_max = −2\).+ Click a late iterate .+again\.$/,
  );
  expect(advice('-x^2 - 3*y^2', [0, 0], both)).toMatch(/ Or estimate ℓ below\.$/);
  expect(advice('log(x) + y^2', [-1, 0])).toMatch(/^f or its Hessian is not finite at start 1/);
});

test('after a divergence it names what the method offers', () => {
  expect(afterDivergence(0, 3, both)).toBeNull();
  expect(afterDivergence(2, 3, { stableStep: false, constants: false })).toBeNull();
  expect(afterDivergence(2, 3, step)).toMatch(/^2 of 3 runs diverged: try the largest stable step/);
  expect(afterDivergence(1, 1, both)).toMatch(/^The run diverged: estimate ℓ below, or try the largest stable step/);
  expect(afterDivergence(3, 3, step)).toMatch(/^All 3 runs diverged/);
  expect(afterDivergence(2, 2, step)).toBe('Both runs diverged: try the largest stable step.');
});
