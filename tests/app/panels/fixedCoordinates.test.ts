import { expect, test } from 'vitest';
import { fixedCoordinates } from '../../../src/app/panels/fixedCoordinates.ts';
import { axesSection } from '../../../src/core/objective/section.ts';
import type { SectionChoice } from '../../../src/scenario/types.ts';

const names = (n: number) => Array.from({ length: n }, (_, i) => (n <= 4 ? 'xyzw'.charAt(i) : `x${i + 1}`));

function coordinates(point: readonly number[], axes: readonly [number, number], starts: readonly number[][] = []) {
  const section = axesSection(Float64Array.from(point), ...axes);
  return fixedCoordinates(section, { kind: 'coordinates', axes }, names(point.length), starts);
}

test('one or two fixed coordinates are given by name', () => {
  expect(coordinates([1, 2, 0.5], [0, 1])).toBe('z = 0.5 fixed');
  expect(coordinates([1, 2, 0.5, -1], [3, 1])).toBe('x = 1, z = 0.5 fixed');
});

test('more are those of a start, wherever that start is within the plane', () => {
  const start = [1, 2, 3, 4, 5];
  expect(
    coordinates(
      start,
      [0, 1],
      [
        [0, 0, 0, 0, 0],
        [9, 9, 3, 4, 5],
      ],
    ),
  ).toBe('the other 3 coordinates as at start 2');
  expect(coordinates(start, [0, 1], [[1, 2, 3, 4, 6]])).toBe('the other 3 coordinates fixed, between 3 and 5');
  expect(coordinates([1, 2, 0, 0, 0], [0, 1])).toBe('the other 3 coordinates fixed at 0');
});

test('a plane of directions fixes a point instead', () => {
  const section = { ...axesSection(new Float64Array(3), 0, 1), origin: Float64Array.of(1, 2, 0.5) };
  const choice: SectionChoice = { kind: 'eigenvectors', at: [1, 2, 0.5], indices: [0, 1] };
  expect(fixedCoordinates(section, choice, names(3), [])).toBe('through (1, 2, 0.5)');
  expect(fixedCoordinates(section, choice, names(3), [[1, 2, 0.5]])).toBe('through start 1');
  expect(fixedCoordinates(section, { kind: 'principal' }, names(3), [])).toMatch(/mean/);
});
