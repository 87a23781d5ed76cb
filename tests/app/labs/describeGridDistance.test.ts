import { expect, test } from 'vitest';
import { describeGridDistance } from '../../../src/app/labs/paths/describeGridDistance.ts';

const grid = { distance: 2.927, side: 401, step: 0.01 };
const tight = { isCutShort: false, startedFrom: 'path' } as const;

test('the distance is given with its grid and how it errs', () => {
  expect(describeGridDistance({ ...tight, length: 2.886 }, grid)).toBe(
    'Pulled tight, it is 1.4 % shorter than fast marching’s distance on a 401 × 401 grid, 2.927, which keeps to grid points inside and is too long where the way bends.',
  );
  const cut = { length: 3, isCutShort: true, startedFrom: 'grid' } as const;
  expect(describeGridDistance(cut, grid)).toMatch(/^Pulled, from a path on a grid, it is 2\.5 % longer than fast/);
});

test.each([2.927, 2.927 - 2e-15, 2.927 + 4.9e-3])('%d is as long as what the grid cannot tell from it', (length) => {
  expect(describeGridDistance({ ...tight, length }, grid)).toBe(
    'Pulled tight, it is as long as fast marching’s distance on a 401 × 401 grid, 2.927, to half a step of the grid.',
  );
});
