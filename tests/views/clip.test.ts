import { describe, expect, it } from 'vitest';
import { boundedPixels, clipSegment } from '../../src/views/clip.ts';

const unit = { left: 0, top: 0, right: 1, bottom: 1 };
const clip = (...segment: [number, number, number, number]) => {
  const out = new Float64Array(4);
  return clipSegment(...segment, unit, out) ? [...out] : null;
};

describe('clipSegment', () => {
  it('leaves a segment inside alone', () => expect(clip(0.125, 0.25, 0.75, 0.5)).toEqual([0.125, 0.25, 0.75, 0.5]));
  it('cuts both ends', () => expect(clip(-1, 0.5, 2, 0.5)).toEqual([0, 0.5, 1, 0.5]));
  it('cuts a slanted segment at two sides', () => expect(clip(-0.5, 0, 0.5, 1)).toEqual([0, 0.5, 0.5, 1]));
  it('refuses a segment past a corner', () => expect(clip(-1, 0.5, 0.5, 2.5)).toBeNull());
  it('refuses a parallel segment outside', () => expect(clip(-1, -0.1, 2, -0.1)).toBeNull());
  it('refuses a segment that ends before', () => expect(clip(-2, 0.5, -1, 0.5)).toBeNull());
  it('keeps a point inside', () => expect(clip(0.5, 0.5, 0.5, 0.5)).toEqual([0.5, 0.5, 0.5, 0.5]));
});

describe('boundedPixels', () => {
  const frame = { sScale: 500, sShift: 3, tScale: -500, tShift: 7 };
  const out = new Float64Array(2);
  it('is the affine map nearby', () => {
    expect(boundedPixels(frame, 2, 1, out)).toBe(true);
    expect([...out]).toEqual([1003, -493]);
  });
  it('pulls far points in along their direction, even where the map overflows', () => {
    for (const far of [1e20, 1e300, Number.MAX_VALUE]) {
      expect(boundedPixels(frame, far, far / 2, out)).toBe(true);
      expect(out[0]).toBeCloseTo(1e9, 0);
      expect(out[1]! / out[0]!).toBeCloseTo(-0.5, 6);
    }
  });
  it('refuses what is not finite', () => {
    expect(boundedPixels(frame, Number.NaN, 0, out)).toBe(false);
    expect(boundedPixels(frame, 0, Number.NEGATIVE_INFINITY, out)).toBe(false);
  });
});
