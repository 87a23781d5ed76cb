import { pow } from '../libm.ts';
import {
  above,
  type Bounds,
  below,
  type Enclosure,
  put,
  putAnything,
  putNothing,
  wellAbove,
  wellBelow,
} from './bounds.ts';

/** Product of two bounds; zero times infinity is zero, because the infinity is a bound and not a value. */
function product(x: number, y: number): number {
  return x === 0 || y === 0 ? 0 : x * y;
}

export const encloseSum: Enclosure = (bounds, at, a, b) => {
  const { low, high, certain } = bounds;
  const from = below((low[a] as number) + (low[b] as number));
  put(
    bounds,
    at,
    from,
    above((high[a] as number) + (high[b] as number)),
    (certain[a] as number) & (certain[b] as number),
  );
};

export const encloseDifference: Enclosure = (bounds, at, a, b) => {
  const { low, high, certain } = bounds;
  // An expression minus itself is zero where it is a number.
  if (a === b && !Number.isNaN(low[a] as number)) return put(bounds, at, 0, 0, certain[a] as number);
  const from = below((low[a] as number) - (high[b] as number));
  put(
    bounds,
    at,
    from,
    above((high[a] as number) - (low[b] as number)),
    (certain[a] as number) & (certain[b] as number),
  );
};

export const encloseNegative: Enclosure = (bounds, at, a) => {
  const { low, high, certain } = bounds;
  put(bounds, at, -(high[a] as number), -(low[a] as number), certain[a] as number);
};

export const encloseProduct: Enclosure = (bounds, at, a, b) => {
  if (a === b) return encloseSquare(bounds, at, a);
  const { low, high, certain } = bounds;
  const [al, ah, bl, bh] = [low[a] as number, high[a] as number, low[b] as number, high[b] as number];
  if (Number.isNaN(al) || Number.isNaN(bl)) return putNothing(bounds, at);
  const p = product(al, bl);
  const q = product(al, bh);
  const r = product(ah, bl);
  const s = product(ah, bh);
  const from = below(Math.min(p, q, r, s));
  put(bounds, at, from, above(Math.max(p, q, r, s)), (certain[a] as number) & (certain[b] as number));
};

function encloseSquare(bounds: Bounds, at: number, a: number): void {
  const { low, high, certain } = bounds;
  const [l, h] = [low[a] as number, high[a] as number];
  const most = Math.max(l * l, h * h);
  const least = l > 0 ? l * l : h < 0 ? h * h : 0;
  put(bounds, at, Number.isNaN(l) ? l : Math.max(0, below(least)), above(most), certain[a] as number);
}

export const encloseQuotient: Enclosure = (bounds, at, a, b) => {
  const { low, high, certain } = bounds;
  const [al, ah, bl, bh] = [low[a] as number, high[a] as number, low[b] as number, high[b] as number];
  if (Number.isNaN(al) || Number.isNaN(bl)) return putNothing(bounds, at);
  if (bl <= 0 && bh >= 0) return divideByZero(bounds, at, al, ah, bl, bh);
  const quotients = [al / bl, al / bh, ah / bl, ah / bh].map((q) => (Number.isNaN(q) ? 0 : q));
  const sure = (certain[a] as number) & (certain[b] as number);
  // ∞/∞ among bounds says nothing about the values between.
  if (!Number.isFinite(al - ah) && !Number.isFinite(bl - bh)) return put(bounds, at, -Infinity, Infinity, sure);
  put(bounds, at, below(Math.min(...quotients)), above(Math.max(...quotients)), sure);
};

/** Where the divisor may be zero the quotient has one bound at most, and that only if zero is an end of the divisor. */
function divideByZero(bounds: Bounds, at: number, al: number, ah: number, bl: number, bh: number): void {
  const isEnd = (bl === 0) !== (bh === 0);
  const keepsSign = al > 0 || ah < 0;
  if (!isEnd || !keepsSign) {
    putAnything(bounds, at);
    return;
  }
  const nearest = (al > 0 ? al : ah) / (bl === 0 ? bh : bl);
  // By the operands' signs, because an infinite divisor makes the nearest zero.
  if (al > 0 === (bl === 0)) put(bounds, at, below(nearest), Number.POSITIVE_INFINITY, 0);
  else put(bounds, at, Number.NEGATIVE_INFINITY, above(nearest), 0);
}

/** Bounds of x^n for x in [l, h] and a whole n. */
function wholePower(l: number, h: number, n: number): readonly [number, number] {
  const [p, q] = [pow(l, n), pow(h, n)];
  if (n % 2 !== 0) return [wellBelow(Math.min(p, q)), wellAbove(Math.max(p, q))];
  const least = l <= 0 && h >= 0 ? 0 : Math.min(p, q);
  return [Math.max(0, wellBelow(least)), wellAbove(Math.max(p, q))];
}

/** x^y at a corner of the bounds: one has no other power, also where the exponent's bound is infinite. */
const cornerPower = (x: number, y: number): number => (x === 1 ? 1 : pow(x, y));

export const enclosePower: Enclosure = (bounds, at, a, b) => {
  const { low, high, certain } = bounds;
  const [al, ah, bl, bh] = [low[a] as number, high[a] as number, low[b] as number, high[b] as number];
  if (Number.isNaN(al) || Number.isNaN(bl)) return putNothing(bounds, at);
  const sure = (certain[a] as number) & (certain[b] as number);
  if (bl === bh && Number.isInteger(bl)) {
    if (bl < 0 && al <= 0 && ah >= 0) return putAnything(bounds, at);
    return put(bounds, at, ...wholePower(al, ah, bl), sure);
  }
  // A negative base has whole exponents only; zero with an exponent that may be negative has no bound.
  if (ah < 0 && bl === bh) return putNothing(bounds, at);
  if (al < 0 && bl !== bh) return putAnything(bounds, at);
  if (al <= 0 && bl <= 0) return putAnything(bounds, at);
  const from = Math.max(al, 0);
  const corners = [cornerPower(from, bl), cornerPower(from, bh), cornerPower(ah, bl), cornerPower(ah, bh)];
  const least = Math.max(0, wellBelow(Math.min(...corners)));
  put(bounds, at, least, wellAbove(Math.max(...corners)), al < 0 ? 0 : sure);
};

/** Bounds of a comparison: decided where the operands' bounds decide it; a missing number makes it `missing`. */
function encloseComparison(
  holds: (al: number, ah: number, bl: number, bh: number) => boolean,
  fails: (al: number, ah: number, bl: number, bh: number) => boolean,
  missing: 0 | 1,
): Enclosure {
  return (bounds, at, a, b) => {
    const { low, high, certain } = bounds;
    const [al, ah, bl, bh] = [low[a] as number, high[a] as number, low[b] as number, high[b] as number];
    if (Number.isNaN(al) || Number.isNaN(bl)) return put(bounds, at, missing, missing, 1);
    const isCertain = (certain[a] as number) & (certain[b] as number);
    const mayFail = !holds(al, ah, bl, bh) || (!isCertain && missing === 0);
    const mayHold = !fails(al, ah, bl, bh) || (!isCertain && missing === 1);
    put(bounds, at, mayFail ? 0 : 1, mayHold ? 1 : 0, 1);
  };
}

const disjoint = (al: number, ah: number, bl: number, bh: number): boolean => ah < bl || bh < al;
const samePoint = (al: number, ah: number, bl: number, bh: number): boolean => al === ah && bl === bh && al === bl;

export const encloseEqual = encloseComparison(samePoint, disjoint, 0);
export const encloseUnequal = encloseComparison(disjoint, samePoint, 1);
export const encloseLess = encloseComparison(
  (_al, ah, bl) => ah < bl,
  (al, _ah, _bl, bh) => al >= bh,
  0,
);
export const encloseGreater = encloseComparison(
  (al, _ah, _bl, bh) => al > bh,
  (_al, ah, bl) => ah <= bl,
  0,
);
export const encloseAtMost = encloseComparison(
  (_al, ah, bl) => ah <= bl,
  (al, _ah, _bl, bh) => al > bh,
  0,
);
export const encloseAtLeast = encloseComparison(
  (al, _ah, _bl, bh) => al >= bh,
  (_al, ah, bl) => ah < bl,
  0,
);

export const encloseNot: Enclosure = (bounds, at, a) => {
  put(bounds, at, 1 - (bounds.high[a] as number), 1 - (bounds.low[a] as number), 1);
};

export const encloseAnd: Enclosure = (bounds, at, a, b) => {
  const { low, high } = bounds;
  put(bounds, at, Math.min(low[a] as number, low[b] as number), Math.min(high[a] as number, high[b] as number), 1);
};

export const encloseOr: Enclosure = (bounds, at, a, b) => {
  const { low, high } = bounds;
  put(bounds, at, Math.max(low[a] as number, low[b] as number), Math.max(high[a] as number, high[b] as number), 1);
};

/** a where c holds, else b; both, and perhaps a jump, where that is not decided. */
export const encloseChoice: Enclosure = (bounds, at, a, b, c) => {
  const { low, high, certain } = bounds;
  if (low[c] === 1) return put(bounds, at, low[a] as number, high[a] as number, certain[a] as number);
  if (high[c] === 0) return put(bounds, at, low[b] as number, high[b] as number, certain[b] as number);
  const [al, bl] = [low[a] as number, low[b] as number];
  if (Number.isNaN(al)) return put(bounds, at, bl, high[b] as number, 0);
  if (Number.isNaN(bl)) return put(bounds, at, al, high[a] as number, 0);
  put(bounds, at, Math.min(al, bl), Math.max(high[a] as number, high[b] as number), 0);
};
