import type { LevelScale } from './levels.ts';

/** Width of the coloured strip in pixels at scale 1. */
const STRIP = 12;

/** Where things stand on a colour bar, in pixels from its top. */
export interface BarPlace {
  /** Width of the strip. */
  readonly strip: number;
  /** Ends of the scale, units 1 and 0; beyond them the bar is pointed where the field goes on. */
  readonly top: number;
  readonly bottom: number;
}

/** The place of a scale on a bar of a height in pixels. @param size  factor of the theme */
export function barPlace(scale: Pick<LevelScale, 'cutAbove' | 'cutBelow'>, height: number, size: number): BarPlace {
  const strip = STRIP * size;
  const tip = strip * 0.8;
  return { strip, top: scale.cutAbove ? tip : 0, bottom: height - (scale.cutBelow ? tip : 0) };
}

/** Pixels from the bar's top of a position on the unit scale. */
export const yOfUnit = ({ top, bottom }: BarPlace, unit: number): number => bottom - unit * (bottom - top);

/** The position on the unit scale of a pixel, within its ends. */
export const unitOfY = ({ top, bottom }: BarPlace, y: number): number =>
  Math.min(1, Math.max(0, (bottom - y) / (bottom - top)));

/** Pixels from the bar's top of a value, at the nearer end where it is beyond the scale. */
export const yOfValue = (place: BarPlace, scale: LevelScale, value: number): number =>
  yOfUnit(place, unitWithin(scale, value));

/** The position of a value on the unit scale, at the nearer end where it is beyond it or infinite. */
export function unitWithin(scale: LevelScale, value: number): number {
  if (value === Number.POSITIVE_INFINITY) return 1;
  if (value === Number.NEGATIVE_INFINITY) return 0;
  return Math.min(1, Math.max(0, scale.toUnit(value)));
}

/**
 * The value at a position of the scale with no more digits than tell it from its neighbours.
 * @param reach  the distance of two neighbours on the unit scale
 */
export function valueAtUnit(scale: Pick<LevelScale, 'low' | 'high' | 'fromUnit'>, unit: number, reach: number): number {
  if (unit <= 0) return scale.low;
  if (unit >= 1) return scale.high;
  const value = scale.fromUnit(unit);
  const step = Math.abs(scale.fromUnit(Math.min(1, unit + reach)) - scale.fromUnit(Math.max(0, unit - reach))) / 4;
  if (!(step > 0)) return value;
  const digits = Math.max(1, Math.ceil(Math.log10(Math.abs(value) / step)) + 1);
  return Number(value.toPrecision(Math.min(15, digits)));
}

/**
 * −1 for a value below a scale, 1 for one above it, else 0; also for one so near an end that no pixel tells.
 * @param reach  a pixel on the unit scale
 */
export function beyondScale(
  { low, high, fromUnit }: Pick<LevelScale, 'low' | 'high' | 'fromUnit'>,
  value: number,
  reach: number,
): -1 | 0 | 1 {
  if (low - value > fromUnit(reach) - low) return -1;
  return value - high > high - fromUnit(1 - reach) ? 1 : 0;
}
