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

function describeExperiment(plan: Omit<DescentPlan, 'seed'>, budget = Number.POSITIVE_INFINITY): string {
  const runs = drain(runDescents({ ...plan, seed: 5 }));
  const names = plan.methods.map(({ method }) => method.name);
  return describeRuns(runs, names, ({ length }) => length <= budget);
}

const quick = { stepSize: 0.1, radius: 0.01, gradientThreshold: 0.01, waitIterations: 100, decreaseThreshold: 1e-3 };

describe('a few runs are named', () => {
  test('with the point’s type, its coordinates and the iterations', () => {
    const sentence = describeExperiment({
      objective: himmelblau(),
      methods: [choose('gradient-descent'), choose('heavy-ball', { stepSize: 0.1 }), choose('newton')],
      starts: [[3.2, 2.1]],
    });
    expect(sentence).toMatch(
      /^Gradient descent reached the minimum \(3, 2\) after \d+ iterations\. Heavy ball diverged at iteration \d+\. Newton’s method reached the minimum \(3, 2\) after \d iterations\.$/,
    );
  });

  test('perturbation and escape by iteration', () => {
    const sentence = describeExperiment({
      objective: lee(),
      methods: [choose('gradient-descent', { stepSize: 0.1 }), choose('perturbed-gradient-descent', quick)],
      starts: [[0, 0]],
    });
    expect(sentence).toMatch(
      /^Gradient descent began at the saddle \(0, 0\)\. Perturbed gradient descent was perturbed at iteration 0 and once more later, had left that point by iteration 100, and declared \(.+, −?(1|0\.99\d*)\) second-order stationary \(‖∇f‖ = \S+, least eigenvalue 1\) after 202 iterations\.$/,
    );
  });

  test('starts and repeats where there are several, the method once', () => {
    const origin = { objective: diagonalQuadratic(1, 2), stop: { maxIterations: 1 } };
    const starts = describeExperiment({
      ...origin,
      methods: [choose('sgld')],
      starts: [
        [0, 0],
        [1, 1],
      ],
    });
    expect(starts).toMatch(/SGLD\) from start 1 was at .+ after 1 iteration; from start 2 was at \(.+\) with ‖∇f‖ = /);
    const repeats = describeExperiment({ ...origin, methods: [choose('sgld')], starts: [[0, 0]], repeats: 2 });
    expect(repeats).toMatch(/SGLD\) in repeat 1 was at .+; in repeat 2 was at /);
  });

  test('a point is called a minimum only where ‖∇f‖ ≤ 1e-6', () => {
    const plan = { objective: himmelblau(), methods: [choose('gradient-descent')], starts: [[3.2, 2.1]] };
    expect(describeExperiment({ ...plan, stop: { gradientTolerance: 1e-6 } })).toMatch(/reached the minimum \(3, 2\)/);
    expect(describeExperiment({ ...plan, stop: { gradientTolerance: 1e-3 } })).toMatch(
      /^Gradient descent stopped at \(3, 2\) with ‖∇f‖ = 0\.000\d+ after \d+ iterations\.$/,
    );
  });

  test('nothing for nothing', () => {
    expect(describeRuns([], [])).toBe('');
  });
});

describe('more runs are summed up by method', () => {
  const starts = [
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1],
  ];

  test('one method: how many points, after how many iterations, how low', () => {
    const plan = { objective: himmelblau(), methods: [choose('gradient-descent', { stepSize: 0.01 })], starts };
    expect(describeExperiment(plan)).toMatch(
      /^Gradient descent: all 4 reached different minima after \d+–\d+ iterations, f down to \S+⁻\S+\.$/,
    );
    const same = describeExperiment({
      ...plan,
      starts: [
        [3.2, 2],
        [3, 2.2],
        [2.9, 2],
        [3, 1.9],
      ],
    });
    expect(same).toMatch(/^Gradient descent: all 4 reached the minimum \(3, 2\) after /);
  });

  test('several methods, with what became of each run', () => {
    const methods = [choose('gradient-descent', { stepSize: 0.01 }), choose('heavy-ball', { stepSize: 0.1 })];
    expect(describeExperiment({ objective: himmelblau(), methods, starts: [...starts, [1e4, 1]] })).toMatch(
      /^Gradient descent: 4 of 5 reached different minima after [\d–]+ iterations, 1 diverged at iteration \d+, f down to \S+\. Heavy ball: all 5 diverged at iterations \d+–\d+\.$/,
    );
  });

  test('a method’s own verdict comes with its gradient norm', () => {
    const plan = { objective: lee(), methods: [choose('perturbed-gradient-descent', quick)], starts };
    expect(describeExperiment(plan)).toMatch(
      /: all 4 declared points second-order stationary \(‖∇f‖ ≤ 0\.0\d+\) after [\d–]+ iterations, f down to −0\.2\d+\.$/,
    );
  });
});

describe('a sentence that must fit', () => {
  const plan = {
    objective: himmelblau(),
    methods: [choose('gradient-descent'), choose('newton'), choose('heavy-ball', { stepSize: 0.1 })],
    starts: Array.from({ length: 40 }, (_, k) => [Math.sin(k) * 4, Math.cos(2.3 * k) * 4]),
  };

  test('says less, step by step, and is never longer than it may be while something shorter is left', () => {
    const least = describeExperiment(plan, 0);
    expect(least.length).toBeLessThan(150);
    const told = new Set<string>();
    for (let budget = least.length; budget < 600; budget += 10) {
      const sentence = describeExperiment(plan, budget);
      expect(sentence.length).toBeLessThanOrEqual(budget);
      told.add(sentence);
    }
    expect(told.size).toBeGreaterThanOrEqual(5);
  });

  test('counts every run once', () => {
    const sentence = describeExperiment(plan, 0);
    expect(sentence).toMatch(/^Of 120 runs \d+ reached minima, \d+ ended at saddles, .*\d+ diverged/);
    const counts = [...sentence.matchAll(/(?:runs|,) (\d+) /g)];
    expect(counts.reduce((sum, match) => sum + Number(match[1]), 0)).toBe(120);
  });

  test('drops the second perturbation before the coordinates', () => {
    const methods = [choose('perturbed-gradient-descent', quick)];
    const sentence = describeExperiment({ objective: lee(), methods, starts: [[0, 0]] }, 170);
    expect(sentence).toMatch(/ was perturbed at iteration 0 and declared \(.+\) second-order stationary/);
  });
});

describe('what all runs have in common', () => {
  const starts = [
    [1, 1],
    [-1, 1],
    [-1, -1],
  ];
  const methods = [choose('gradient-descent', { stepSize: 0.01 })];
  const told = (count: number, maxIterations: number, budget: number) =>
    describeExperiment(
      { objective: himmelblau(), methods, starts: starts.slice(0, count), stop: { maxIterations } },
      budget,
    );

  test('is said of both or of all', () => {
    expect(told(1, 500, 0)).toBe('The run reached a minimum.');
    expect(told(2, 500, 0)).toBe('Both runs reached minima.');
    expect(told(3, 500, 0)).toBe('All 3 runs reached minima.');
  });

  test('and what they did not do of neither or of none', () => {
    expect(told(1, 2, 0)).toBe('The run had not converged.');
    expect(told(2, 2, 0)).toBe('Neither run had converged.');
    expect(told(3, 2, 0)).toBe('None of the 3 runs had converged.');
    expect(told(3, 2, 100)).toMatch(/^Gradient descent: none of 3 had converged .*after 2 iterations, f down to /);
    expect(told(2, 2, 100)).toMatch(/^Gradient descent: neither had converged .*after 2 iterations/);
  });
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
