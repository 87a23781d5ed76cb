import { jsonSyntaxError } from './jsonSyntax.ts';
import { LIMITS } from './limits.ts';
import { describeValue, type Path, problemAt } from './problems.ts';
import type { Problem } from './types.ts';

/** Plain data, with what is wrong with it as data; or, where it cannot be looked at any further, the reason. */
export type ReadJson =
  | { readonly ok: true; readonly value: unknown; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Problems of this kind that are listed; one at every place of a hostile file would help nobody. */
const MOST_PROBLEMS = 100;

/**
 * Plain data from a JSON text or from a value that is data already: fresh objects, within the limits of size and
 * depth, −0 written as 0. Forbidden keys and what no JSON text can hold (a function, a cycle) are left out and listed;
 * infinite numbers stay, for the schema to find.
 */
export function readJson(input: unknown): ReadJson {
  const parsed = typeof input === 'string' ? parseText(input) : { ok: true as const, value: input };
  if (!parsed.ok) return parsed;
  const copier = new Copier();
  const value = copier.copy(parsed.value, [], 0);
  if (copier.excess) return { ok: false, problems: [copier.excess] };
  return { ok: true, value, problems: copier.problems };
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
    return { ok: true, value: JSON.parse(text), problems: [] };
  } catch {
    const error = jsonSyntaxError(text);
    const where = error ? `line ${error.line}, column ${error.column}: ${error.message}` : 'it cannot be read';
    return failure(`This is not JSON; ${where}.`);
  }
}

function failure(message: string): Extract<ReadJson, { readonly ok: false }> {
  return { ok: false, problems: [problemAt([], message)] };
}

/** Copies data and collects what is wrong with it; past a limit it stops copying. */
class Copier {
  readonly problems: Problem[] = [];
  /** Set once a limit is passed. */
  excess: Problem | undefined;
  #values = 0;

  copy(value: unknown, path: Path, depth: number): unknown {
    this.#values++;
    if (typeof value === 'number') return value + 0;
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value !== 'object') return this.#fail(path, `Expected plain data, got ${describeValue(value)}.`);
    if (depth >= LIMITS.depth) {
      const message = `Too many lists and objects inside one another; at most ${LIMITS.depth}.`;
      this.excess ??= problemAt(path.slice(0, 4), message);
    }
    if (this.excess) return undefined;
    return Array.isArray(value) ? this.#list(value, path, depth) : this.#object(value, path, depth);
  }

  #list(list: readonly unknown[], path: Path, depth: number): unknown[] {
    if (!this.#roomFor(list.length)) return [];
    return Array.from(list, (item, i) => this.copy(item, [...path, i], depth + 1));
  }

  #object(object: object, path: Path, depth: number): unknown {
    const copy: Record<string, unknown> = {};
    const entries = Object.entries(object);
    if (!this.#roomFor(entries.length)) return copy;
    for (const [key, value] of entries) {
      if (FORBIDDEN_KEYS.includes(key)) this.#fail([...path, key], `The key "${key}" is not allowed; remove it.`);
      else if (value !== undefined) copy[key] = this.copy(value, [...path, key], depth + 1);
    }
    return copy;
  }

  #roomFor(more: number): boolean {
    if (this.#values + more <= LIMITS.values) return true;
    const message = `The scenario holds too much; at most ${LIMITS.values} numbers, words, lists and objects.`;
    this.excess ??= problemAt([], message);
    return false;
  }

  #fail(path: Path, message: string): undefined {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problemAt(path, message));
    return undefined;
  }
}
