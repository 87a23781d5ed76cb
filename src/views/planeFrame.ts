import type { PlaneBox } from './types.ts';

/** The affine map from the plane to pixels of the plot rectangle, whose origin is its upper left corner. */
export interface PlaneFrame {
  /** Size of the plot rectangle in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** px = sScale·s + sShift, py = tScale·t + tShift; tScale is negative because t points up. */
  readonly sScale: number;
  readonly sShift: number;
  readonly tScale: number;
  readonly tShift: number;
}

/** Largest coordinate that panning and zooming reach. */
const FARTHEST = 1e15;
/** Smallest span relative to the coordinates, where doubles still tell neighbouring pixels apart. */
const FINEST = 1e-10;

/** The frame that shows `box` in a rectangle of this size. */
export function planeFrame(box: PlaneBox, width: number, height: number): PlaneFrame {
  const [[sLow, sHigh], [tLow, tHigh]] = intervals(box);
  const sScale = width / (sHigh - sLow);
  const tScale = -height / (tHigh - tLow);
  return { width, height, sScale, sShift: -sLow * sScale, tScale, tShift: -tHigh * tScale };
}

/** Both intervals of a plane's box. */
export function intervals(box: PlaneBox): [readonly [number, number], readonly [number, number]] {
  return [box[0] ?? [-1, 1], box[1] ?? [-1, 1]];
}

/** Pixels of the plot rectangle of a point of the plane. */
export function toPixels(frame: PlaneFrame, point: readonly [number, number]): [number, number] {
  return [frame.sScale * point[0] + frame.sShift, frame.tScale * point[1] + frame.tShift];
}

/** The point of the plane under a pixel of the plot rectangle. */
export function toPlane(frame: PlaneFrame, px: number, py: number): [number, number] {
  return [(px - frame.sShift) / frame.sScale, (py - frame.tShift) / frame.tScale];
}

/** The box after its picture moved by (dx, dy) pixels. */
export function panBox(box: PlaneBox, dx: number, dy: number, width: number, height: number): PlaneBox {
  const [[sLow, sHigh], [tLow, tHigh]] = intervals(box);
  const ds = (-dx * (sHigh - sLow)) / width;
  const dt = (dy * (tHigh - tLow)) / height;
  return tidyBox([
    [sLow + ds, sHigh + ds],
    [tLow + dt, tHigh + dt],
  ]);
}

/** The box whose spans are `factor` times as large, with `about` staying where it is on the screen. */
export function zoomBox(box: PlaneBox, factor: number, about: readonly [number, number]): PlaneBox {
  const scaled = (interval: readonly [number, number], centre: number): [number, number] => [
    centre + (interval[0] - centre) * factor,
    centre + (interval[1] - centre) * factor,
  ];
  const [s, t] = intervals(box);
  return tidyBox([scaled(s, about[0]), scaled(t, about[1])], box);
}

/** Keeps a box where its numbers can be told apart and stay finite; `otherwise` where it would leave that range. */
function tidyBox(box: PlaneBox, otherwise: PlaneBox | null = null): PlaneBox {
  const fits = box.every(([low, high]) => {
    const largest = Math.max(Math.abs(low), Math.abs(high));
    return largest <= FARTHEST && high - low > FINEST * largest && high - low > 1e-200;
  });
  if (fits) return box;
  return otherwise ?? box.map(([low, high]) => tidyInterval(low, high));
}

function tidyInterval(low: number, high: number): readonly [number, number] {
  const span = Math.min(high - low, 2 * FARTHEST);
  const centre = Math.max(-FARTHEST + span / 2, Math.min(FARTHEST - span / 2, low / 2 + high / 2));
  return [centre - span / 2, centre + span / 2];
}

/** The box that a picture was drawn for, and its size in CSS pixels. */
interface Drawn {
  readonly box: PlaneBox;
  readonly width: number;
  readonly height: number;
}

/** A picture stretched further than this would show nothing. */
const MOST_STRETCHED = 1000;

/** Left, top, and the horizontal and vertical stretch by which a picture comes to where the frame puts its box. */
function placeOf({ box, width, height }: Drawn, frame: PlaneFrame): readonly [number, number, number, number] {
  const [[sLow, sHigh], [tLow, tHigh]] = intervals(box);
  const [left, top] = toPixels(frame, [sLow, tHigh]);
  const [right, bottom] = toPixels(frame, [sHigh, tLow]);
  return [left, top, (right - left) / width, (bottom - top) / height];
}

/** How many times larger than it was drawn a picture stands in the frame, in the direction in which that is more. */
export function pictureStretch(drawn: Drawn, frame: PlaneFrame): number {
  const [, , across, down] = placeOf(drawn, frame);
  return Math.max(across, down);
}

/**
 * The CSS transform that moves a picture drawn for `drawn` to where the frame puts it; origin at the upper left. One
 * that would be stretched beyond sense is left out.
 */
export function pictureTransform(drawn: Drawn, frame: PlaneFrame): string {
  if (pictureStretch(drawn, frame) > MOST_STRETCHED) return 'scale(0)';
  const rounded = placeOf(drawn, frame).map((part) => (Number.isFinite(part) ? Math.round(part * 1e6) / 1e6 : 0));
  const [x, y, sx, sy] = rounded;
  return `translate(${x}px, ${y}px) scale(${sx}, ${sy})`;
}
