import { fullText, parseNumber } from './numberText.ts';

/** Every digit of a vector, as it can be typed and pasted back. */
export const vectorText = (x: ArrayLike<number>): string => Array.from(x, fullText).join(', ');

/**
 * Reads n numbers from a text: separated by commas, semicolons or spaces, brackets or none.
 * @returns the numbers, or one sentence on what is wrong
 */
export function readVector(
  text: string,
  n: number,
): { readonly value: readonly number[] } | { readonly message: string } {
  const words = text
    .replace(/[[\](){}]/g, ' ')
    .split(/[\s,;]+/)
    .filter(Boolean);
  if (words.length !== n) return { message: `Takes ${n} numbers separated by commas, not ${words.length}.` };
  const value = words.map(parseNumber);
  const bad = value.indexOf(null);
  if (bad >= 0) return { message: `“${words[bad]}” is not a number.` };
  return { value: value as number[] };
}
