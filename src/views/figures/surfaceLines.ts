import { fieldValue } from '../fieldValue.ts';
import type { LevelScale } from '../levels.ts';
import { planeFrame } from '../planeFrame.ts';
import { recordAt } from '../screenPaths.ts';
import { thinPath } from '../thin.ts';
import type { Field, IterateReference, PlaneBox, PlaneTrajectory } from '../types.ts';

/** Coordinates of a broken line in space, NaN at the breaks; z is a position on the unit scale. */
export interface SpaceLine {
  readonly x: number[];
  readonly y: number[];
  readonly z: number[];
}

/** Height above the surface, as a part of the surface's height, that keeps lines out of it. */
const LIFT = 0.015;
/** Lines are thinned as if the surface were this many pixels wide. */
const RESOLUTION = 400;
/** A step longer than this many of these pixels follows the surface between its ends. */
const DRAPED_STEP = 12;

/** Where the surface of a field stands: inside `box`, up to the top of the scale. */
export interface SurfacePlace {
  readonly field: Field;
  readonly box: PlaneBox;
  readonly scale: LevelScale;
}

/**
 * A trajectory on the surface. Iterates stand at their own f; between distant iterates the line follows the surface,
 * shifted by what the iterates stand off it (which is nothing in two dimensions). Broken where it leaves the box, the
 * scale or the finite numbers.
 */
export function surfaceLine(trajectory: PlaneTrajectory, place: SurfacePlace): SpaceLine {
  const frame = planeFrame(place.box, RESOLUTION, RESOLUTION);
  const path = thinPath(trajectory.points, frame);
  const line: SpaceLine = { x: [], y: [], z: [] };
  let before = -1;
  for (let k = 0; k < path.count; k += 1) {
    const record = path.iterates[k] as number;
    if (record < 0) before = -1;
    else {
      const length =
        before < 0
          ? 0
          : Math.hypot(
              (path.xs[k] as number) - (path.xs[k - 1] as number),
              (path.ys[k] as number) - (path.ys[k - 1] as number),
            );
      if (length > DRAPED_STEP) drape(line, trajectory, place, before, record, Math.min(60, Math.ceil(length / 6)));
      pushPoint(line, iteratePoint(trajectory, place, record));
      before = record;
    }
  }
  pushBreak(line);
  return line;
}

/** x, y and the height on the unit scale. */
export type SpacePoint = readonly [number, number, number];

function pushPoint(line: SpaceLine, [x, y, z]: SpacePoint): void {
  line.x.push(x);
  line.y.push(y);
  line.z.push(z);
}

export function pushBreak(line: SpaceLine): void {
  pushPoint(line, [Number.NaN, Number.NaN, Number.NaN]);
}

/** Position on the unit scale, NaN outside [0, 1]: the surface is cut there too. */
function heightOf(scale: LevelScale, value: number): number {
  const unit = scale.toUnit(value);
  return unit >= -0.02 && unit <= 1.02 ? Math.min(1, Math.max(0, unit)) + LIFT : Number.NaN;
}

/** A recorded iterate in space; z is NaN where it is off the surface's box or scale. */
function iteratePoint(trajectory: PlaneTrajectory, { box, scale }: SurfacePlace, record: number): SpacePoint {
  const s = trajectory.points[2 * record] as number;
  const t = trajectory.points[2 * record + 1] as number;
  const isInside = [s, t].every((value, axis) => {
    const [low, high] = box[axis] ?? [0, 0];
    return value >= low && value <= high;
  });
  return [s, t, isInside ? heightOf(scale, trajectory.values[record] ?? Number.NaN) : Number.NaN];
}

function drape(
  line: SpaceLine,
  trajectory: PlaneTrajectory,
  place: SurfacePlace,
  from: number,
  to: number,
  pieces: number,
): void {
  const a = iteratePoint(trajectory, place, from);
  const b = iteratePoint(trajectory, place, to);
  const ground = (x: number, y: number) => heightOf(place.scale, fieldValue(place.field, x, y));
  const offA = a[2] - ground(a[0], a[1]) || 0;
  const offB = b[2] - ground(b[0], b[1]) || 0;
  for (let k = 1; k < pieces; k += 1) {
    const part = k / pieces;
    const x = a[0] + (b[0] - a[0]) * part;
    const y = a[1] + (b[1] - a[1]) * part;
    pushPoint(line, [x, y, ground(x, y) + offA + (offB - offA) * part]);
  }
}

/** The iterate that a trajectory shows at an iteration, or null where it is not on the surface. */
export function surfaceIterate(
  trajectory: PlaneTrajectory,
  iteration: IterateReference['iteration'],
  place: SurfacePlace,
): SpacePoint | null {
  const record = recordAt(trajectory.iterations, iteration);
  if (record < 0) return null;
  const point = iteratePoint(trajectory, place, record);
  return Number.isNaN(point[2]) ? null : point;
}

/** A point of the plane on the surface, or null where there is none. */
export function surfacePoint([s, t]: readonly [number, number], { field, scale }: SurfacePlace): SpacePoint | null {
  const z = heightOf(scale, fieldValue(field, s, t));
  return Number.isNaN(z) ? null : [s, t, z];
}
