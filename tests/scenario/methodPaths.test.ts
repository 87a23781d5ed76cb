import { expect, test } from 'vitest';
import { describePeers } from '../../src/app/labs/paths/describePeers.ts';
import { barrierAmong, excessOver, type MethodPath } from '../../src/scenario/methodPaths.ts';

const found = (method: string, maxValue: number, gridSide: number | null = null): MethodPath => ({
  method,
  result: { method, maxValue, gridSide, values: Float64Array.of(0.1, 0, 0.1) } as unknown as MethodPath['result'],
  refusal: '',
});
const grid = (maxValue: number) => found('minimax-grid', maxValue, 401);
const caption = (...paths: MethodPath[]) => describePeers(barrierAmong(paths), false);

test('where the minimax path is lowest, the excess is over its maximum, and the grid says its resolution', () => {
  const barrier = barrierAmong([found('straight', 3), grid(1), found('nudged-elastic-band', 1 - 1e-15)]);
  expect(barrier).toEqual({ value: 1, side: 401, lowerBy: null, isCoarse: false });
  expect(caption(grid(1))).toBe(
    'All methods between these ends. ✓ connected, ✗ not found; excess over the maximum of the minimax path on a grid of 401 × 401.',
  );
});

test('a lower way than that of the grid is the better bound, and no excess is negative', () => {
  const paths = [found('dynamic-string-sampling', 0.2), grid(0.2515), found('nudged-elastic-band', 0.21)];
  const barrier = barrierAmong(paths);
  expect(barrier).toMatchObject({ value: 0.2, lowerBy: 'dynamic-string-sampling', isCoarse: true });
  for (const { result } of paths) {
    expect(excessOver(barrier?.value as number, result?.maxValue as number)).toBeGreaterThanOrEqual(0);
  }
  expect(caption(...paths)).toContain(
    '; excess over the lowest maximum: Dynamic string sampling found a lower way than the grid of 401 × 401, which is too coarse here.',
  );
  const hardly = caption(found('nudged-elastic-band', 0.2), grid(0.2001));
  expect(hardly).toContain('Nudged elastic band found a lower way than the grid of 401 × 401.');
});

test('without a minimax path there is no barrier, and what has no value is none', () => {
  expect(barrierAmong([found('straight', 1)])).toBeNull();
  expect(barrierAmong([found('straight', 1), { method: 'minimax-grid', result: null, refusal: 'no' }])).toBeNull();
  expect(describePeers(null, true)).toBe('All methods, with the settings before. ✓ connected, ✗ not found.');
  expect(barrierAmong([found('straight', Number.NaN), grid(1)])?.value).toBe(1);
});
