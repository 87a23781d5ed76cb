import type { Stroke } from '../types.ts';

/** A median with its quartiles. */
export interface BandPoint {
  readonly x: number;
  readonly middle: number;
  readonly low: number;
  /** At least `middle`; Infinity where the upper quartile is none. */
  readonly high: number;
  /** What the pointer is told, line by line. */
  readonly lines: readonly string[];
  /** The same with every digit. */
  readonly full: string;
}

export interface BandSeries {
  readonly id: string;
  /** Beside the end of the curve. */
  readonly label: string;
  readonly stroke: Stroke;
  /** Ascending in x; one whose median is not finite is a gap. */
  readonly points: readonly BandPoint[];
}

/** A line of theory in the text's colour, dashed. */
export interface BandReference {
  readonly id: string;
  /** What it is; shown by the pointer. */
  readonly label: string;
  /** 2·m, (x, y). */
  readonly points: Float64Array;
}

/** A number below that means something: a vertical line with its name. */
export interface BandMark {
  readonly x: number;
  /** What it is; shown by the pointer. */
  readonly label: string;
  /** The same in two or three words, beside the line. */
  readonly short: string;
}

/** Medians with quartile bands over a number. */
export interface BandChart {
  readonly title: string;
  readonly xName: string;
  /** What the numbers below are: whole ones where left out. */
  readonly xTicks?: 'whole' | 'real';
  readonly yScale: 'linear' | 'log';
  /** Where a linear axis begins; 0 where left out. */
  readonly base?: number;
  readonly series: readonly BandSeries[];
  readonly references: readonly BandReference[];
  /** None where left out. */
  readonly marks?: readonly BandMark[];
  /** What the dashed lines are; shown where there is room. */
  readonly legend: string;
  /** What a screen reader is told, one sentence. */
  readonly summary: string;
}

/** Ends of the axes in the coordinates of the drawing: powers of ten on a log axis. */
export interface BandRanges {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** y as the axis has it; NaN where it has none. */
export const onAxis = (y: number, scale: BandChart['yScale']): number =>
  scale === 'linear' ? y : y > 0 ? Math.log10(y) : Number.NaN;

/** The part of the height above the measured numbers that a line of theory may take up. */
const REACH = 0.25;

/**
 * The axes that hold all medians, finite quartiles and marks, and of the lines of theory what does not dwarf them; of
 * nothing, a decade over [0, 1].
 */
export function bandRanges({ series, references, marks = [], yScale, xTicks, base = 0 }: BandChart): BandRanges {
  const xs = series.flatMap(({ points }) => points.map(({ x }) => x));
  const measured = series.flatMap(({ points }) => points.flatMap(({ middle, low, high }) => [middle, low, high]));
  const bounds = references.flatMap(({ points }) => Array.from(points).filter((_, k) => k % 2 === 1));
  const placed = (values: readonly number[]) => values.map((y) => onAxis(y, yScale)).filter(Number.isFinite);
  const ys = placed(measured);
  if (xs.length === 0 || ys.length === 0) return { x: [0, 1], y: [0, 1] };
  const marked = [...xs, ...marks.map(({ x }) => x)];
  const [left, right] = [Math.min(...marked), Math.max(...marked)];
  const [least, top] = [Math.min(...ys), Math.max(...ys)];
  const greatest = Math.min(top + REACH * (top - least), Math.max(top, ...placed(bounds)));
  const room = Math.max(greatest - least, yScale === 'log' ? 0.5 : base === 0 ? 1 : 0.1) * 0.06;
  // A linear axis begins at nothing, or where it is told to: its lengths are compared.
  const bottom = yScale === 'linear' ? base : least - room;
  const beside = xTicks === 'real' ? 0.04 * (right - left) || 0.5 : 0.3;
  return { x: [left - beside, right + beside], y: [bottom, greatest + room] };
}
