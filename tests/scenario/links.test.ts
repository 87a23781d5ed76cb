import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeLink } from '../../src/scenario/decodeLink.ts';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { validateScenario } from '../../src/scenario/validate.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');

/** The example of the contract, with the link that the first release made of it. Never change either. */
const example: Scenario = {
  version: 1,
  seed: 7,
  landscape: { id: 'himmelblau', params: {} },
  experiment: {
    kind: 'descent',
    methods: [{ id: 'gradient-descent', params: { stepSize: 0.01 } }],
    starts: [[0, 0]],
    stop: { maxIterations: 1000, gradientTolerance: 1e-8 },
  },
};
const exampleLink =
  '1.129l3q8.RY47DsIwEETvsrWD7AqUG1BDF6VY7BWx8E-2QRGR784aodDOvH07G7woFxsDjEpAITIwHgU4DKZoTATjBpYzWKz35G4OnyAgYUZfuGtNAK2JsvUUaocfNnTcUNE9EeCpLtEwPP1M94zGcjf8md0HpVK62Df_lQepWpt5VMVc-_0khZy_QUyd9bieK2WsPJ97JaUUu_0aHVdBs0nRcGqtfQA';

test('the first link ever made opens', () => {
  expect(decodeLink(exampleLink)).toEqual({ ok: true, scenario: example });
  expect(decodeLink(`#${exampleLink}`)).toEqual({ ok: true, scenario: example });
});

test('a file and a link with every key of version 1 open, and mean the same', () => {
  const fromFile = validateScenario(fixture('version1.json'));
  expect(fromFile.ok ? [] : fromFile.problems).toEqual([]);
  const scenario = fromFile.ok ? fromFile.scenario : undefined;
  expect(scenario).toEqual(JSON.parse(fixture('version1.json')));
  expect(decodeLink(fixture('version1.link.txt'))).toEqual({ ok: true, scenario });
});

test('a link is short and made of characters that no program escapes', () => {
  const link = encodeLink(example);
  expect(link).toMatch(/^1\.[a-z0-9]{1,7}\.[\w-]+$/);
  expect(link.length).toBeLessThan(250);
});

test('the same scenario gives the same link, whatever the order of its keys was', () => {
  const { experiment, ...rest } = example;
  const reordered = validateScenario({ experiment, ...rest });
  expect(reordered.ok && encodeLink(reordered.scenario)).toBe(encodeLink(example));
});
