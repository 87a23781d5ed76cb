import { valueAtUnit } from '../../views/barPlace.ts';
import type { LevelScale } from '../../views/levels.ts';

/** The stretch of numbers that a slider covers. On a log scale both ends are above zero; a colour bar’s is as it is. */
export interface SliderRange {
  readonly from: number;
  readonly to: number;
  readonly scale: 'linear' | 'log' | Pick<LevelScale, 'toUnit' | 'fromUnit'>;
}

/** Lengths of a keyboard step, as shares of the slider. */
const SHARES = { fine: 1 / 500, normal: 1 / 100, coarse: 1 / 10 } as const;
export type StepSize = keyof typeof SHARES;

/** Where a value stands on its slider, 0 to 1; values beyond the ends stand at the ends. */
export function positionOf(value: number, { from, to, scale }: SliderRange): number {
  if (typeof scale === 'object') return Math.min(1, Math.max(0, scale.toUnit(value)));
  const position =
    scale === 'log' ? Math.log(Math.max(value, from) / from) / Math.log(to / from) : (value - from) / (to - from);
  return Math.min(1, Math.max(0, position));
}

/**
 * The value at a position 0 to 1, with no more digits than a slider can tell apart: three significant ones on a log
 * scale, a round decimal step of at most 1/200 of the range on a linear one, what tells 1/1000 of it on a colour bar’s.
 * Both ends are hit exactly.
 */
export function valueAt(position: number, range: SliderRange): number {
  const { from, to, scale } = range;
  if (position <= 0) return from;
  if (position >= 1) return to;
  if (typeof scale === 'object')
    return valueAtUnit({ low: from, high: to, fromUnit: scale.fromUnit }, position, SHARES.fine);
  const raw = scale === 'log' ? from * (to / from) ** position : from + position * (to - from);
  return clamp(roundTo(raw, range), range);
}

/**
 * The value one keyboard step up or down, always another one than `value` until the end is reached. A value at or beyond the end
 * stays.
 * @param least  the smallest change worth making: 1 for whole numbers, else 0
 */
export function valueAfterStep(
  value: number,
  direction: 1 | -1,
  size: StepSize,
  range: SliderRange,
  least: 0 | 1,
): number {
  if (direction > 0 ? value >= range.to : value <= range.from) return value;
  const wanted = valueAt(positionOf(value, range) + direction * SHARES[size], range);
  const moved = least === 1 ? Math.round(wanted) : wanted;
  if ((moved - value) * direction > 0) return moved;
  const smallest = least === 1 ? 1 : resolution(value, range);
  return clamp(roundTo(value + direction * smallest, range), range);
}

/** The smallest change that `valueAt` can express around `value`. */
function resolution(value: number, { from, to, scale }: SliderRange): number {
  return 10 ** Math.floor(scale === 'log' ? Math.log10(Math.max(value, from)) - 2 : Math.log10((to - from) / 200));
}

function roundTo(value: number, range: SliderRange): number {
  if (range.scale === 'log') return Number(value.toPrecision(3));
  const step = resolution(value, range);
  // The division leaves dirt in the last bits, which would show in the link.
  return Number((Math.round(value / step) * step).toPrecision(12));
}

const clamp = (value: number, { from, to }: SliderRange): number => Math.min(to, Math.max(from, value));

/**
 * A slider for a number of which nothing is known but its value: symmetric about zero, the least bound of the form
 * 1, 2 or 5 times a power of ten that is at least twice the value; [−1, 1] around zero.
 */
export function rangeAround(value: number): SliderRange {
  const size = 2 * Math.abs(value);
  if (!(size > 0) || !Number.isFinite(size)) return { from: -1, to: 1, scale: 'linear' };
  const power = 10 ** Math.floor(Math.log10(size));
  const bound = [1, 2, 5, 10].map((factor) => Number((factor * power).toPrecision(1))).find((b) => b >= size) ?? size;
  return { from: -bound, to: bound, scale: 'linear' };
}
