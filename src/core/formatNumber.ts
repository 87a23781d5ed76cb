import type { Box } from './params.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** An integer in Unicode superscripts: −5 becomes "⁻⁵". */
export function superscript(exponent: number): string {
  const digits = String(Math.abs(exponent));
  return (exponent < 0 ? '⁻' : '') + digits.replace(/\d/g, (digit) => superscripts[Number(digit)] ?? digit);
}

/** A whole number from 0 in Unicode subscripts: 12 becomes "₁₂". */
export function subscript(number: number): string {
  return String(number).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? digit);
}

/**
 * A number for a sentence: at most `digits` significant digits, shortest form, a true minus sign. Numbers of at least
 * 1e6 or below 1e-4 take an exponent: "1.235×10⁷". The digits are those of `toPrecision`, the same in every engine.
 */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return 'not a number';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  const rounded = Number(value.toPrecision(digits));
  if (rounded === 0) return '0';
  const exponential = size >= 1e6 || size < 1e-4;
  if (!exponential) return String(rounded).replace('-', '−');
  const [mantissa = '', exponent = '0'] = rounded.toExponential().split('e');
  return `${mantissa.replace('-', '−')}×10${superscript(Number(exponent))}`;
}

/** A number of things: "1 minimum", "3 minima". @param many  where it is not `one` with an s */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/**
 * Significant digits by which values of a range can be told apart, to about a thousandth of it: 4 where the range is as
 * wide as they are large, more where it is narrow, 15 at most.
 */
export function digitsWithin(value: number, span: number): number {
  let digits = 4;
  for (let size = 10 * Math.abs(span); digits < 15 && Math.abs(value) > size && size > 0; size *= 10) digits++;
  return digits;
}

/** "[−1, 1] × [0, 2]", with as many digits as tell the sides apart. */
export const formatBox = (box: Box): string =>
  box
    .map((sides) => `[${sides.map((side) => formatNumber(side, digitsWithin(side, sides[1] - sides[0]))).join(', ')}]`)
    .join(' × ');

/**
 * A point for a sentence: "(3, 2)"; beyond six coordinates the first five, an ellipsis and the last.
 * @param zeroBelow  coordinates smaller than this are written 0
 */
export function formatPoint(x: ArrayLike<number>, zeroBelow = 0): string {
  const shown = Array.from(x, (coordinate) => formatNumber(Math.abs(coordinate) < zeroBelow ? 0 : coordinate));
  if (shown.length > 6) shown.splice(5, shown.length - 6, '…');
  return `(${shown.join(', ')})`;
}
