import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { decodeLink } from '../../src/scenario/decodeLink.ts';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/types.ts';

const good: Scenario = {
  version: 1,
  landscape: { id: 'himmelblau' },
  experiment: { kind: 'descent', methods: [{ id: 'adam' }], starts: [[1, 2]] },
};

const onlyProblem = (result: ReturnType<typeof parseScenario>): string => {
  if (result.ok) throw new Error('it was accepted');
  expect(result.problems).toHaveLength(1);
  return `${result.problems[0]?.path}: ${result.problems[0]?.message}`;
};

/** A fragment around any bytes, with a right checksum, by means of its own. */
function fragment(bytes: Uint8Array): string {
  const packed = Buffer.from(bytes).toString('base64url');
  let h = 0x811c9dc5;
  for (const character of packed) h = Math.imul(h ^ character.charCodeAt(0), 0x01000193);
  return `1.${(h >>> 0).toString(36)}.${packed}`;
}

test.each([
  ['nothing', '', ': The text is empty; expected a scenario in JSON.'],
  [
    'a syntax error',
    '{\n "version": 1,\n "seed": 07\n}',
    ': This is not JSON; line 3, column 11: expected a comma or "}".',
  ],
  [
    'a megabyte',
    `"${'x'.repeat(1_000_000)}"`,
    ': The text is too long: 1000002 characters; a scenario may have 1000000.',
  ],
  [
    'depth',
    '['.repeat(300_000) + ']'.repeat(300_000),
    '[0][0][0][0]: Too many lists and objects inside one another; at most 24.',
  ],
  [
    'width',
    `[${'0,'.repeat(400_000)}0]`,
    ': The scenario holds too much; at most 200000 numbers, words, lists and objects.',
  ],
  [
    'many keys',
    `{${Array.from({ length: 30_000 }, (_, i) => `"k${i}":{}`).join(',')},"a":[${'[],'.repeat(190_000)}[]]}`,
    ': The scenario holds too much; at most 200000 numbers, words, lists and objects.',
  ],
])('%s is refused with one problem', (_what, text, line) => {
  expect(onlyProblem(parseScenario(text))).toBe(line);
});

test('a byte order mark is no mistake', () => {
  expect(parseScenario(`\uFEFF${JSON.stringify(good)}`)).toEqual({ ok: true, scenario: good });
});

test('a negative zero becomes a plain one, as a link would make it', () => {
  const result = parseScenario(
    '{"landscape":{"id":"himmelblau"},"experiment":{"kind":"inspect","points":[[-0,-0.0]]}}',
  );
  // Through toEqual, which tells the two zeros apart.
  expect(result.ok && result.scenario.experiment).toEqual({ kind: 'inspect', points: [[0, 0]] });
});

test('keys that could reach a prototype are refused, and none is touched', () => {
  const text = JSON.stringify(good)
    .replace('{', '{"__proto__":{"polluted":1},')
    .replace('"adam"', '"adam","params":{"constructor":{"prototype":{"polluted":1}}}');
  const result = parseScenario(text);
  expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual([
    '__proto__',
    'experiment.methods[0].params.constructor',
  ]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  for (const id of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    expect(parseScenario({ ...good, landscape: { id } }).ok).toBe(false);
    expect(parseScenario({ ...good, landscape: { id: 'himmelblau', params: { [id]: 1 } } }).ok).toBe(false);
    expect(parseScenario({ ...good, experiment: { kind: id } }).ok).toBe(false);
  }
});

test('a cycle, a function and a bigint are refused', () => {
  const cycle: Record<string, unknown> = { ...good };
  cycle.view = cycle;
  expect(onlyProblem(parseScenario(cycle))).toContain('Too many lists and objects inside one another');
  expect(onlyProblem(parseScenario({ ...good, title: () => 1 }))).toBe('title: Expected plain data, got a function.');
  expect(onlyProblem(parseScenario({ ...good, seed: 7n }))).toBe('seed: Expected plain data, got a bigint.');
});

test('no input at all makes the parser throw', () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withTypedArray: true,
  });
  fc.assert(fc.property(anything, (value) => void parseScenario(value)));
  const grafted = fc.tuple(fc.constantFrom('landscape', 'experiment', 'view', 'version', 'seed', 'title'), anything);
  fc.assert(fc.property(grafted, ([key, value]) => void parseScenario({ ...good, [key]: value })));
});

test('a damaged link is one clear problem, whichever character is missing or changed', () => {
  const link = encodeLink(good);
  for (let at = 0; at < link.length; at++) {
    const changed = link.slice(0, at) + (link[at] === 'A' ? 'B' : 'A') + link.slice(at + 1);
    onlyProblem(decodeLink(changed));
    onlyProblem(decodeLink(link.slice(0, at)));
  }
});

test.each([
  ['no fragment', '#', ': The link holds no scenario.'],
  ['a heading', '#section-2', ': This is not a link to a scenario; it should begin with "1." after the #.'],
  ['too few parts', '#1.x', ': This is not a link to a scenario; it should begin with "1." after the #.'],
  ['the future', '#2.abc.def', ': The link was made by a newer Sublevel; reload the page or update the program.'],
  ['length', `#1.abc.${'A'.repeat(2_000_000)}`, ': The link is too long: 2000006 characters; at most 2000000.'],
  ['foreign bytes', fragment(new Uint8Array([1, 2, 3, 4, 5])), ': The link cannot be unpacked. Copy it again, whole.'],
  [
    'a text',
    fragment(deflateSync(strToU8('hello'))),
    ': This is not JSON; line 1, column 1: expected a value, found hello.',
  ],
])('a link with %s is refused', (_what, link, line) => {
  expect(onlyProblem(decodeLink(link))).toBe(line);
});

test('a link that unpacks to far more than a scenario is refused before it is unpacked', () => {
  const bomb = fragment(deflateSync(new Uint8Array(100_000_000), { level: 9 }));
  expect(bomb.length).toBeLessThan(2_000_000);
  const before = process.memoryUsage().rss;
  expect(onlyProblem(decodeLink(bomb))).toBe(': The link unpacks to more than 3000000 bytes, and is refused.');
  expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
});

test('a fragment without a checksum of ours, or of random bytes, never throws', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void decodeLink(fragment(bytes))));
  fc.assert(fc.property(fc.string(), (text) => void decodeLink(text)));
});
