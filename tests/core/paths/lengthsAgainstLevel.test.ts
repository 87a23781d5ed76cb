import { describe, expect, test } from 'vitest';
import type { Method } from '../../../src/core/methods/Method.ts';
import { methodById } from '../../../src/core/methods/registry.ts';
import { type LengthsPlan, type LengthsRow, lengthsAgainstLevel } from '../../../src/core/paths/lengthsAgainstLevel.ts';
import type { PathMethod } from '../../../src/core/paths/PathMethod.ts';
import { pathMethodById } from '../../../src/core/paths/registry.ts';
import { quantile } from '../../../src/core/quantile.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { drain } from '../../../src/core/task.ts';
import { landscape, search } from './pathCases.ts';

const hat = landscape('mexican-hat');
const method = pathMethodById('dynamic-string-sampling') as PathMethod;
const plan = (more: Partial<LengthsPlan> = {}): LengthsPlan => ({
  objective: hat.f,
  method,
  params: resolveParams(method.params, {}, { dimension: 2 }),
  pairs: { count: 8, training: { iterations: 500, longest: 0.05 } },
  levels: [0.02, 0.3, 0.1],
  domain: hat.prepared.domain,
  minimumValue: 0,
  seed: 7,
  shorten: true,
  ...more,
});

describe('pairs that are given', () => {
  const pairs = [
    [
      [1, 0],
      [-1, 0],
    ],
    [
      [0, 1],
      [0.5, 0.9],
    ],
    [
      [1, 0],
      [0.01, 0],
    ],
  ] as unknown as LengthsPlan['pairs'];

  test('the rows hold the quartiles of the paths themselves, from the highest level down', () => {
    const rows = drain(lengthsAgainstLevel(plan({ pairs, shorten: false, levels: [0.05, 0.1, 0.15] })));
    expect(rows.map(({ level }) => level)).toEqual([0.15, 0.1, 0.05]);
    // The third pair has an end near the summit, in no Ω_u here.
    expect(rows.map(({ attempted, pairs: all }) => [attempted, all])).toEqual([
      [2, 3],
      [2, 3],
      [2, 3],
    ]);
    const last = rows.at(-1) as LengthsRow;
    const lengths = (pairs as unknown as [[number, number], [number, number]][])
      .slice(0, 2)
      .map((ends) => search(hat, { ends, level: 0.05 }).normalizedLength)
      .sort();
    expect(last.connected).toBe(2);
    expect(last.normalizedLength.median).toBeCloseTo(quantile(Float64Array.from(lengths), 0.5), 12);
    expect(last.shortenedLength).toBeNull();
  });
});

describe('pairs that are trained', () => {
  test('the ring gets longer as the level falls, and pulled tight it is shorter', () => {
    // A level at which a method leaves pairs out has only the short paths left, so it takes one that joins all.
    const band = pathMethodById('nudged-elastic-band') as PathMethod;
    const params = resolveParams(band.params, { cycles: 3 }, { dimension: 2 });
    const rows = drain(lengthsAgainstLevel(plan({ method: band, params, levels: [0.3, 0.15, 0.08] })));
    for (const { attempted, connected, pairs } of rows) {
      expect([attempted, pairs]).toEqual([8, 8]);
      expect(connected).toBe(8);
    }
    const medians = rows.map(({ shortenedLength }) => shortenedLength?.median as number);
    expect(medians).toEqual(medians.toSorted((a, b) => a - b));
    expect(medians.at(-1)).toBeGreaterThan(medians[0] as number);
    for (const { normalizedLength, shortenedLength } of rows) {
      expect(shortenedLength?.median).toBeLessThanOrEqual(normalizedLength.median);
      expect(normalizedLength.q25).toBeLessThanOrEqual(normalizedLength.median);
      expect(normalizedLength.median).toBeLessThanOrEqual(normalizedLength.q75);
    }
  });

  test('a level that no training reaches has no attempts, and no median', () => {
    const rows = drain(lengthsAgainstLevel(plan({ levels: [0.1, -1] })));
    expect(rows.at(-1)).toMatchObject({ level: -1, attempted: 0, connected: 0 });
    expect(rows.at(-1)?.normalizedLength.median).toBeNaN();
  });

  test('any method trains; another pair or level changes no result', () => {
    const adam = methodById('adam') as Method;
    const params = resolveParams(adam.params, { stepSize: 0.02 }, { dimension: 2 });
    const training = { method: { method: adam, params }, iterations: 2000, longest: 0.05 };
    const few = drain(lengthsAgainstLevel(plan({ pairs: { count: 1, training }, levels: [0.1] })));
    const [first] = drain(lengthsAgainstLevel(plan({ pairs: { count: 1, training }, levels: [0.05, 0.1] })));
    expect(few[0]).toEqual(first);
    expect(few[0]?.attempted).toBe(1);
  });

  test('partial results are the rows so far', () => {
    const task = lengthsAgainstLevel(plan({ levels: [0.3, 0.1] }));
    const seen: number[][] = [];
    for (let step = task.next(); !step.done; step = task.next()) {
      if (step.value.partial) seen.push(step.value.partial.map(({ pairs }) => pairs));
    }
    expect(seen).toHaveLength(16);
    expect(seen[2]).toEqual([3]);
    expect(seen.at(-1)).toEqual([8, 8]);
  });
});
