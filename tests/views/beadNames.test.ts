import { expect, test } from 'vitest';
import { sideWithRoom } from '../../src/views/BeadNames.tsx';

test('a name stands on its side of the bead, unless the other one has more room for it', () => {
  expect(sideWithRoom(100, true, 60, 300)).toBe(1);
  expect(sideWithRoom(100, false, 60, 300)).toBe(1);
  expect(sideWithRoom(40, false, 60, 300)).toBe(-1);
  expect(sideWithRoom(280, true, 60, 300)).toBe(-1);
  expect(sideWithRoom(40, false, 60, 80)).toBe(1);
  expect(sideWithRoom(30, false, 60, 80)).toBe(-1);
});
