import type { SublevelContour } from './sublevelAreas.ts';

/** Contours of so few points are drawn as they are. */
const FEW = 8;

/**
 * A contour with as few of its points as show the same: none of those left out is farther than `tolerance`, in units of
 * the grid, from the line between its neighbours among the kept ones. The first is kept, and those where a side of the
 * grid begins or ends. What a canvas takes to stroke a contour grows with its points.
 *
 * From a kept point each further one leaves a sleeve of directions that pass it closely enough; the first that lies
 * outside of all sleeves before it, or comes back, has the one before it kept (Zhao and Saalfeld 1997).
 */
export function thinContour(contour: SublevelContour, tolerance: number): SublevelContour {
  const count = contour.onSide.length;
  if (count <= FEW || !(tolerance > 0)) return contour;
  const points: number[] = [];
  const onSide: boolean[] = [];
  const sleeve = new Sleeve(tolerance);
  const keep = (k: number) => {
    const [x, y] = [contour.points[2 * k] as number, contour.points[2 * k + 1] as number];
    points.push(x, y);
    onSide.push(contour.onSide[k] as boolean);
    sleeve.beginAt(x, y);
  };
  keep(0);
  for (let k = 1; k < count; k++) {
    const [x, y] = [contour.points[2 * k] as number, contour.points[2 * k + 1] as number];
    if (!sleeve.admits(x, y)) {
      keep(k - 1);
      sleeve.admits(x, y);
    }
    if (contour.onSide[k] !== contour.onSide[k - 1]) keep(k);
  }
  // It is closed: from the last kept one the line goes on to the first.
  if (!sleeve.admits(contour.points[0] as number, contour.points[1] as number)) keep(count - 1);
  return { points, onSide };
}

/** The directions from a point in which a line passes all points so far closely enough. */
class Sleeve {
  readonly #tolerance: number;
  #x = 0;
  #y = 0;
  #reach = 0;
  #isOpen = true;
  /** Its two sides as unit vectors, the one to the right and the one to the left. */
  #rightX = 0;
  #rightY = 0;
  #leftX = 0;
  #leftY = 0;

  constructor(tolerance: number) {
    this.#tolerance = tolerance;
  }

  beginAt(x: number, y: number): void {
    this.#x = x;
    this.#y = y;
    this.#reach = 0;
    this.#isOpen = true;
  }

  /** Whether a line to (x, y) passes all points since the beginning; if so, it has to pass this one too from now on. */
  admits(x: number, y: number): boolean {
    const distance = Math.hypot(x - this.#x, y - this.#y);
    if (distance < this.#reach) return false;
    this.#reach = distance;
    if (distance <= this.#tolerance) return true;
    const [ux, uy] = [(x - this.#x) / distance, (y - this.#y) / distance];
    const sine = this.#tolerance / distance;
    const cosine = Math.sqrt(1 - sine * sine);
    const [rightX, rightY] = [ux * cosine + uy * sine, uy * cosine - ux * sine];
    const [leftX, leftY] = [ux * cosine - uy * sine, uy * cosine + ux * sine];
    if (this.#isOpen) {
      this.#isOpen = false;
      [this.#rightX, this.#rightY, this.#leftX, this.#leftY] = [rightX, rightY, leftX, leftY];
      return true;
    }
    const isInside = this.#rightX * uy - this.#rightY * ux >= 0 && ux * this.#leftY - uy * this.#leftX >= 0;
    if (!isInside) return false;
    if (this.#rightX * rightY - this.#rightY * rightX > 0) [this.#rightX, this.#rightY] = [rightX, rightY];
    if (leftX * this.#leftY - leftY * this.#leftX > 0) [this.#leftX, this.#leftY] = [leftX, leftY];
    return true;
  }
}
