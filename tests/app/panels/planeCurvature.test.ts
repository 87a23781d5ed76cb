import { expect, test } from 'vitest';
import { planeCurvature } from '../../../src/app/panels/planeCurvature.ts';
import { axesSection } from '../../../src/core/objective/section.ts';

// Eigenvalues 1, 3 and 5; the block of the first and third coordinate has others.
const hessian = Float64Array.of(2, 1, 0, 1, 2, 0, 0, 0, 5);

test('is the Hessian’s block in a plane of two coordinates', () => {
  expect(Array.from(planeCurvature(hessian, axesSection(new Float64Array(3), 0, 2)))).toEqual([2, 5]);
  const block = planeCurvature(hessian, axesSection(new Float64Array(3), 0, 1));
  expect(block[0]).toBeCloseTo(1, 14);
  expect(block[1]).toBeCloseTo(3, 14);
});

test('follows the directions of a tilted plane', () => {
  const u = Float64Array.of(Math.SQRT1_2, Math.SQRT1_2, 0);
  const v = Float64Array.of(0, 0, 1);
  const found = planeCurvature(hessian, { origin: new Float64Array(3), u, v });
  expect(found[0]).toBeCloseTo(3, 14);
  expect(found[1]).toBeCloseTo(5, 14);
});
