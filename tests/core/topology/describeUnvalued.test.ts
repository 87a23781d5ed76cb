import { expect, test } from 'vitest';
import { describeUnvalued } from '../../../src/core/topology/describeUnvalued.ts';
import { forestOf, formulaOf, settingOf } from './setting.ts';

const box = [
  [-3, 3],
  [-3, 3],
] as const;
const ring = formulaOf('sqrt(x^2 + y^2 - 1) + 0.5*sin(3*x)', ['x', 'y'], box);
const { f } = settingOf(ring);
const forest = forestOf(ring, 61);

const told = (a: readonly [number, number], b: readonly [number, number]) => {
  const ends = [Float64Array.from(a), Float64Array.from(b)] as const;
  return describeUnvalued(forest, ends, [f.value(ends[0]), f.value(ends[1])]);
};

test('it is told at which of two points f has no value, and what to do', () => {
  expect(told([2, 2], [-2, -1])).toBe('');
  expect(told([0, 0.2], [2, 2])).toBe(
    'f has no finite value at A, so no sublevel set holds it: move it to where f has one.',
  );
  expect(told([2, 2], [0.1, 0.2])).toMatch(/^f has no finite value at B, so/);
  expect(told([0, 0], [0.1, 0.2])).toBe(
    'f has no finite value at A and B, so no sublevel set holds them: move them to where f has one.',
  );
});

test('where f has a value but not at the nearest grid point, the resolution is named', () => {
  // The nearest vertex is (0.9, 0.4), inside of the disc.
  expect(f.value(Float64Array.of(0.94, 0.37))).toBeGreaterThan(0);
  expect(told([0.94, 0.37], [2, 2])).toBe(
    'f has no finite value at the grid point nearest to A: move it, or raise the resolution.',
  );
});

test('+∞ is above every level, and −∞ below', () => {
  const ends = [Float64Array.of(2, 2), Float64Array.of(-2, 2)] as const;
  expect(describeUnvalued(forest, ends, [Number.NEGATIVE_INFINITY, 1])).toBe('');
  expect(describeUnvalued(forest, ends, [Number.POSITIVE_INFINITY, 1])).toMatch(/no finite value at A,/);
});
