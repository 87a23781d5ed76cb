import { expect, test } from 'vitest';
import { type Migration, migrate } from '../../src/scenario/migrate.ts';

/** What two later versions might look like, out of order on purpose. */
const rows: readonly Migration[] = [
  { from: 1, migrate: ({ start, ...rest }) => ({ ...rest, starts: [start] }) },
  { from: 2, migrate: ({ starts, ...rest }) => ({ ...rest, points: starts }) },
];

test('every older version is lifted, one row after another', () => {
  expect(migrate({ start: 5 }, rows, 3)).toEqual({ ok: true, json: { version: 3, points: [5] } });
  expect(migrate({ version: 1, start: 5 }, rows, 3)).toEqual({ ok: true, json: { version: 3, points: [5] } });
  expect(migrate({ version: 2, starts: [5] }, rows, 3)).toEqual({ ok: true, json: { version: 3, points: [5] } });
  expect(migrate({ version: 3, points: [5] }, rows, 3)).toEqual({ ok: true, json: { version: 3, points: [5] } });
});

test('a version of the future is not guessed at', () => {
  const result = migrate({ version: 4 }, rows, 3);
  expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual(['version']);
});

test('what was given is not changed', () => {
  const old = Object.freeze({ version: 1, start: Object.freeze([5]) });
  migrate(old, rows, 3);
  expect(old).toEqual({ version: 1, start: [5] });
});
