import { describe, expect, it } from 'vitest';
import { areaColours, areaSlots, inkOn, noLimitColours, shade } from '../../src/views/basinColours.ts';
import { basinAt, basinPixels, pixelBox } from '../../src/views/basinPixels.ts';
import { formatShare } from '../../src/views/formatShare.ts';
import type { BasinLimit, PlaneBasins } from '../../src/views/types.ts';

const limit = (x: number, y: number, slot = 0): BasinLimit => ({ position: [x, y], type: 'minimum', share: 0.5, slot });

/** Two limits left and right of x = 0, and one point that leads nowhere. */
const basins: PlaneBasins = {
  xs: Float64Array.of(-1, 1),
  ys: Float64Array.of(0, 2, 4),
  labels: Float64Array.of(0, 1, 0, 1, 0, -1),
  iterations: Float64Array.of(1, 1, 10, 10, 100, 100),
  limits: [limit(-1, 2, 3), limit(1, 2, 8)],
  noneShare: 1 / 6,
  method: 'Gradient descent',
};

describe('the picture of a map', () => {
  const pixels = basinPixels(basins);
  const at = (column: number, row: number) => [...pixels.subarray(4 * (2 * row + column), 4 * (2 * row + column) + 4)];

  it('has the top row first, in the colours of the limits, darker after more iterations', () => {
    expect(at(0, 2)).toEqual([...shade(3, 0), 255]);
    expect(at(1, 2)).toEqual([...shade(8, 0), 255]);
    expect(at(0, 0)).toEqual([...shade(3, 1), 255]);
    const [top, middle, bottom] = [at(0, 0), at(0, 1), at(0, 2)].map(([r]) => r as number);
    expect(top).toBeLessThan(middle!);
    expect(middle).toBeLessThan(bottom!);
  });
  it('is grey where there is no limit', () => {
    expect(noLimitColours.map((grey) => [...grey, 255])).toContainEqual(at(1, 0));
  });
  it('fills half a step more than the grid on each side', () => {
    expect(pixelBox(basins)).toEqual([
      [-2, 2],
      [-1, 5],
    ]);
  });
  it('is asked at the nearest grid point, and nowhere else', () => {
    expect(basinAt(basins, [0.3, 3.2])).toEqual({ label: -1, iterations: 100 });
    expect(basinAt(basins, [-1.9, 0.9])).toEqual({ label: 0, iterations: 1 });
    expect(basinAt(basins, [0.5, 5.1])).toBeNull();
    expect(basinAt(basins, [2.5, 1])).toBeNull();
  });
});

describe('colours of limits', () => {
  const reach = [1e-4, 1e-4] as const;
  const none = new Float64Array(0);

  it('are the first of the list in the limits’ order', () => {
    expect(areaSlots([limit(0, 0), limit(1, 0), limit(2, 0)], none, 1, [], reach)).toEqual([0, 1, 2]);
  });
  it('stay with a limit that is where one was before, and go to no other', () => {
    const before = [limit(0, 0, 5), limit(1, 0, 1)];
    const now = [limit(9, 9), limit(1, 1e-5), limit(1e-5, 0), limit(4, 4)];
    expect(areaSlots(now, none, 1, before, reach)).toEqual([0, 1, 5, 2]);
    expect(areaSlots([limit(0, 0), limit(5e-5, 0)], none, 1, before, reach)).toEqual([5, 0]);
  });
  it('differ between neighbours where there are more limits than colours', () => {
    // As wide as there are colours twice: taken in turn, each would be that of the limit above.
    const side = 2 * areaColours.length;
    const labels = Float64Array.from({ length: side * side }, (_, k) => k);
    const slots = areaSlots(
      Array.from(labels, (k) => limit(k % side, Math.floor(k / side))),
      labels,
      side,
      [],
      reach,
    );
    for (let k = 0; k < slots.length; k++) {
      if ((k + 1) % side !== 0) expect(slots[k]).not.toBe(slots[k + 1]);
      if (k + side < slots.length) expect(slots[k]).not.toBe(slots[k + side]);
    }
    expect(new Set(slots).size).toBe(areaColours.length);
  });
  it('let a mark be read on every one of them', () => {
    const luminance = (rgb: readonly number[]) => {
      const [r, g, b] = rgb.map((part) =>
        part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const hex = (text: string) => [1, 3, 5].map((k) => Number.parseInt(text.slice(k, k + 2), 16));
    for (const [slot, colour] of areaColours.entries()) {
      const [low, high] = [luminance(colour), luminance(hex(inkOn(slot)))].sort((a, b) => a - b);
      expect((high! + 0.05) / (low! + 0.05), `colour ${slot}`).toBeGreaterThan(4);
    }
  });
});

describe('formatShare', () => {
  it('never rounds something to nothing or to all', () => {
    expect([0, 1e-5, 0.25, 0.9999, 1].map(formatShare)).toEqual([
      '0\u00a0%',
      '<0.1\u00a0%',
      '25.0\u00a0%',
      '>99.9\u00a0%',
      '100\u00a0%',
    ]);
  });
});
