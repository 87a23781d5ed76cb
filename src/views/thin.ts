import { boundedPixels, clipSegment, type Rectangle } from './clip.ts';
import { InkedPixels } from './InkedPixels.ts';
import { PathText } from './pathText.ts';
import type { PlaneFrame } from './planeFrame.ts';

/** What is left of a trajectory when only what the pixels can show is kept. */
export interface ScreenPath {
  /** SVG path data in pixels of the plot rectangle. */
  readonly d: string;
  /** Number of kept vertices. */
  readonly count: number;
  /** Kept vertices in order, those included whose segments lie under others: `count` of each: pixels, and the recorded iterate or −1 at a clipped end. */
  readonly xs: Float32Array;
  readonly ys: Float32Array;
  readonly iterates: Int32Array;
  /** Length of the path data up to and including each vertex, for drawing a beginning of the path. */
  readonly ends: Int32Array;
}

/** A vertex closer than this to the last kept one is not drawn. */
const CLOSEST = 0.7;
/** From this vertex on, segments that run where the path has been already are not drawn again. */
const TANGLE = 200;
/** Pixels across which a path is drawn on where segments have been left out; farther, it begins anew. */
const GAP = 3;
/** Paths are clipped to the plot rectangle with this many pixels around it. */
const PADDING = 40;

/**
 * Thins a trajectory to the pixels: vertices less than 0.7 pixels from the last kept one are dropped, segments are
 * clipped to the padded plot rectangle, non-finite points interrupt the line, and no written coordinate is far outside
 * the rectangle, whatever the input. The first and the last visible points are always kept. Of a tangle, what shows
 * nothing new is left out of the path data.
 * @param points 2·m coordinates in the plane, iterate by iterate
 */
export function thinPath(points: Float64Array, frame: PlaneFrame): ScreenPath {
  // A segment that is clipped at both ends adds two vertices per iterate.
  const rectangle = { left: -PADDING, top: -PADDING, right: frame.width + PADDING, bottom: frame.height + PADDING };
  const pen = new Pen(points.length + 2, rectangle);
  const here = new Float64Array(2);
  const { sScale, sShift, tScale, tShift } = frame;
  let lastX = Number.NaN;
  let lastY = Number.NaN;
  for (let k = 0; 2 * k + 1 < points.length; k += 1) {
    const s = points[2 * k] as number;
    const t = points[2 * k + 1] as number;
    const px = sScale * s + sShift;
    const py = tScale * t + tShift;
    // Most iterates stay where the pen is.
    if (pen.stays(px, py, k)) {
      lastX = px;
      lastY = py;
    } else if (boundedPixels(frame, s, t, here)) {
      const x = here[0] as number;
      const y = here[1] as number;
      pen.segment(lastX, lastY, x, y, k);
      lastX = x;
      lastY = y;
    } else {
      pen.lift();
      lastX = Number.NaN;
    }
  }
  return pen.finish();
}

const isWithin = ({ left, top, right, bottom }: Rectangle, x: number, y: number): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;

const text = new PathText();
const ink = new InkedPixels();

/** Room for the vertices of one path at a time, grown as needed, because a drag thins many paths per frame. */
let scratch = newScratch(4096);

function newScratch(length: number) {
  return {
    xs: new Float32Array(length),
    ys: new Float32Array(length),
    iterates: new Int32Array(length),
    ends: new Int32Array(length),
  };
}

/** Collects kept vertices and writes them in tenths of a pixel. */
class Pen {
  private readonly piece = new Float64Array(4);
  private count = 0;
  /** Last written vertex; NaN while the pen is up. */
  private x = Number.NaN;
  private y = Number.NaN;
  /** A vertex that was skipped as too close, to be written if the line stops there. */
  private skippedX = Number.NaN;
  private skippedY = Number.NaN;
  private skippedIterate = -1;
  /** True where the text does not end at the last vertex, because segments have been left out. */
  private isAway = false;
  /** The last vertex in the text. */
  private drawnX = Number.NaN;
  private drawnY = Number.NaN;
  private readonly rectangle: Rectangle;

  /** @param most  no path has more vertices */
  constructor(most: number, rectangle: Rectangle) {
    this.rectangle = rectangle;
    text.clear();
    if (scratch.xs.length < most) scratch = newScratch(2 * most);
  }

  /** Whether iterate k at (x, y) is too close to the last vertex to be drawn; if so it is noted. */
  stays(x: number, y: number, k: number): boolean {
    const dx = x - this.x;
    const dy = y - this.y;
    if (!(dx * dx + dy * dy < CLOSEST * CLOSEST) || !isWithin(this.rectangle, x, y)) return false;
    this.skippedX = x;
    this.skippedY = y;
    this.skippedIterate = k;
    return true;
  }

  /** Draws from (x0, y0), NaN at the beginning of a line, to iterate k at (x1, y1). */
  segment(x0: number, y0: number, x1: number, y1: number, k: number): void {
    const { rectangle } = this;
    const inside = isWithin(rectangle, x1, y1);
    if (Number.isNaN(x0)) {
      if (inside) this.write(x1, y1, k, 'M');
      return;
    }
    if (inside && !Number.isNaN(this.x)) {
      this.write(x1, y1, k, 'L');
      return;
    }
    if (!clipSegment(x0, y0, x1, y1, rectangle, this.piece)) {
      this.lift();
      return;
    }
    this.clippedSegment(x1, y1, k, inside);
  }

  private clippedSegment(x1: number, y1: number, k: number, inside: boolean): void {
    const [startX = 0, startY = 0, endX = 0, endY = 0] = this.piece;
    if (Number.isNaN(this.x)) this.write(startX, startY, -1, 'M');
    this.write(inside ? x1 : endX, inside ? y1 : endY, inside ? k : -1, 'L');
    if (!inside) this.lift();
  }

  private write(x: number, y: number, iterate: number, command: 'M' | 'L'): void {
    const k = this.count;
    if (command === 'M' || this.isSeen(x, y)) this.draw(command, x, y);
    else this.isAway = true;
    scratch.xs[k] = x;
    scratch.ys[k] = y;
    scratch.iterates[k] = iterate;
    scratch.ends[k] = text.length;
    this.count = k + 1;
    this.x = x;
    this.y = y;
    this.skippedIterate = -1;
  }

  /** Whether the segment from the last vertex shows anything that the path has not shown yet. */
  private isSeen(x: number, y: number): boolean {
    if (this.count < TANGLE) return true;
    if (this.count === TANGLE) {
      const { left, top, right, bottom } = this.rectangle;
      ink.clear(left, top, right, bottom);
    }
    return ink.draw(this.x, this.y, x, y);
  }

  private draw(command: 'M' | 'L', x: number, y: number): void {
    if (command === 'L' && this.isAway) {
      const dx = this.x - this.drawnX;
      const dy = this.y - this.drawnY;
      // A line that creeps through its pixels must not be broken into dashes.
      text.vertex(dx * dx + dy * dy < GAP * GAP ? 'L' : 'M', this.x, this.y);
    }
    text.vertex(command, x, y);
    this.isAway = false;
    this.drawnX = x;
    this.drawnY = y;
  }

  /** Ends a line: the next vertex begins a new one. */
  lift(): void {
    if (this.skippedIterate >= 0) this.write(this.skippedX, this.skippedY, this.skippedIterate, 'L');
    this.x = Number.NaN;
    this.y = Number.NaN;
  }

  finish(): ScreenPath {
    this.lift();
    const { count } = this;
    const kept = <T extends Float32Array | Int32Array>(all: T) => all.slice(0, count) as T;
    return {
      d: text.toString(),
      count,
      xs: kept(scratch.xs),
      ys: kept(scratch.ys),
      iterates: kept(scratch.iterates),
      ends: kept(scratch.ends),
    };
  }
}
