import * as z from 'zod/mini';
import { expectedButGot, nearest, quoted, unknownWord, withArticle } from './problems.ts';

// The page's content security policy forbids code made from text, and even trying it would be reported.
z.config({ jitless: true });

/** What zod hands to an error function. */
type Issue = z.core.$ZodRawIssue;

const expected = (what: string) => ({ error: (issue: Issue) => expectedButGot(what, issue.input) });

/** A range in words: "from 0 to 1", "above 0 and at most 1000". */
function rangeText(min: number, max: number, minExcluded: boolean): string {
  if (!minExcluded) return `from ${min} to ${max}`;
  return `above ${min} and at most ${max}`;
}

/** A finite number in [min, max], or in (min, max]. */
export function numberIn(min: number, max: number, minExcluded = false): z.ZodMiniType<number> {
  const what = `a number ${rangeText(min, max, minExcluded)}`;
  const inRange = (value: number) => (minExcluded ? value > min : value >= min) && value <= max;
  return z.number(expected(what)).check(z.refine(inRange, expected(what)));
}

/** A whole number in [min, max]. */
export function integerIn(min: number, max: number): z.ZodMiniType<number> {
  const what = `a whole number from ${min} to ${max}`;
  const inRange = (value: number) => Number.isInteger(value) && value >= min && value <= max;
  return z.number(expected(what)).check(z.refine(inRange, expected(what)));
}

/** Any whole number that a computer holds exactly. */
export const wholeNumber: z.ZodMiniType<number> = z
  .number(expected('a whole number'))
  .check(z.refine(Number.isSafeInteger, expected('a whole number')));

/** Any finite number. */
const finiteNumber: z.ZodMiniType<number> = z.number(expected('a finite number'));

/** True or false. */
export const trueOrFalse: z.ZodMiniType<boolean> = z.boolean(expected('true or false'));

/** Text of at most `longest` characters. */
export function text(longest: number): z.ZodMiniType<string> {
  const tooLong = (issue: Issue) => `The text has ${String(issue.input).length} characters; at most ${longest}.`;
  return z.string(expected('text')).check(z.maxLength(longest, { error: tooLong }));
}

/** One of a closed list of words. */
export function oneOf<W extends string>(what: string, words: readonly W[]): z.ZodMiniType<W> {
  return z.enum(words as readonly [W, ...W[]], { error: (issue) => unknownWord(what, issue.input, words) });
}

/** A list of at most `longest` items. */
export function listOf<T extends z.core.SomeType>(item: T, what: string, longest: number) {
  const tooLong = (issue: Issue) => `Too many: ${(issue.input as unknown[]).length} ${what}; at most ${longest}.`;
  return z.array(item, expected(`a list of ${what}`)).check(z.maxLength(longest, { error: tooLong }));
}

/** A point of R^dimension; of any dimension where that is not known. */
export function point(dimension: number | undefined): z.ZodMiniType<number[]> {
  if (dimension === undefined) return z.array(finiteNumber, expected('a list of numbers'));
  const numbers = dimension === 1 ? '1 number' : `${dimension} numbers`;
  const wrong = (issue: Issue) =>
    `Expected ${numbers}, one for each variable of the landscape, got ${(issue.input as unknown[]).length}.`;
  return z
    .array(finiteNumber, expected(`a list of ${numbers}`))
    .check(z.refine((x) => x.length === dimension, { error: wrong }));
}

/** Two finite numbers, low < high. */
const interval = z
  .tuple([finiteNumber, finiteNumber], {
    error: (issue) =>
      Array.isArray(issue.input)
        ? `Expected two numbers [low, high], got ${issue.input.length}.`
        : expectedButGot('an interval [low, high]', issue.input),
  })
  .check(
    z.refine(([low, high]) => low < high && high - low < Number.POSITIVE_INFINITY, {
      error: (issue) => {
        const [low, high] = issue.input as [number, number];
        return `Expected an interval [low, high] with low below high, got [${low}, ${high}].`;
      },
    }),
  );

/** One interval per coordinate. @param what  "variable of the landscape" or "axis of the plane" */
export function boxOf(count: number | undefined, what: string): z.ZodMiniType<[number, number][]> {
  const intervals = z.array(interval, expected('a list of intervals [low, high]'));
  if (count === undefined) return intervals;
  const wrong = (issue: Issue) =>
    `Expected ${count} interval${count === 1 ? '' : 's'}, one for each ${what}, got ${(issue.input as unknown[]).length}.`;
  return intervals.check(z.refine((box) => box.length === count, { error: wrong }));
}

/**
 * An object with these keys and no others. An unknown key is reported with its nearest neighbour, several in one
 * message, line by line in the order of the keys (`toProblems` splits them).
 */
export function objectOf<S extends z.core.$ZodLooseShape>(shape: S, what: string) {
  const keys = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return expectedButGot(`${what}, an object`, issue.input);
      return (issue as { readonly keys: readonly string[] }).keys.map((key) => unknownKey(key, keys)).join('\n');
    },
  });
}

function unknownKey(key: string, keys: readonly string[]): string {
  const near = nearest(key, keys);
  if (near !== undefined) return `Unknown key ${quoted(key)}; did you mean ${quoted(near)}?`;
  if (keys.length === 0) return `Unknown key ${quoted(key)}; nothing is expected here.`;
  return `Unknown key ${quoted(key)}; the keys here are ${keys.join(', ')}.`;
}

/** Named finite numbers, at most `most` of them. */
export function namedNumbers(most: number): z.ZodMiniType<Record<string, number>> {
  return z.record(z.string(), finiteNumber, expected('an object of named numbers')).check(
    z.refine((record) => Object.keys(record).length <= most, {
      error: (issue) => `Too many: ${Object.keys(issue.input as object).length} names; at most ${most}.`,
    }),
  );
}

/**
 * One of several objects that a word under `key` tells apart.
 * @param what  what the word names, as "landscape"
 * @param options  an object schema by word
 */
export function oneOfObjects(key: string, what: string, options: ReadonlyMap<string, z.core.$ZodTypeDiscriminable>) {
  const words = [...options.keys()];
  return z.discriminatedUnion(key, [...options.values()] as [z.core.$ZodTypeDiscriminable], {
    error: (issue) => {
      if (issue.code !== 'invalid_union')
        return expectedButGot(`${withArticle(what)}, an object with "${key}"`, issue.input);
      return unknownWord(what, (issue.input as Record<string, unknown>)[key], words);
    },
  });
}
