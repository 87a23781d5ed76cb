import { expect, test } from 'vitest';
import { describePlane, endsAxes } from '../../../src/app/labs/paths/describePlane.ts';
import { axesSection, pointsSection } from '../../../src/core/objective/section.ts';

const names = ['x', 'y', 'z'];
const [a, b, c] = [
  [0, 0, 0],
  [4, 0, 0],
  [2, 3, 0],
] as const;
const ends = [a, b];
const path = Float64Array.of(...a, ...[2, 3, 0.5], ...b);
const through = pointsSection(Float64Array.from(a), Float64Array.from(b), Float64Array.from(c));

test('the plane through the ends says what of the path it hides', () => {
  expect(describePlane(through, { kind: 'points', at: [a, b, c] }, names, ends, path)).toMatch(
    /^Plane in 3 dimensions, through both ends and the path’s highest point: the path leaves it by up to 0\.5, 6\.9 % of its length\. What/,
  );
});

test('before there is a path, the plane goes through the ends alone', () => {
  const said = describePlane(through, { kind: 'points', at: [a, b, b] }, names, ends, null);
  expect(said).toBe('Plane in 3 dimensions, through both ends. What is drawn around them is f in the plane.');
  expect(endsAxes({ kind: 'points', at: [a, b, b] })[1]).not.toBe(endsAxes({ kind: 'points', at: [a, b, c] })[1]);
});

test('a path in the plane is said to lie in it: a distance by rounding is none', () => {
  const near = Float64Array.of(...a, ...[2, 0, 1e-15], ...b);
  expect(describePlane(through, { kind: 'points', at: [a, b, b] }, names, ends, near)).toBe(
    'Plane in 3 dimensions, through both ends, in which the path lies. What is drawn around them is f in the plane.',
  );
});

test('any other plane is named, and the ends are said to lie outside of it', () => {
  const beside = axesSection(Float64Array.of(0, 0, 2), 0, 1);
  expect(describePlane(beside, { kind: 'coordinates', axes: [0, 1] }, names, ends, path)).toMatch(
    /^Plane in 3 dimensions, along x and y: ends and path are only projected onto it\. End 1 lies 2 from it, End 2 2, the path is up to 2 away/,
  );
  const random = { kind: 'random', at: a } as const;
  expect(describePlane(beside, random, names, ends, null)).toMatch(/along two random directions: ends and path/);
});
