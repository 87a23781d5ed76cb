import { expect, test } from 'vitest';
import { clusters } from '../../../src/core/critical/cellClusters.ts';

/** A cell of the grid of whole numbers. */
const cell = (x: number, y: number) => ({ low: Float64Array.of(x, y), high: Float64Array.of(x + 1, y + 1) });
const area = (boxes: readonly (readonly (readonly [number, number])[])[]) =>
  boxes.reduce((sum, box) => sum + box.reduce((product, [low, high]) => product * (high - low), 1), 0);

test('cells that touch at a corner share a box, others do not', () => {
  expect(clusters([cell(0, 0), cell(1, 1), cell(5, 5)])).toEqual([
    [
      [0, 2],
      [0, 2],
    ],
    [
      [5, 6],
      [5, 6],
    ],
  ]);
});

test('a cross is several boxes, which hold every cell and little else', () => {
  const cells = Array.from({ length: 201 }, (_, i) => i - 100).flatMap((i) => [cell(i, 0), ...(i ? [cell(0, i)] : [])]);
  const boxes = clusters(cells);
  expect(boxes.length).toBeGreaterThan(2);
  expect(boxes.length).toBeLessThanOrEqual(48);
  for (const { low, high } of cells) {
    const isIn = boxes.some((box) => box.every(([a, b], i) => (low[i] as number) >= a && (high[i] as number) <= b));
    expect(isIn).toBe(true);
  }
  expect(area(boxes)).toBeLessThan(4 * cells.length);
});
