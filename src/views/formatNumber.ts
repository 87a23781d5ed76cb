import { superscript } from '../core/formatNumber.ts';

const MINUS = '−';

/**
 * A number as the views show it: `digits` significant digits with a true minus sign, "1.235×10⁻⁵" below 10⁻³ and from
 * 10⁵ on, whole numbers without decimals, "∞", "−∞" and "NaN" as they are. Trailing zeros stay, so that a number that
 * changes keeps its width.
 */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${MINUS}∞`;
  if (value === 0) return '0';
  const size = Math.abs(value);
  const sign = value < 0 ? MINUS : '';
  if (Number.isInteger(value) && size < 1e5) return sign + size;
  const [mantissa = '', power = '0'] = size.toExponential(digits - 1).split('e');
  const exponent = Number(power);
  if (exponent < -3 || exponent >= 5) return `${sign}${shortest(mantissa)}×10${superscript(exponent)}`;
  return sign + size.toFixed(Math.max(0, digits - 1 - exponent));
}

/** "1.000" of a mantissa becomes "1"; other mantissas keep their digits. */
function shortest(mantissa: string): string {
  return /^\d\.0+$/.test(mantissa) ? mantissa.slice(0, 1) : mantissa;
}

/** Every digit that the double has, in plain ASCII, so that it can be copied and read back unchanged. */
export function formatFull(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** A power of ten: "10⁻³", and "1", "10" for the two that need no exponent. */
export function formatPowerOfTen(exponent: number): string {
  if (exponent === 0) return '1';
  return exponent === 1 ? '10' : `10${superscript(exponent)}`;
}
