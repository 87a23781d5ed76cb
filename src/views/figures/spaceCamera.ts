/** A point or a direction in the coordinates of Plotly's scene, whose box is `Extent` long and centred at the origin. */
export interface SpaceVector {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Where the eye is, what it looks at, and which way is up. */
export interface SpaceCamera {
  readonly eye: SpaceVector;
  readonly center: SpaceVector;
  readonly up: SpaceVector;
}

/** Plotly's vertical angle of view is 45°. */
const HALF_VIEW = Math.tan(Math.PI / 8);
const UP: SpaceVector = { x: 0, y: 0, z: 1 };
/** From the box to the eye, of length 1: from the front, a little from the right, 35° above the plane. */
const DIRECTION = normalised({ x: 0.95, y: -1.4, z: 1.18 });
/** Room around the box for tick labels and axis names, in pixels at scale 1. */
const SIDE = 56;
const ABOVE = 14;
const BELOW = 46;
/** The eye does not reach the axis about which it turns. */
const STEEPEST = (85 / 180) * Math.PI;
const NEAREST = 0.4;
const FARTHEST = 12;

/**
 * The nearest camera from the usual direction that shows the whole box, its labels included, in the middle.
 * @param extent  lengths of the box
 * @param width  of the picture in pixels, and its height
 * @param scale  factor on the sizes of the labels
 */
export function fittedCamera(extent: SpaceVector, width: number, height: number, scale: number): SpaceCamera {
  const right = normalised(cross(UP, DIRECTION));
  const above = cross(DIRECTION, right);
  const corners = boxCorners(extent);
  const side = Math.min(SIDE * scale, width / 5);
  const lower = Math.min(BELOW * scale, height / 5);
  const upper = Math.min(ABOVE * scale, height / 5);
  let distance = 3;
  let shift = [0, 0] as [number, number];
  // Each round corrects the last one's perspective; a dozen settle it to a fraction of a pixel.
  for (let round = 0; round < 12; round += 1) {
    const [[left, most], [bottom, top]] = seen(corners, right, above, distance, shift, width / height);
    const across = (most - left) / (2 - (4 * side) / width);
    const along = (top - bottom) / (2 - (2 * (lower + upper)) / height);
    const offX = ((left + most) / 2) * (width / height);
    const offY = (bottom + top) / 2 - (lower - upper) / height;
    shift = [shift[0] + offX * distance * HALF_VIEW, shift[1] + offY * distance * HALF_VIEW];
    distance *= Math.max(across, along);
  }
  const center = sum(times(right, shift[0]), times(above, shift[1]));
  return { eye: sum(center, times(DIRECTION, distance)), center, up: UP };
}

/** Where the corners are in the picture, from −1 to 1: [left, right], [bottom, top]. */
function seen(
  corners: readonly SpaceVector[],
  right: SpaceVector,
  above: SpaceVector,
  distance: number,
  shift: readonly [number, number],
  aspect: number,
): readonly [readonly [number, number], readonly [number, number]] {
  const places = corners.map((corner) => {
    const depth = Math.max(0.05, distance - dot(corner, DIRECTION)) * HALF_VIEW;
    return [(dot(corner, right) - shift[0]) / (depth * aspect), (dot(corner, above) - shift[1]) / depth] as const;
  });
  const ends = (axis: 0 | 1) => {
    const values = places.map((place) => place[axis]);
    return [Math.min(...values), Math.max(...values)] as const;
  };
  return [ends(0), ends(1)];
}

/** Turns the eye about what it looks at, by angles in radians to the right and upwards. */
export function turned(camera: SpaceCamera, azimuth: number, elevation: number): SpaceCamera {
  const { x, y, z } = sum(camera.eye, times(camera.center, -1));
  const radius = Math.hypot(x, y, z);
  const around = Math.atan2(y, x) + azimuth;
  const over = Math.min(STEEPEST, Math.max(-STEEPEST, Math.asin(z / radius) + elevation));
  const away = times(
    { x: Math.cos(over) * Math.cos(around), y: Math.cos(over) * Math.sin(around), z: Math.sin(over) },
    radius,
  );
  return { ...camera, eye: sum(camera.center, away) };
}

/** Moves the eye to `factor` times its distance, within limits. */
export function zoomed(camera: SpaceCamera, factor: number): SpaceCamera {
  const away = sum(camera.eye, times(camera.center, -1));
  const radius = Math.hypot(away.x, away.y, away.z);
  const next = Math.min(FARTHEST, Math.max(NEAREST, radius * factor));
  return { ...camera, eye: sum(camera.center, times(away, next / radius)) };
}

/** True where two cameras differ by more than rounding. */
export function isElsewhere(a: SpaceCamera, b: SpaceCamera): boolean {
  return (['eye', 'center', 'up'] as const).some((part) =>
    (['x', 'y', 'z'] as const).some((axis) => Math.abs(a[part][axis] - b[part][axis]) > 1e-3),
  );
}

const TURN = Math.PI / 36;
const turns: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-TURN, 0],
  ArrowRight: [TURN, 0],
  ArrowUp: [0, TURN],
  ArrowDown: [0, -TURN],
};

/** The camera after a key: arrows turn it by 5°, + and − zoom, 0 gives `home`; null for other keys. */
export function cameraAfterKey(key: string, camera: SpaceCamera, home: SpaceCamera): SpaceCamera | null {
  const turn = turns[key];
  if (turn) return turned(camera, ...turn);
  if (key === '+' || key === '=') return zoomed(camera, 1 / 1.15);
  if (key === '-') return zoomed(camera, 1.15);
  return key === '0' ? home : null;
}

function boxCorners({ x, y, z }: SpaceVector): SpaceVector[] {
  const signs = [-0.5, 0.5];
  return signs.flatMap((i) => signs.flatMap((j) => signs.map((k) => ({ x: i * x, y: j * y, z: k * z }))));
}

function sum(a: SpaceVector, b: SpaceVector): SpaceVector {
  return { x: a.x + b.x, y: a.y + b.y, z: a.z + b.z };
}

function times(a: SpaceVector, factor: number): SpaceVector {
  return { x: a.x * factor, y: a.y * factor, z: a.z * factor };
}

function dot(a: SpaceVector, b: SpaceVector): number {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

function cross(a: SpaceVector, b: SpaceVector): SpaceVector {
  return { x: a.y * b.z - a.z * b.y, y: a.z * b.x - a.x * b.z, z: a.x * b.y - a.y * b.x };
}

function normalised(a: SpaceVector): SpaceVector {
  return times(a, 1 / Math.hypot(a.x, a.y, a.z));
}
