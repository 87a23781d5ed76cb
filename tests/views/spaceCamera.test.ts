import { describe, expect, it } from 'vitest';
import {
  cameraAfterKey,
  fittedCamera,
  isElsewhere,
  type SpaceCamera,
  type SpaceVector,
  turned,
  zoomed,
} from '../../src/views/figures/spaceCamera.ts';

const minus = (a: SpaceVector, b: SpaceVector) => [a.x - b.x, a.y - b.y, a.z - b.z] as const;
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((total, value, k) => total + value * b[k]!, 0);
const unit = (a: readonly number[]) => a.map((value) => value / Math.hypot(...a));
const cross = (a: readonly number[], b: readonly number[]) => [
  a[1]! * b[2]! - a[2]! * b[1]!,
  a[2]! * b[0]! - a[0]! * b[2]!,
  a[0]! * b[1]! - a[1]! * b[0]!,
];

/** Pixels of a point from the left and from the top, by the matrices of a 45° perspective. */
function pixels(point: SpaceVector, { eye, center }: SpaceCamera, width: number, height: number) {
  const forward = unit(minus(center, eye));
  const right = unit(cross(forward, [0, 0, 1]));
  const above = cross(right, forward);
  const from = minus(point, eye);
  const depth = dot(from, forward) * Math.tan(Math.PI / 8);
  return [
    ((dot(from, right) / depth / (width / height) + 1) / 2) * width,
    ((1 - dot(from, above) / depth) / 2) * height,
  ] as const;
}

describe('fittedCamera', () => {
  for (const [width, height] of [
    [430, 540],
    [360, 440],
    [850, 540],
    [1400, 500],
    [390, 300],
  ] as const) {
    for (const extent of [
      { x: 1, y: 1, z: 0.6 },
      { x: 1.7, y: 0.6, z: 0.6 },
    ]) {
      it(`holds the whole box of ${extent.x}×${extent.y} in ${width}×${height} with room for labels, and no more`, () => {
        const camera = fittedCamera(extent, width, height, 1);
        const corners = [-0.5, 0.5].flatMap((i) =>
          [-0.5, 0.5].flatMap((j) =>
            [-0.5, 0.5].map((k) =>
              pixels({ x: i * extent.x, y: j * extent.y, z: k * extent.z }, camera, width, height),
            ),
          ),
        );
        const xs = corners.map(([x]) => x);
        const ys = corners.map(([, y]) => y);
        const room = [Math.min(...xs), width - Math.max(...xs), Math.min(...ys), height - Math.max(...ys)];
        expect(Math.min(room[0]!, room[1]!)).toBeGreaterThan(54);
        expect(room[2]).toBeGreaterThan(13);
        expect(room[3]).toBeGreaterThan(45);
        expect(room[0]! < 58 || room[2]! < 16).toBe(true);
      });
    }
  }
});

describe('keys', () => {
  const home = fittedCamera({ x: 1, y: 1, z: 0.6 }, 500, 500, 1);
  const distance = ({ eye, center }: SpaceCamera) => Math.hypot(...minus(eye, center));

  it('turn about the centre and keep the distance', () => {
    const after = cameraAfterKey('ArrowRight', home, home)!;
    expect(isElsewhere(after, home)).toBe(true);
    expect(distance(after)).toBeCloseTo(distance(home), 9);
    expect(after.eye.z).toBeCloseTo(home.eye.z, 9);
    expect(cameraAfterKey('ArrowUp', home, home)!.eye.z).toBeGreaterThan(home.eye.z);
    expect(isElsewhere(cameraAfterKey('ArrowLeft', after, home)!, home)).toBe(false);
  });

  it('never tip the camera over the axis', () => {
    const [x, y, z] = minus(turned(home, 0, 10).eye, home.center);
    expect(Math.atan2(z, Math.hypot(x, y))).toBeCloseTo((85 / 180) * Math.PI, 9);
    expect(Math.sign(x)).toBe(Math.sign(home.eye.x - home.center.x));
  });

  it('zoom within limits, go home with 0, and leave other keys alone', () => {
    expect(distance(cameraAfterKey('+', home, home)!)).toBeLessThan(distance(home));
    expect(distance(cameraAfterKey('-', home, home)!)).toBeGreaterThan(distance(home));
    expect(distance(zoomed(home, 1e-9))).toBeGreaterThan(0.3);
    expect(cameraAfterKey('0', turned(home, 1, 0), home)).toBe(home);
    expect(cameraAfterKey('v', home, home)).toBeNull();
  });
});
