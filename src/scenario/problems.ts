import leven from 'leven';
import type { Problem } from './types.ts';

/** Keys and positions from the whole scenario down to a place in it. */
export type Path = readonly PropertyKey[];

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** A place as people read it: `experiment.methods[0].params.stepSize`; empty for the scenario as a whole. */
export function formatPath(path: Path): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (IDENTIFIER.test(String(part))) text += text === '' ? String(part) : `.${String(part)}`;
    else text += `[${quoted(String(part))}]`;
  }
  return text;
}

/** A problem at `path`. */
export function problemAt(path: Path, message: string): Problem {
  return { path: formatPath(path), message };
}

/** A word in quotes, shortened to what fits in a sentence. */
export function quoted(word: string): string {
  return JSON.stringify(word.length > 60 ? `${word.slice(0, 57)}…` : word);
}

/** What a value is, for the end of "expected …, got …". */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return Number.isNaN(value) ? 'NaN' : String(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** "Expected a number, got …", or "Missing" where there is nothing; a number in quotes is told so. */
export function expectedButGot(expected: string, value: unknown): string {
  if (value === undefined) return `Missing: expected ${expected}.`;
  const isQuotedNumber = typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value));
  const hint = isQuotedNumber && expected.includes('number') ? ' Numbers are written without quotes.' : '';
  return `Expected ${expected}, got ${describeValue(value)}.${hint}`;
}

/** The entry of `words` nearest to `word`, if it is near enough to be what was meant. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  if (word.length > 100) return undefined;
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.ceil(word.length / 3)) + 1;
  for (const candidate of words) {
    const distance = leven(wanted, candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/**
 * "Unknown landscape "himmelblu"; did you mean "himmelblau"?", or the list of what there is.
 * @param what  what the word names, as "landscape"; its plural takes an s
 */
export function unknownWord(what: string, word: unknown, words: readonly string[]): string {
  if (typeof word !== 'string') return expectedButGot(`the name of ${withArticle(what)} (${words.join(', ')})`, word);
  const near = nearest(word, words);
  if (near !== undefined) return `Unknown ${what} ${quoted(word)}; did you mean ${quoted(near)}?`;
  if (words.length === 0) return `Unknown ${what} ${quoted(word)}; nothing is expected here.`;
  return `Unknown ${what} ${quoted(word)}; there are ${words.join(', ')}.`;
}

/** "a landscape", "an experiment". */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
