import { describe, expect, test } from 'vitest';
import { events, eventText } from '../../../src/core/descent/events.ts';
import type { Run } from '../../../src/core/descent/Run.ts';
import { type DescentPlan, runDescents } from '../../../src/core/descent/runDescents.ts';
import { describeRuns } from '../../../src/core/descent/sentence.ts';
import { statuses, statusText } from '../../../src/core/descent/statuses.ts';
import { methodById } from '../../../src/core/methods/registry.ts';
import type { Params } from '../../../src/core/params.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { drain } from '../../../src/core/task.ts';
import { diagonalQuadratic, himmelblau, lee } from '../methods/objectives.ts';

function choose(id: string, given: Params = {}) {
  const method = methodById(id)!;
  return { method, params: resolveParams(method.params, given, { dimension: 2 }) };
}

function describeExperiment(plan: Omit<DescentPlan, 'seed'>): string {
  const runs = drain(runDescents({ ...plan, seed: 5 }));
  return describeRuns(
    runs,
    plan.methods.map(({ method }) => method.name),
  );
}

const quick = { stepSize: 0.1, radius: 0.01, gradientThreshold: 0.01, waitIterations: 100, decreaseThreshold: 1e-3 };

describe('up to six runs are named', () => {
  test('with the point’s type, its coordinates and the iterations', () => {
    const sentence = describeExperiment({
      objective: himmelblau(),
      methods: [choose('gradient-descent'), choose('heavy-ball', { stepSize: 0.1 }), choose('newton')],
      starts: [[3.2, 2.1]],
    });
    expect(sentence).toMatch(
      /^Gradient descent reached the minimum \(3, 2\) in \d+ iterations; Heavy ball diverged at iteration \d+; Newton’s method reached the minimum \(3, 2\) in \d iterations\.$/,
    );
  });

  test('perturbation and escape by iteration', () => {
    const sentence = describeExperiment({
      objective: lee(),
      methods: [choose('gradient-descent', { stepSize: 0.1 }), choose('perturbed-gradient-descent', quick)],
      starts: [[0, 0]],
    });
    expect(sentence).toMatch(
      /^Gradient descent reached the saddle \(0, 0\) in 0 iterations; Perturbed gradient descent was perturbed at iteration 0 and once more later, had left that point by iteration 100, and declared the minimum \(.+, −?(1|0\.99\d*)\) second-order stationary \(λ_min = 1\) after 202 iterations\.$/,
    );
  });

  test('starts and repeats where there are several', () => {
    const sentence = describeExperiment({
      objective: diagonalQuadratic(1, 2),
      methods: [choose('sgld')],
      starts: [
        [0, 0],
        [1, 1],
      ],
      repeats: 2,
      stop: { maxIterations: 1 },
    });
    expect(sentence).toMatch(/SGLD\) from start 2, repeat 1, was at \(.+\) with ‖∇f‖ = [\d.]+ after 1 iteration;/);
  });

  test('nothing for nothing', () => {
    expect(describeRuns([], [])).toBe('');
  });
});

test('many runs are counted, and the counts add up', () => {
  const starts = Array.from({ length: 40 }, (_, k) => [Math.sin(k) * 4, Math.cos(2.3 * k) * 4]);
  const sentence = describeExperiment({
    objective: himmelblau(),
    methods: [choose('gradient-descent'), choose('newton'), choose('heavy-ball', { stepSize: 0.1 })],
    starts,
  });
  expect(sentence).toMatch(/^Of 120 runs \d+ reached a minimum \(median [\d.]+ iterations\), /);
  expect(sentence).toMatch(/\d+ ended at a saddle/);
  expect(sentence).toMatch(/\d+ diverged/);
  expect(sentence).toMatch(/the lowest end was f = \S+ at \(.+\), by (Gradient descent|Newton’s method)\.$/);
  const counts = [...sentence.matchAll(/(?:runs|,) (\d+) (?:reached|ended|declared|used|diverged|met|left|found)/g)];
  expect(counts.reduce((sum, match) => sum + Number(match[1]), 0)).toBe(120);
});

test('every status has a clause of its own and every status and event a text', () => {
  const [run] = drain(
    runDescents({ objective: lee(), methods: [choose('gradient-descent')], starts: [[1, 0.5]], seed: 1 }),
  ) as [Run];
  const clauses = statuses.map(({ status }) => describeRuns([{ ...run, status }], ['It']));
  expect(new Set(clauses).size).toBe(statuses.length);
  for (const clause of clauses) expect(clause).toMatch(/^It .*\.$/);
  for (const { status } of statuses) expect(statusText(status).meaning).toMatch(/\.$/);
  for (const { kind } of events) expect(eventText(kind).meaning).toMatch(/\.$/);
});
