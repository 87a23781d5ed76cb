import { expect, test } from 'vitest';
import { endsAbove } from '../../src/store/trainPathEnds.ts';

const ends = (...values: number[]) => values.map((value) => ({ value }));

test('of ends that stayed above the level the greater value is named: the level must rise to both', () => {
  expect(endsAbove(ends(0.155979, 0.154692), 0.1)).toMatch(/^The ends came down to 0\.155979 only; raise the level/);
  expect(endsAbove(ends(0.05, 0.154692), 0.1)).toMatch(/^An end came down to 0\.154692 only/);
  expect(endsAbove(ends(0.05, 0.1), 0.1)).toBeNull();
});
