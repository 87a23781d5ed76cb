import { formatNumber, formatPowerOfTen } from './formatNumber.ts';

export interface Tick {
  readonly value: number;
  readonly label: string;
}

export interface Ticks {
  readonly ticks: readonly Tick[];
  /** Added to every label to give the value ("1.00002"); empty unless the axis is zoomed in far. */
  readonly offset: string;
  /** Power of ten by which every label is multiplied ("10⁻⁸"); empty for 1. */
  readonly power: string;
}

/**
 * What follows the name of an axis, without which its labels would be misread: " − 1.00002  [10⁻⁸]"; empty for an axis
 * whose labels are the values.
 */
export function ticksSuffix({ offset, power }: Pick<Ticks, 'offset' | 'power'>): string {
  return `${(offset && ` − ${offset}`).replace('− −', '+ ')}${power && `  [${power}]`}`;
}

const noTicks: Ticks = { ticks: [], offset: '', power: '' };

/** The 1, 2, 2.5 or 5 times a power of ten that is nearest above `span / count`. */
export function niceStep(span: number, count: number): number {
  const raw = span / Math.max(1, count);
  if (!(raw > 0) || !Number.isFinite(raw)) return 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  // A denormal span has no power of ten of its own.
  if (!(power > 0)) return raw;
  const multiple = raw / power;
  const nice = [1, 2, 2.5, 5, 10].find((candidate) => multiple <= candidate * (1 + 1e-9)) ?? 10;
  return nice * power;
}

/** Multiples of `step` in [low, high]; at most `limit`. */
export function multiplesWithin(low: number, high: number, step: number, limit = 200): number[] {
  const first = Math.ceil(low / step - 1e-6);
  const last = Math.min(Math.floor(high / step + 1e-6), first + limit - 1);
  const values: number[] = [];
  for (let k = first; k <= last; k += 1) values.push(k * step + 0);
  return values;
}

/**
 * Ticks for a linear axis: about `count` nice values in [low, high], at least two, with labels that all have the same
 * decimals. Large and small numbers share a power of ten; where more than six digits would be needed the labels count
 * from an offset.
 */
export function linearTicks(low: number, high: number, count: number): Ticks {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return noTicks;
  const step = stepOfTwo(low, high, count);
  const largest = Math.max(Math.abs(low), Math.abs(high));
  if (largest / step > 1e6) return offsetTicks(low, high, count);
  const { label, power } = labelsFor(step, largest);
  const ticks = multiplesWithin(low, high, step).map((value) => ({ value, label: label(value) }));
  return { ticks, offset: '', power };
}

/** A nice step of which about `count` fit into [low, high]: as many more as give two multiples, which make a scale. */
function stepOfTwo(low: number, high: number, count: number): number {
  const steps = [1, 1.5, 2, 4].map((more) => niceStep(high - low, more * count));
  return steps.find((step) => multiplesWithin(low, high, step, 2).length === 2) ?? (steps[0] as number);
}

/** Ticks of an axis that counts, about `count` whole numbers from `low`, at least 0: no half iterations. */
export function wholeTicks(low: number, high: number, count: number): Ticks {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return noTicks;
  const nice = Math.max(1, niceStep(span, count));
  // Of the nice steps from 1 on, only 2.5 is no whole number.
  const step = Number.isInteger(nice) ? nice : 2 * nice;
  const { label, power } = labelsFor(step, high);
  return {
    ticks: multiplesWithin(low, high, step).map((value) => ({ value, label: label(value) })),
    offset: '',
    power,
  };
}

/** Labels measured from a base near the middle of a deeply zoomed axis. */
function offsetTicks(low: number, high: number, count: number): Ticks {
  const step = niceStep(high - low, count);
  const digits = Math.min(15, Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high)) / (high - low))) + 1);
  const base = Number((low / 2 + high / 2).toPrecision(Math.max(1, digits)));
  const { label, power } = labelsFor(step, (high - low) / 2);
  const ticks = multiplesWithin(low - base, high - base, step).map((delta) => ({
    value: base + delta,
    label: (delta > 0 ? '+' : '') + label(delta),
  }));
  return { ticks, offset: String(base).replace('-', '−'), power };
}

/** One format for all labels of an axis: fixed decimals, over a common power of ten where these would be long. */
function labelsFor(step: number, largest: number): { label: (value: number) => string; power: string } {
  const exponent = largest >= 1e5 || step < 1e-4 ? Math.floor(Math.log10(largest)) : 0;
  // Ten to the −320 is not 1 / 10^320.
  const scaled = (value: number) =>
    value / 10 ** Math.trunc(exponent / 2) / 10 ** (exponent - Math.trunc(exponent / 2));
  const decimals = decimalsOf(scaled(step));
  return {
    label: (value) =>
      scaled(Math.abs(value) < step / 2 ? 0 : value)
        .toFixed(decimals)
        .replace('-', '−'),
    power: exponent === 0 ? '' : formatPowerOfTen(exponent),
  };
}

/** Decimals that write the nice number `step` exactly. */
function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < 8; decimals += 1) {
    const scaled = step * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * scaled) return decimals;
  }
  return 8;
}

/**
 * Ticks for a logarithmic axis whose limits are given as powers: whole decades, thinned to about `count`; within less
 * than two decades 2 and 5 times each as well.
 */
export function logTicks(lowPower: number, highPower: number, count: number): Ticks {
  const span = highPower - lowPower;
  if (!(span > 0) || !Number.isFinite(span)) return noTicks;
  if (span < 2) return { ...noTicks, ticks: fineLogTicks(lowPower, highPower) };
  const every = Math.max(1, Math.ceil(span / count));
  const ticks = multiplesWithin(lowPower, highPower, every).map((power) => ({
    value: power,
    label: formatPowerOfTen(power),
  }));
  return { ...noTicks, ticks };
}

function fineLogTicks(lowPower: number, highPower: number): Tick[] {
  const ticks: Tick[] = [];
  for (let power = Math.floor(lowPower); power <= Math.ceil(highPower); power += 1) {
    for (const digit of [1, 2, 5]) {
      const value = power + Math.log10(digit);
      if (value >= lowPower - 1e-9 && value <= highPower + 1e-9) {
        // Beside 20 and 50 stands 100; beside 2×10⁷, 10⁸.
        const isPower = digit === 1 && (power < -3 || power > 3);
        ticks.push({ value, label: isPower ? formatPowerOfTen(power) : formatNumber(digit * 10 ** power, 1) });
      }
    }
  }
  return ticks;
}
