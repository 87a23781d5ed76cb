import type { SpaceCamera, SpaceVector } from './figures/spaceCamera.ts';

/** Half of the vertical angle of view, as a tangent: 45° in all, as `fittedCamera` takes it. */
const HALF_VIEW = Math.tan(Math.PI / 8);

/** Fills `out` with the pixel and the distance from the eye of a point of space. */
export type Projection = (x: number, y: number, z: number, out: Float64Array) => Float64Array;

/** The picture that a camera takes, in pixels of a picture of this size. */
export function spaceProjection({ eye, center, up }: SpaceCamera, width: number, height: number): Projection {
  const forward = unit({ x: center.x - eye.x, y: center.y - eye.y, z: center.z - eye.z });
  const right = unit(cross(forward, up));
  const above = cross(right, forward);
  const focal = height / 2 / HALF_VIEW;
  return (x, y, z, out) => {
    const [dx, dy, dz] = [x - eye.x, y - eye.y, z - eye.z];
    const depth = Math.max(1e-3, dx * forward.x + dy * forward.y + dz * forward.z);
    out[0] = width / 2 + (focal * (dx * right.x + dy * right.y + dz * right.z)) / depth;
    out[1] = height / 2 - (focal * (dx * above.x + dy * above.y + dz * above.z)) / depth;
    out[2] = depth;
    return out;
  };
}

function unit({ x, y, z }: SpaceVector): SpaceVector {
  const length = Math.hypot(x, y, z);
  return { x: x / length, y: y / length, z: z / length };
}

function cross(a: SpaceVector, b: SpaceVector): SpaceVector {
  return { x: a.y * b.z - a.z * b.y, y: a.z * b.x - a.x * b.z, z: a.x * b.y - a.y * b.x };
}
