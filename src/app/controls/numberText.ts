import { formatNumber } from '../../core/formatNumber.ts';

/** Which numbers are allowed. Infinite ends are open. */
export interface NumberBounds {
  readonly min: number;
  readonly max: number;
  readonly minExcluded?: boolean | undefined;
  readonly maxExcluded?: boolean | undefined;
  readonly whole?: boolean | undefined;
}

/** What a typed text means: a number, or one sentence on what is wrong. */
export type Typed = { readonly value: number } | { readonly message: string };

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const digitOf = (superscript: string): string => String(SUPERSCRIPTS.indexOf(superscript));

/** "×10⁻³" and "*10^-3" as "e-3", so that what the page shows can be pasted back; a lone power as "1e-3". */
function plainPower(text: string): string {
  return text
    .replace(/⁻?[⁰¹²³⁴-⁹]+/, (power) => `^${power.replace('⁻', '-').replace(/[^-]/g, digitOf)}`)
    .replace(/\s*[×·*]\s*10\^([+-]?\d+)$/, 'e$1')
    .replace(/^([+-]?)10\^([+-]?\d+)$/, '$11e$2');
}

/**
 * Reads a number as people write it: `1e-3`, `.5`, `−2`, `0,25`, `1 000`, `1/3`, `1.5×10⁻³`.
 * @returns null where the text is not a finite number
 */
export function parseNumber(text: string): number | null {
  const plain = plainPower(text.trim().replace(/[−–]/g, '-'))
    .replace(/(?<=\d)[\s\u00a0\u2009\u202f](?=\d)/g, '')
    .replace(/^([^.,]*),([^.,]*)$/, '$1.$2');
  const parts = plain.split('/');
  if (parts.length > 2 || !parts.every((part) => DECIMAL.test(part.trim()))) return null;
  const [numerator, denominator = 1] = parts.map(Number);
  const value = (numerator as number) / denominator;
  return Number.isFinite(value) ? value : null;
}

/** Reads a typed number and holds it against its bounds. */
export function checkNumber(text: string, bounds: NumberBounds): Typed {
  const value = parseNumber(text);
  if (value === null) return { message: text.trim() === '' ? 'Type a number.' : 'This is not a number.' };
  if (bounds.whole && !Number.isSafeInteger(value)) return { message: `Takes ${boundsText(bounds)}.` };
  const low = bounds.minExcluded ? value > bounds.min : value >= bounds.min;
  const high = bounds.maxExcluded ? value < bounds.max : value <= bounds.max;
  return low && high ? { value } : { message: `Takes ${boundsText(bounds)}.` };
}

/** The bounds in words: "a number above 0 and at most 1e6". */
export function boundsText({ min, max, minExcluded, maxExcluded, whole }: NumberBounds): string {
  const kind = whole ? 'a whole number' : 'a number';
  const low = `${minExcluded ? 'above' : 'of at least'} ${formatNumber(min)}`;
  const high = `${maxExcluded ? 'below' : 'of at most'} ${formatNumber(max)}`;
  if (!Number.isFinite(min)) return Number.isFinite(max) ? `${kind} ${high}` : kind;
  if (!Number.isFinite(max)) return `${kind} ${low}`;
  if (!minExcluded && !maxExcluded) return `${kind} from ${formatNumber(min)} to ${formatNumber(max)}`;
  return `${kind} ${low} and ${high.replace('of ', '')}`;
}

/** Significant digits, at least 4, by which the two ends of an interval can be told apart. */
export function digitsApart(low: number, high: number): number {
  const ratio = Math.max(Math.abs(low), Math.abs(high)) / (high - low);
  return ratio > 1 && Number.isFinite(ratio) ? Math.min(17, Math.max(4, Math.ceil(Math.log10(ratio)) + 3)) : 4;
}

/** Every digit of a number, as it can be typed back. */
export const fullText = (value: number): string => String(value);
