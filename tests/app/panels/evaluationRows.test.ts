import { expect, test } from 'vitest';
import { evaluationRows } from '../../../src/app/panels/evaluationRows.ts';

const run = (startIndex: number, gradient: number, hessian = 0) => ({
  startIndex,
  evaluations: { value: 1, gradient, hvp: 2, hessian },
  final: { x: new Float64Array(3), value: 0, gradientNorm: 0, minEigenvalue: 1, type: 'minimum' as const },
});

test('a few runs have a row each, with all of it in gradients', () => {
  expect(evaluationRows([run(0, 10), run(1, 20, 5)])).toEqual([
    { name: 'start 1', counts: { value: 1, gradient: 10, hvp: 2, hessian: 0 }, total: 13 },
    { name: 'start 2', counts: { value: 1, gradient: 20, hvp: 2, hessian: 5 }, total: 38 },
  ]);
  expect(evaluationRows([])).toEqual([]);
});

test('many are their medians', () => {
  const runs = [run(0, 10), run(1, 50), run(2, 20, 100), run(3, 30), run(4, 40), run(5, 60)];
  expect(evaluationRows(runs)).toEqual([
    { name: 'median of 6', counts: { value: 1, gradient: 35, hvp: 2, hessian: 0 }, total: 48 },
  ]);
});
