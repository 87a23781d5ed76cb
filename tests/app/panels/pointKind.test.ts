import { expect, test } from 'vitest';
import { pointKind } from '../../../src/app/panels/pointKind.ts';
import { inspectPoint } from '../../../src/core/critical/inspect.ts';
import { compileFormula } from '../../../src/core/formula/compileFormula.ts';
import { instantiate } from '../../../src/core/formula/instantiate.ts';

function at(expression: string, x: number, y: number) {
  const domain = [[-2, 2] as const, [-2, 2] as const];
  const result = compileFormula({ expression, variables: ['x', 'y'], constants: {}, domain });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { name, curvature } = pointKind(inspectPoint(instantiate(result.compiled, {}), Float64Array.of(x, y)));
  return [name, curvature];
}

test('a critical point has an index', () => {
  expect(at('x^2 - y^2', 0, 0)).toEqual(['strict saddle', 'index 1']);
  expect(at('x^2 + y^2', 0, 0)).toEqual(['minimum', 'index 0']);
  expect(at('x^2 + y^4', 0, 0)).toEqual(['degenerate critical point', 'index 0']);
});

test('another point has negative eigenvalues', () => {
  expect(at('x^2 + y^2', 1, 0)).toEqual(['not critical', 'no eigenvalue < 0']);
  expect(at('x^2 - y^2', 1, 0)).toEqual(['not critical', '1 eigenvalue < 0']);
  expect(at('-x^2 - y^2', 1, 0)).toEqual(['not critical', '2 eigenvalues < 0']);
});

test('what is not finite is said, and nothing that would follow from it', () => {
  expect(at('log(x) + y^2', -1, 0)).toEqual(['f not finite here', '']);
  expect(at('sqrt(x^2 + y^2)', 0, 0)).toEqual(['no finite derivatives here', '']);
  expect(at('x^2*sqrt(abs(x)) + abs(y)^1.5', 1, 0)[1]).toBe('Hessian not finite here');
});
