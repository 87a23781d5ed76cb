import { libm } from '../libm.ts';
import { type Bounds, type Enclosure, put, putAnything, putNothing, wellAbove, wellBelow } from './bounds.ts';

const INFINITY = Number.POSITIVE_INFINITY;
const HALF_PI = Math.PI / 2;

/** An increasing function on [from, to]; where the operand reaches beyond, the function is not defined. */
export function increasing(f: (x: number) => number, from = -INFINITY, to = INFINITY): Enclosure {
  return (bounds, at, a) => {
    const [low, high] = [bounds.low[a] as number, bounds.high[a] as number];
    if (!(high >= from && low <= to)) return putNothing(bounds, at);
    const within = low >= from && high <= to;
    const least = wellBelow(f(Math.max(low, from)));
    put(bounds, at, least, wellAbove(f(Math.min(high, to))), within ? (bounds.certain[a] as number) : 0);
  };
}

/** A decreasing function on [from, to]. */
export function decreasing(f: (x: number) => number, from: number, to: number): Enclosure {
  return (bounds, at, a) => {
    const [low, high] = [bounds.low[a] as number, bounds.high[a] as number];
    if (!(high >= from && low <= to)) return putNothing(bounds, at);
    const within = low >= from && high <= to;
    const least = wellBelow(f(Math.min(high, to)));
    put(bounds, at, least, wellAbove(f(Math.max(low, from))), within ? (bounds.certain[a] as number) : 0);
  };
}

/** A logarithm: increasing from −∞ at the edge of its domain, where it is no number. */
export function logarithm(f: (x: number) => number, edge: number): Enclosure {
  const inside = increasing(f, edge);
  return (bounds, at, a) => {
    inside(bounds, at, a, a, a);
    if ((bounds.low[a] as number) <= edge) bounds.certain[at] = 0;
    if ((bounds.low[a] as number) <= edge && !Number.isNaN(bounds.low[at] as number)) bounds.low[at] = -INFINITY;
  };
}

/** Beyond this a double's spacing is no longer small against a period. */
const FARTHEST = 1e8;

/** Whether [low, high] may hold a point peak + 2πk; a little generous, never less. */
function holdsPeak(low: number, high: number, peak: number): boolean {
  const slack = 1e-14 * (1 + Math.max(Math.abs(low), Math.abs(high)));
  const k = Math.ceil((low - slack - peak) / (2 * Math.PI));
  return peak + 2 * Math.PI * k <= high + slack;
}

/** A wave between −1 and 1 with its peaks at peak + 2πk and its troughs half a period beside them. */
function wave(f: (x: number) => number, peak: number): Enclosure {
  return (bounds, at, a) => {
    const [low, high] = [bounds.low[a] as number, bounds.high[a] as number];
    if (Number.isNaN(low)) return putNothing(bounds, at);
    const certain = bounds.certain[a] as number;
    if (!(Math.abs(low) < FARTHEST && Math.abs(high) < FARTHEST)) return put(bounds, at, -1, 1, certain);
    const [p, q] = [f(low), f(high)];
    const least = holdsPeak(low, high, peak + Math.PI) ? -1 : Math.max(-1, wellBelow(Math.min(p, q)));
    const most = holdsPeak(low, high, peak) ? 1 : Math.min(1, wellAbove(Math.max(p, q)));
    put(bounds, at, least, most, certain);
  };
}

export const encloseSin = wave(libm.sin, HALF_PI);
export const encloseCos = wave(libm.cos, 0);

export const encloseTan: Enclosure = (bounds, at, a) => {
  const [low, high] = [bounds.low[a] as number, bounds.high[a] as number];
  if (Number.isNaN(low)) return putNothing(bounds, at);
  const isNear = Math.abs(low) < FARTHEST && Math.abs(high) < FARTHEST;
  // The poles are twice as dense as the peaks of a wave.
  if (!isNear || high - low >= Math.PI || holdsPeak(2 * low, 2 * high, Math.PI)) return putAnything(bounds, at);
  put(bounds, at, wellBelow(libm.tan(low)), wellAbove(libm.tan(high)), bounds.certain[a] as number);
};

/** An even function that increases with |x|. */
export function evenIncreasing(f: (x: number) => number): Enclosure {
  return (bounds, at, a) => {
    const [low, high] = [bounds.low[a] as number, bounds.high[a] as number];
    const nearest = low > 0 ? low : high < 0 ? high : Number.isNaN(low) ? low : 0;
    const most = wellAbove(f(Math.max(Math.abs(low), Math.abs(high))));
    put(bounds, at, wellBelow(f(nearest)), most, bounds.certain[a] as number);
  };
}

export const encloseAbs: Enclosure = (bounds, at, a) => {
  const [low, high] = [bounds.low[a] as number, bounds.high[a] as number];
  const nearest = low > 0 ? low : high < 0 ? -high : Number.isNaN(low) ? low : 0;
  put(bounds, at, nearest, Math.max(-low, high), bounds.certain[a] as number);
};

/** A step function of one operand: jumps wherever its two bounds differ. */
export function steps(f: (x: number) => number): Enclosure {
  return (bounds, at, a) => {
    const [low, high] = [f(bounds.low[a] as number), f(bounds.high[a] as number)];
    put(bounds, at, low, high, low === high ? (bounds.certain[a] as number) : 0);
  };
}

/** `min` or `max`, which is exact. */
export function extremum(f: (a: number, b: number) => number): Enclosure {
  return (bounds, at, a, b) => {
    const { low, high, certain } = bounds;
    const least = f(low[a] as number, low[b] as number);
    put(bounds, at, least, f(high[a] as number, high[b] as number), (certain[a] as number) & (certain[b] as number));
  };
}

const distanceFromZero = ({ low, high }: Bounds, a: number): number => {
  const [l, h] = [low[a] as number, high[a] as number];
  return l > 0 ? l : h < 0 ? -h : Number.isNaN(l) ? l : 0;
};
const magnitude = ({ low, high }: Bounds, a: number): number =>
  Math.max(Math.abs(low[a] as number), Math.abs(high[a] as number));

export const encloseHypot: Enclosure = (bounds, at, a, b) => {
  const least = libm.hypot(distanceFromZero(bounds, a), distanceFromZero(bounds, b));
  const most = libm.hypot(magnitude(bounds, a), magnitude(bounds, b));
  const sure = (bounds.certain[a] as number) & (bounds.certain[b] as number);
  put(bounds, at, Math.max(0, wellBelow(least)), wellAbove(most), sure);
};

/** The angle of (x, y) for the operands y and x; it jumps across the negative x-axis. */
export const encloseAtan2: Enclosure = (bounds, at, y, x) => {
  const { low, high, certain } = bounds;
  const [yl, yh, xl, xh] = [low[y] as number, high[y] as number, low[x] as number, high[x] as number];
  if (Number.isNaN(yl) || Number.isNaN(xl)) return putNothing(bounds, at);
  if (yl <= 0 && yh >= 0 && xl <= 0) return put(bounds, at, -wellAbove(Math.PI), wellAbove(Math.PI), 0);
  const corners = [libm.atan2(yl, xl), libm.atan2(yl, xh), libm.atan2(yh, xl), libm.atan2(yh, xh)];
  const sure = (certain[y] as number) & (certain[x] as number);
  put(bounds, at, wellBelow(Math.min(...corners)), wellAbove(Math.max(...corners)), sure);
};

/** 1/cosh². */
export const encloseSech2: Enclosure = (bounds, at, a) => {
  const sech2 = (x: number) => 1 / libm.cosh(x) / libm.cosh(x);
  const [nearest, farthest] = [distanceFromZero(bounds, a), magnitude(bounds, a)];
  const most = Math.min(1, wellAbove(wellAbove(sech2(nearest))));
  put(bounds, at, Math.max(0, wellBelow(wellBelow(sech2(farthest)))), most, bounds.certain[a] as number);
};

/** a / (1 + exp(u)). */
export const encloseLogistic: Enclosure = (bounds, at, a, u) => {
  const { low, high, certain } = bounds;
  const [al, ah] = [low[a] as number, high[a] as number];
  const share = (x: number) => 1 / (1 + libm.exp(x));
  const least = Math.max(0, wellBelow(wellBelow(share(high[u] as number))));
  const most = Math.min(1, wellAbove(wellAbove(share(low[u] as number))));
  const from = wellBelow(al * (al > 0 ? least : most));
  put(bounds, at, from, wellAbove(ah * (ah > 0 ? most : least)), (certain[a] as number) & (certain[u] as number));
};
