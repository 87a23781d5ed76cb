import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { downsample } from '../../src/views/downsample.ts';

describe('downsample', () => {
  it('keeps everything where there is room', () => {
    expect([...downsample(Float64Array.of(3, 1, 2), 8)]).toEqual([0, 1, 2]);
  });

  it('keeps the one spike in a flat curve', () => {
    const ys = new Float64Array(100_000);
    ys[61_803] = -5;
    ys[31_415] = 7;
    const places = [...downsample(ys, 800)];
    expect(places).toContain(61_803);
    expect(places).toContain(31_415);
    expect(places.length).toBeLessThanOrEqual(800);
  });

  it('keeps first, last, extremes and a gap, in order, within the limit', () => {
    const values = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.constant(Number.NaN)), {
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(values, fc.integer({ min: 8, max: 60 }), (list, most) => {
        const ys = Float64Array.from(list);
        const places = [...downsample(ys, most)];
        expect(places.length).toBeLessThanOrEqual(most);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect(places[0]).toBe(0);
        expect(places.at(-1)).toBe(ys.length - 1);
        const kept = places.map((place) => ys[place]!);
        const numbers = list.filter((value) => !Number.isNaN(value));
        if (numbers.length > 0) {
          expect(kept).toContainEqual(Math.max(...numbers));
          expect(kept).toContainEqual(Math.min(...numbers));
        }
        expect(kept.some(Number.isNaN)).toBe(list.some(Number.isNaN));
      }),
    );
  });
});
