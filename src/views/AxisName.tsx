import { fontSize } from './planeMargins.ts';
import { ticksSuffix } from './ticks.ts';
import type { DrawingTheme } from './types.ts';

/** Typefaces for symbols in drawings: KaTeX's own where the page has loaded it. */
export const mathFonts =
  "KaTeX_Math, 'Latin Modern Math', 'STIX Two Text', 'Times New Roman', 'Liberation Serif', serif";

export interface AxisNameProps {
  readonly text: string;
  /** What tick labels are counted from, and the power of ten that multiplies them; see `Ticks`. */
  readonly offset: string;
  readonly power: string;
  readonly transform: string;
  readonly theme: DrawingTheme;
}

/** The name of an axis, in italics where it is a symbol such as x or v₁. */
export function AxisName({ text, offset, power, transform, theme }: AxisNameProps) {
  const symbol = /^\p{L}[\p{N}₀-₉′]*$/u.test(text);
  const size = fontSize(theme.scale);
  return (
    <text transform={transform} textAnchor="middle" fill={theme.text} fontSize={symbol ? size * 1.25 : size}>
      <tspan {...(symbol ? { fontFamily: mathFonts, fontStyle: 'italic' } : {})}>{text}</tspan>
      {(offset || power) && (
        <tspan fontSize={size} fill={theme.mutedText}>
          {ticksSuffix({ offset, power })}
        </tspan>
      )}
    </text>
  );
}
