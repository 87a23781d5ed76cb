import { expectedButGot, problemAt } from './problems.ts';
import type { Problem } from './types.ts';

/** The version that this program writes. */
export const CURRENT_VERSION = 1;

type Json = Readonly<Record<string, unknown>>;

/** Lifts a scenario of version `from` to version `from + 1`; sees data of the right version but of any shape. */
export interface Migration {
  readonly from: number;
  readonly migrate: (json: Json) => Json;
}

/**
 * One row per version that was ever shared, oldest first. Version 1 is the oldest, so there is none yet. A new version
 * adds a row here and a fixture of the old one in `tests/scenario/fixtures`.
 */
const MIGRATIONS: readonly Migration[] = [];

export type Migrated =
  | { readonly ok: true; readonly json: Json }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Lifts plain data to the current version. A missing `version` means 1.
 * @param migrations  replaced in tests
 */
export function migrate(
  value: unknown,
  migrations: readonly Migration[] = MIGRATIONS,
  current: number = CURRENT_VERSION,
): Migrated {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return failure([], expectedButGot('a scenario, an object with "landscape" and "experiment"', value));
  }
  let json: Json = { version: 1, ...value };
  const version = json.version;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return failure(
      ['version'],
      expectedButGot(current === 1 ? 'the number 1' : `a whole number from 1 to ${current}`, version),
    );
  }
  if (version > current) return failure(['version'], newerVersion(version, current));
  for (const row of migrations) {
    if (json.version === row.from) json = { ...row.migrate(json), version: row.from + 1 };
  }
  return { ok: true, json };
}

function newerVersion(version: number, current: number): string {
  return `Version ${version} was made by a newer Sublevel, and this one reads up to ${current}; reload the page or update the program.`;
}

function failure(path: readonly string[], message: string): Migrated {
  return { ok: false, problems: [problemAt(path, message)] };
}
