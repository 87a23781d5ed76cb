import { expect, test } from 'vitest';
import { putRows, refinedEnds } from '../../src/core/descent/gridEnds.ts';
import { drain } from '../../src/core/task.ts';
import type { PreparedLandscape } from '../../src/scenario/prepare.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { runScenario } from '../../src/scenario/run.ts';
import type { LandscapeChoice, Scenario } from '../../src/scenario/types.ts';
import { writeJson } from '../../src/scenario/writeJson.ts';
import { transferables } from '../../src/worker/transferables.ts';
import { allJobs as jobs } from './allJobs.ts';

function prepared(choice: LandscapeChoice): PreparedLandscape {
  const result = drain(jobs.prepare(choice));
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.prepared;
}

const himmelblau = prepared({ id: 'himmelblau' });
const box = himmelblau.domain;

test('a map in pieces, as the page grows it, is the map that the command line reports', () => {
  const method = { id: 'noisy-gradient-descent', params: { stepSize: 0.01, noiseScale: 2 } };
  const scenario: Scenario = {
    version: 1,
    seed: 5,
    landscape: { id: 'himmelblau' },
    experiment: { kind: 'basins', method, resolution: 24, repeats: 3, stop: { maxIterations: 60 } },
  };
  const report = drain(runScenario(resolveScenario(scenario)));
  const result = JSON.parse([...writeJson(report.result)].join('')) as Record<'labels' | 'iterations', number[][]>;

  const plan = { landscape: himmelblau, method, box, seed: 5, repeats: 3, stop: { maxIterations: 60 } };
  const sweep = (columns: number, rows: number, only?: readonly [number, number]) =>
    drain(jobs.basinEnds({ ...plan, columns, rows, ...(only && { only }) }));
  const line = (count: number) => Float64Array.from({ length: count }, (_, k) => -5 + (10 * k) / (count - 1));
  const whole = refinedEnds(sweep(16, 16), line(24), line(24));
  for (const only of [
    [16, 24],
    [0, 9],
    [9, 16],
  ] as const) {
    putRows(whole, sweep(24, 24, only), only[0]);
  }
  const map = drain(jobs.basinLabels({ landscape: himmelblau, ends: whole, box }));
  expect([...map.labels]).toEqual(result.labels.flat());
  expect([...map.iterations]).toEqual(result.iterations.flat());
  expect(map.attractors.length).toBeGreaterThan(2);
});

test('what a piece and a map hold moves to the page in buffers of their own', () => {
  const plan = { landscape: himmelblau, method: { id: 'newton' }, box, seed: 0, repeats: 1, stop: {} };
  const ends = drain(jobs.basinEnds({ ...plan, columns: 12, rows: 12, only: [3, 6] }));
  expect(ends.ys.length).toBe(3);
  expect(transferables(ends)).toHaveLength(5);
  const map = drain(jobs.basinLabels({ landscape: himmelblau, ends, box }));
  // The axes, the labels and the iterations, and a point for each limit.
  expect(transferables(map)).toHaveLength(4 + map.attractors.length);
});

test('the stable sets of gradient descent are others than those of the flow, and say how they end', () => {
  const saddles = [Float64Array.of(0.0867, 2.884)];
  const sets = (stepSize: number) => drain(jobs.stableSets({ landscape: himmelblau, saddles, box, stepSize }))[0]!;
  expect(sets(0).stableEnds.toSorted()).toEqual(['critical-point', 'left-box']);
  expect(sets(0.004).stable[0]).not.toEqual(sets(0).stable[0]);
  expect(sets(0.012).stableEnds.toSorted()).toEqual(['critical-point', 'fold']);
});

test('a start on a stable set is asked for by a point near the saddle; where there is no saddle there is none', () => {
  const ask = (x: number, y: number) =>
    drain(jobs.stableStart({ landscape: himmelblau, saddle: Float64Array.of(x, y), box, stepSize: 0.004 }));
  const start = ask(0.09, 2.9)!;
  expect(start.every((value, i) => value >= box[i]![0] && value <= box[i]![1])).toBe(true);
  expect(ask(3, 2)).toBeNull();
});
