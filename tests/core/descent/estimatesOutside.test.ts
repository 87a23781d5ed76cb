import { expect, test } from 'vitest';
import { estimateSmoothness } from '../../../src/core/descent/estimates.ts';
import { compileFormula } from '../../../src/core/formula/compileFormula.ts';
import { instantiate } from '../../../src/core/formula/instantiate.ts';
import { drain } from '../../../src/core/task.ts';

test('points where f is not a number are passed over, even where its derivative’s formula has a value', () => {
  const source = { expression: 'log(x + 1)', variables: ['x'], constants: {}, domain: [[-3, 1]] as const };
  const result = compileFormula(source);
  if (!result.ok) throw new Error('the formula compiles');
  const estimate = drain(estimateSmoothness(instantiate(result.compiled, {}), [[-3, -1.5]]));
  expect(estimate.skipped).toBe(estimate.points);
  expect(estimate.smoothness).toBe(0);
});
