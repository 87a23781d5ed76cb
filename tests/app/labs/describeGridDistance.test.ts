import { expect, test } from 'vitest';
import { describeGridDistance } from '../../../src/app/labs/paths/describeGridDistance.ts';

const box = [
  [-2, 2],
  [-1, 1],
] as const;
const grid = { distance: 2.927, side: 401, step: 0.01, box };
const beads = Float64Array.of(-1, 0, 0, 0.9, 1, 0);
const tight = { beads, isCutShort: false, startedFrom: 'path' } as const;

test('the distance is given with its grid and how it errs', () => {
  expect(describeGridDistance({ ...tight, length: 2.886 }, grid)).toBe(
    'Pulled tight, it is 1.4 % shorter than fast marching’s distance on a 401 × 401 grid, 2.927, which keeps to grid points inside and is too long where the way bends or where Ω_u is only a few cells wide.',
  );
  const cut = { beads, length: 3, isCutShort: true, startedFrom: 'grid' } as const;
  expect(describeGridDistance(cut, grid)).toMatch(/^Pulled, from a path on a grid, it is 2\.5 % longer than fast/);
});

test.each([2.927, 2.927 - 2e-15, 2.927 + 4.9e-3])('%d is as long as what the grid cannot tell from it', (length) => {
  expect(describeGridDistance({ ...tight, length }, grid)).toBe(
    'Pulled tight, it is as long as fast marching’s distance on a 401 × 401 grid, 2.927, to half a step of the grid.',
  );
});

test('where the grid has no distance, the reason is said', () => {
  const none = { ...grid, distance: null };
  expect(describeGridDistance({ ...tight, length: 3 }, none)).toBe(
    'Fast marching on a 401 × 401 grid has no distance to compare: the sublevel set is somewhere narrower than a cell of it.',
  );
  const out = Float64Array.of(-1, 0, 0, 1.5, 1, 0);
  expect(describeGridDistance({ ...tight, beads: out, length: 3 }, none)).toBe(
    'Fast marching on a 401 × 401 grid has no distance to compare: in its box, [−2, 2] × [−1, 1], which the path leaves, its points below the level do not join the ends.',
  );
});
