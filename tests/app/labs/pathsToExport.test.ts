import { expect, test } from 'vitest';
import { lengthsToExport, methodsToExport, pathToExport } from '../../../src/app/labs/paths/pathsToExport.ts';
import type { FoundLengths, FoundPath, FoundPeers, PathsResults } from '../../../src/store/pathsStore.ts';
import type { PathScenario } from '../../../src/store/scenarioStore.ts';

const scenario = (id = 'himmelblau', level = 20): PathScenario => ({
  version: 1,
  landscape: { id },
  experiment: {
    kind: 'path',
    ends: [
      [3, 2],
      [3.58, -1.85],
    ],
    level,
    method: { id: 'straight' },
  },
});

const path = (more: Partial<FoundPath> = {}): FoundPath =>
  ({ of: scenario(), findings: { result: {} }, isQuick: false, isPartial: false, ...more }) as FoundPath;
const beads = Float64Array.of(3, 2, 3.58, -1.85);
const live = (id?: string) => ({ of: scenario(id), stage: { beads } }) as PathsResults['live'];

test('what is drawn is written: a quick or partial path too, which has no report, and one of settings before', () => {
  for (const state of [{ isQuick: true }, { isQuick: true, isPartial: true }]) {
    const found = path(state);
    const { beads: table, report } = pathToExport({ path: found, live: null }, scenario('himmelblau', 13));
    expect(table).toEqual({ scenario: found.of, found: { path: found.findings.result } });
    expect(report).toBeNull();
  }
  const whole = pathToExport({ path: path(), live: null }, scenario());
  expect(whole.report).toEqual(whole.beads);
});

test('a first search that was cancelled is written as far as it had come', () => {
  for (const before of [null, path()]) {
    const { beads: table, report } = pathToExport({ path: before, live: live() }, scenario());
    expect([table?.found, report]).toEqual([{ stage: beads }, null]);
  }
});

test('what is not drawn is not written', () => {
  const none = { beads: null, report: null };
  expect(pathToExport({ path: null, live: null }, scenario())).toEqual(none);
  expect(pathToExport({ path: path(), live: live() }, scenario('muller-brown'))).toEqual(none);
});

test('a curve and the methods are written where they have a line', () => {
  const of = (rows: unknown[], isWhole: boolean) =>
    lengthsToExport({ of: {}, rows, isWhole } as unknown as FoundLengths);
  expect(lengthsToExport(null)).toEqual({ levels: null, report: null });
  expect(of([], false)).toEqual({ levels: null, report: null });
  expect(of([{}], false)).toMatchObject({ levels: { found: { curve: [{}] } }, report: null });
  expect(of([{}], true).report).not.toBeNull();
  expect(methodsToExport(null)).toBeNull();
  expect(methodsToExport({ of: scenario(), peers: [], isWhole: false })).toBeNull();
  expect(methodsToExport({ of: scenario(), peers: [{}], isWhole: false } as unknown as FoundPeers)).not.toBeNull();
});
