import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  panBox,
  pictureStretch,
  pictureTransform,
  planeFrame,
  toPixels,
  toPlane,
  zoomBox,
} from '../../src/views/planeFrame.ts';
import type { PlaneBox } from '../../src/views/types.ts';

const box: PlaneBox = [
  [-2, 2],
  [0, 10],
];
const frame = planeFrame(box, 400, 200);

describe('planeFrame', () => {
  it('puts the corners of the box into the corners of the rectangle, t upwards', () => {
    expect(toPixels(frame, [-2, 10])).toEqual([0, 0]);
    expect(toPixels(frame, [2, 0])).toEqual([400, 200]);
    expect(toPlane(frame, 100, 150)).toEqual([-1, 2.5]);
  });

  it('keeps the point under the pointer when zooming', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (s, t, factor) => {
          const before = toPixels(frame, [s, t]);
          const after = toPixels(planeFrame(zoomBox(box, factor, [s, t]), 400, 200), [s, t]);
          expect(after[0]).toBeCloseTo(before[0], 6);
          expect(after[1]).toBeCloseTo(before[1], 6);
        },
      ),
    );
  });

  it('moves every point by the same pixels when panning', () => {
    const panned = planeFrame(panBox(box, 30, -20, 400, 200), 400, 200);
    expect(toPixels(panned, [0, 5])).toEqual([expect.closeTo(230, 9), expect.closeTo(80, 9)]);
  });

  it('stops zooming in where doubles run out and zooming out where they lose meaning', () => {
    let near: PlaneBox = [
      [1, 2],
      [1, 2],
    ];
    let wide = near;
    for (let k = 0; k < 400; k += 1) {
      near = zoomBox(near, 0.5, [1.5, 1.5]);
      wide = zoomBox(wide, 2, [1.5, 1.5]);
    }
    expect(near[0]![1] - near[0]![0]).toBeGreaterThan(1e-11);
    expect(Math.abs(wide[0]![1])).toBeLessThanOrEqual(1e15);
    expect(wide[0]![1] - wide[0]![0]).toBeGreaterThan(1e14);
  });
});

describe('pictureTransform', () => {
  it('leaves out a picture that would be stretched beyond sense, and beyond what a browser paints', () => {
    const drawn = (span: number) => ({
      box: [
        [0, span],
        [0, 10],
      ] as PlaneBox,
      width: 400,
      height: 200,
    });
    expect(pictureTransform(drawn(4e3), frame)).toContain('scale(1000, 1)');
    expect(pictureTransform(drawn(4e10), frame)).toBe('scale(0)');
    expect([4, 80].map((span) => pictureStretch(drawn(span), frame))).toEqual([1, 20]);
  });
  it('does nothing where the picture was drawn for what is shown', () => {
    expect(pictureTransform({ box, width: 400, height: 200 }, frame)).toBe('translate(0px, 0px) scale(1, 1)');
  });
  it('moves and scales a picture of another box onto this one', () => {
    const drawn = {
      box: [
        [-2, 0],
        [5, 10],
      ] as PlaneBox,
      width: 400,
      height: 200,
    };
    expect(pictureTransform(drawn, frame)).toBe('translate(0px, 0px) scale(0.5, 0.5)');
    const shifted = {
      box: [
        [0, 4],
        [0, 10],
      ] as PlaneBox,
      width: 400,
      height: 200,
    };
    expect(pictureTransform(shifted, frame)).toBe('translate(200px, 0px) scale(1, 1)');
  });
});
