import { jsonSyntaxError } from './jsonSyntax.ts';
import { LIMITS } from './limits.ts';
import { describeValue, expectedButGot, type Path, problemAt } from './problems.ts';
import type { Problem } from './types.ts';

export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/**
 * Plain data from a JSON text or from a value that is data already: fresh objects without forbidden keys or
 * `undefined`, within the limits of size and depth, −0 written as 0. A value that no JSON text can hold (a function, a
 * cycle, an infinite number) is a problem.
 */
export function readJson(input: unknown): ReadJson {
  const parsed = typeof input === 'string' ? parseText(input) : { ok: true as const, value: input };
  if (!parsed.ok) return parsed;
  const copier = new Copier();
  const value = copier.copy(parsed.value, [], 0);
  return copier.problems.length === 0 ? { ok: true, value } : { ok: false, problems: copier.problems };
}

function parseText(input: string): ReadJson {
  if (input.length > LIMITS.textLength) {
    const size = `${input.length} characters; a scenario may have ${LIMITS.textLength}`;
    return failure(`The text is too long: ${size}.`);
  }
  // Some editors put a byte order mark in front of a file.
  const text = input.startsWith('\uFEFF') ? input.slice(1) : input;
  if (text.trim() === '') return failure('The text is empty; expected a scenario in JSON.');
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const error = jsonSyntaxError(text);
    const where = error ? `line ${error.line}, column ${error.column}: ${error.message}` : 'it cannot be read';
    return failure(`This is not JSON; ${where}.`);
  }
}

function failure(message: string): ReadJson {
  return { ok: false, problems: [problemAt([], message)] };
}

/** Copies data and collects what is wrong with it; past a limit it stops copying. */
class Copier {
  readonly problems: Problem[] = [];
  #values = 0;

  copy(value: unknown, path: Path, depth: number): unknown {
    this.#values++;
    if (this.#values > LIMITS.values) return this.#tooMuch();
    if (typeof value === 'number') return this.#number(value, path);
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value !== 'object') return this.#fail(path, `Expected plain data, got ${describeValue(value)}.`);
    if (depth >= LIMITS.depth) {
      return this.#fail(path.slice(0, 4), `Too many lists and objects inside one another; at most ${LIMITS.depth}.`);
    }
    return Array.isArray(value) ? this.#list(value, path, depth) : this.#object(value, path, depth);
  }

  #number(value: number, path: Path): number | undefined {
    if (!Number.isFinite(value)) return this.#fail(path, expectedButGot('a finite number', value));
    return value + 0;
  }

  #list(list: readonly unknown[], path: Path, depth: number): unknown[] | undefined {
    if (this.#values + list.length > LIMITS.values) return this.#tooMuch();
    return Array.from(list, (item, i) => this.copy(item, [...path, i], depth + 1));
  }

  #object(object: object, path: Path, depth: number): unknown {
    const copy: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(object)) {
      if (this.#values > LIMITS.values) return undefined;
      if (FORBIDDEN_KEYS.includes(key)) this.#fail([...path, key], `The key "${key}" is not allowed; remove it.`);
      else if (value !== undefined) copy[key] = this.copy(value, [...path, key], depth + 1);
    }
    return copy;
  }

  #tooMuch(): undefined {
    this.#values = Number.POSITIVE_INFINITY;
    if (this.problems.some(({ path }) => path === '')) return;
    this.#fail([], `The scenario holds too much; at most ${LIMITS.values} numbers, words, lists and objects.`);
  }

  #fail(path: Path, message: string): undefined {
    if (this.problems.length < 100) this.problems.push(problemAt(path, message));
    return undefined;
  }
}
