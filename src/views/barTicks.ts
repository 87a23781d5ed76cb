import { formatNumber, formatPowerOfTen } from './formatNumber.ts';
import type { LevelScale } from './levels.ts';
import { linearTicks, type Ticks } from './ticks.ts';

/** How far a tick may move to a rounder number, as a part of the distance between ticks. */
const REACH = 0.3;
/** A tick of a log scale that needs more significant digits is counted from the minimum instead. */
const MOST_DIGITS = 4;

/**
 * About `count` ticks for a colour bar, labelled with real values of f: nice values on a linear scale; on a log scale
 * values at equal distances, each moved to the roundest number nearby, those that are not whole with the same decimals.
 * Where f varies by less than its fourth digit a log scale is labelled with f − min, and `offset` is "min".
 */
export function barTicks(scale: LevelScale, count: number): Ticks {
  const { low, high, levels, kind } = scale;
  if (!Number.isFinite(low)) return { ticks: [], offset: '', power: '' };
  if (levels.length === 0) return { ticks: [{ value: low, label: formatNumber(low) }], offset: '', power: '' };
  if (kind === 'linear' && Number.isFinite(high - low)) {
    const all = linearTicks(low, high, count);
    // Counted from an offset, a tick at the end may lie beyond it by rounding.
    const within = (value: number) => Math.min(high, Math.max(low, value));
    return { ...all, ticks: all.ticks.map(({ value, label }) => ({ value: within(value), label })) };
  }
  const spacing = 1 / Math.max(1, count);
  const units = Array.from({ length: Math.max(1, count) + 1 }, (_, k) => k * spacing);
  const values = units.map((unit) => roundestNear(scale, unit, REACH * spacing));
  const isFine = kind === 'log' && values.some((value) => significantDigits(value) > MOST_DIGITS);
  return isFine ? heightTicks(scale, units) : valueTicks(values);
}

/** What the ticks show: "f", "f − min", "f − 1.0002  [10⁻⁸]". */
export function valueName({ offset, power }: Ticks): string {
  return `f${(offset && ` − ${offset}`).replace('− −', '+ ')}${power && `  [${power}]`}`;
}

/** The number with the fewest digits on the scale whose position is within `reach` of `unit`. */
function roundestNear(scale: LevelScale, unit: number, reach: number): number {
  const exact = scale.fromUnit(unit);
  for (let digits = 0; digits <= 12; digits += 1) {
    const found = roundings(exact, digits).find((rounded) => {
      const place = scale.toUnit(rounded);
      return Math.abs(place - unit) <= reach && place >= 0 && place <= 1 && rounded >= scale.low;
    });
    if (found !== undefined) return found;
  }
  return exact;
}

/** The nearest number with so many significant digits, then its neighbours; 0 has none. */
function roundings(exact: number, digits: number): number[] {
  if (digits === 0) return [0];
  const nearest = Number(exact.toPrecision(digits));
  const step = 10 ** (Math.floor(Math.log10(Math.abs(exact))) - digits + 1);
  return [nearest, ...[nearest - step, nearest + step].map((value) => Number(value.toPrecision(digits)))];
}

function significantDigits(value: number): number {
  return (value.toExponential().split('e')[0] ?? '').replace(/\D/g, '').length;
}

/** Ticks labelled with f, over a common power of ten where all are small or all are large. */
function valueTicks(values: readonly number[]): Ticks {
  const sizes = values.map(Math.abs).filter((size) => size > 0);
  const largest = Math.max(...sizes);
  const isShared = largest < 1e-3 || (largest >= 1e5 && Math.min(...sizes) > 1e-4 * largest);
  const exponent = isShared && Number.isFinite(largest) ? Math.floor(Math.log10(largest)) : 0;
  const scaled = values.map((value) => value / 10 ** exponent);
  const decimals = Math.max(0, ...scaled.filter(isPlain).map(decimalsOf));
  const label = (value: number) =>
    isPlain(value) ? value.toFixed(decimals).replace('-', '−') : withoutEndingZeros(formatNumber(value));
  const ticks = values.map((value, k) => ({ value, label: label(scaled[k] as number) }));
  return { ticks, offset: '', power: exponent === 0 ? '' : formatPowerOfTen(exponent) };
}

/** Numbers that share their decimals: not whole, and not so small that they would force theirs on the others. */
function isPlain(value: number): boolean {
  return Math.abs(value) >= 0.1 && Math.abs(value) < 1e5 && Math.abs(value - Math.round(value)) > 1e-9;
}

function decimalsOf(value: number): number {
  return (String(Number(value.toPrecision(MOST_DIGITS))).split('.')[1] ?? '').length;
}

/** Ticks labelled with f − min, to one digit. */
function heightTicks(scale: LevelScale, units: readonly number[]): Ticks {
  const heights = units.map((unit) => Number((scale.fromUnit(unit) - scale.low).toPrecision(1)));
  const ticks = [...new Set(heights)].map((height) => ({
    value: Math.min(scale.high, scale.low + height),
    label: formatNumber(height, 1),
  }));
  return { ticks, offset: 'min', power: '' };
}

/** Drops the zeros at the end of decimals: these ticks are round numbers. */
function withoutEndingZeros(label: string): string {
  return label.replace(/^([−\d]+\.\d*?)0+(?=×|$)/, '$1').replace(/\.(?=×|$)/, '');
}
