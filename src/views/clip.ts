/** Farthest distance in pixels at which a point keeps its place; farther ones move in along their direction. */
const FAR = 1e9;

/**
 * Pixels of a plane point, pulled in along its direction from the origin of the pixels where it is farther than 1e9,
 * so that later arithmetic neither overflows nor loses the screen. `out` receives the two numbers.
 * @returns false if a coordinate is not finite
 */
export function boundedPixels(
  frame: { sScale: number; sShift: number; tScale: number; tShift: number },
  s: number,
  t: number,
  out: Float64Array,
): boolean {
  let x = frame.sScale * s + frame.sShift;
  let y = frame.tScale * t + frame.tShift;
  if (!(Number.isFinite(x) && Number.isFinite(y))) {
    if (!(Number.isFinite(s) && Number.isFinite(t))) return false;
    x = frame.sScale * (s * 2 ** -600);
    y = frame.tScale * (t * 2 ** -600);
    const size = Math.max(Math.abs(x), Math.abs(y));
    x *= FAR / size;
    y *= FAR / size;
  }
  const size = Math.max(Math.abs(x), Math.abs(y));
  if (size > FAR) {
    x *= FAR / size;
    y *= FAR / size;
  }
  out[0] = x;
  out[1] = y;
  return true;
}

/** A rectangle in pixels. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The part of the segment (x0, y0)–(x1, y1) inside the rectangle, by Liang and Barsky (1984). `out` receives x0, y0,
 * x1, y1 of that part.
 * @returns false if the segment misses the rectangle
 */
export function clipSegment(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  rectangle: Rectangle,
  out: Float64Array,
): boolean {
  const dx = x1 - x0;
  const dy = y1 - y0;
  let enter = 0;
  let leave = 1;
  for (let side = 0; side < 4; side += 1) {
    const p = side === 0 ? -dx : side === 1 ? dx : side === 2 ? -dy : dy;
    const q =
      side === 0
        ? x0 - rectangle.left
        : side === 1
          ? rectangle.right - x0
          : side === 2
            ? y0 - rectangle.top
            : rectangle.bottom - y0;
    if (p === 0 && q < 0) return false;
    if (p < 0) enter = Math.max(enter, q / p);
    if (p > 0) leave = Math.min(leave, q / p);
  }
  if (enter > leave) return false;
  out[0] = x0 + enter * dx;
  out[1] = y0 + enter * dy;
  out[2] = x0 + leave * dx;
  out[3] = y0 + leave * dy;
  return true;
}
