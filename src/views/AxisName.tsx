import { lettersOfName } from '../core/formula/tex.ts';
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

/** The name of an axis; in italics with its index where it is a symbol such as x2, w1_2, theta or v₁. */
export function AxisName({ text, offset, power, transform, theme }: AxisNameProps) {
  const size = fontSize(theme.scale);
  const { stem, index } = symbolOf(text) ?? { stem: text, index: '' };
  const isSymbol = symbolOf(text) !== null;
  return (
    <text transform={transform} textAnchor="middle" fill={theme.text} fontSize={isSymbol ? size * 1.25 : size}>
      <tspan {...(isSymbol ? { fontFamily: mathFonts, fontStyle: 'italic' } : {})}>{stem}</tspan>
      {index && (
        <tspan fontFamily={mathFonts} fontSize={size * 0.9} dy="0.28em">
          {index}
        </tspan>
      )}
      {(offset || power) && (
        <tspan fontSize={size} fill={theme.mutedText} dy={index ? '-0.25em' : 0}>
          {ticksSuffix({ offset, power })}
        </tspan>
      )}
    </text>
  );
}

/** Characters of a name as it is drawn. */
export function nameLength(text: string): number {
  const { stem, index } = symbolOf(text) ?? { stem: text, index: '' };
  return stem.length + index.length;
}

/** A letter and its index; null of a name in words. */
function symbolOf(text: string): { readonly stem: string; readonly index: string } | null {
  if (/\s/.test(text)) return null;
  const letters = lettersOfName(text);
  return /^\p{L}[₀-₉′]*$/u.test(letters.stem) ? letters : null;
}
