import { describe, expect, test } from 'vitest';
import { drain } from '../../src/core/task.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { runScenario } from '../../src/scenario/run.ts';
import { writeJson } from '../../src/scenario/writeJson.ts';

// biome-ignore lint/suspicious/noExplicitAny: a report is read here as an outsider reads it.
function report(id: string, experiment: object): any {
  const parsed = parseScenario({ landscape: { id }, experiment });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return JSON.parse([...writeJson(drain(runScenario(resolveScenario(parsed.scenario))))].join(''));
}

function problems(id: string, experiment: object): readonly string[] {
  const parsed = parseScenario({ landscape: { id }, experiment });
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`);
}

describe('basins', () => {
  const method = { id: 'gradient-descent', params: { stepSize: 0.1 } };

  test('labels by rows of y, attractors with type and share, iterations', () => {
    const { scenario, result } = report('lee-2016', { kind: 'basins', method, resolution: [5, 3], stop: {} });
    expect(scenario.experiment).toMatchObject({ resolution: [5, 3], repeats: 5, stop: { maxIterations: 1000 } });
    expect(scenario.experiment.box).toEqual([
      [-2, 2],
      [-2, 2],
    ]);
    expect(result.kind).toBe('basins');
    expect([result.x, result.y]).toEqual([
      [-2, -1, 0, 1, 2],
      [-2, 0, 2],
    ]);
    expect(result.labels).toEqual([0, 2, 1].map((label) => Array(5).fill(label)));
    expect(result.attractors.map(({ type, share }: { type: string; share: number }) => [type, share])).toEqual([
      ['minimum', 1 / 3],
      ['minimum', 1 / 3],
      ['saddle', 1 / 3],
    ]);
    expect(result.saddleShare).toBeCloseTo(1 / 3, 12);
    expect(result.iterations[1][2]).toBe(0);
    expect(result.iterations).toHaveLength(3);
    expect(result.iterations[0][0]).toBeGreaterThan(10);
  });

  test('everything has a default, and a run that ends nowhere is −1', () => {
    const { scenario, result } = report('himmelblau', { kind: 'basins', stop: { maxIterations: 0 } });
    expect(scenario.experiment).toMatchObject({ method: { id: 'gradient-descent' }, resolution: 128 });
    expect([result.labels.length, result.labels[0].length]).toEqual([128, 128]);
    expect(result.noneShare).toBeGreaterThan(0.99);
    expect(result.labels[0][0]).toBe(-1);
  });

  test('what cannot be mapped is refused', () => {
    expect(problems('himmelblau', { kind: 'basins', resolution: 1 })).toEqual([
      'experiment.resolution: Expected a whole number from 2 to 2048, got 1.',
    ]);
    expect(problems('himmelblau', { kind: 'basins', resolution: 'fine' })).toEqual([
      'experiment.resolution: Expected a whole number from 2 to 2048, or two of them, got "fine".',
    ]);
    expect(problems('himmelblau', { kind: 'basins', resolution: 2048, repeats: 2 })).toEqual([]);
    expect(problems('himmelblau', { kind: 'basins', method: { id: 'sgld' }, resolution: 2048, repeats: 2 })).toEqual([
      expect.stringMatching(/^experiment.resolution: The map would take 8388608 runs/),
    ]);
    expect(problems('tensor-2d', { kind: 'basins', box: [[0, 1]] })).toEqual([
      expect.stringMatching(/^experiment.box: Expected 2 intervals/),
    ]);
    const formula = { expression: 'x^2', variables: ['x'], constants: {}, domain: [[-1, 1]] };
    const line = parseScenario({ landscape: { id: 'formula', params: formula }, experiment: { kind: 'basins' } });
    expect(line).toMatchObject({ ok: false, problems: [{ path: 'experiment.kind' }] });
  });
});

describe('stable-set', () => {
  test('lee-2016: two curves from the saddle along y = 0, for the flow and for the map', () => {
    for (const stepSize of [undefined, 0.3]) {
      const { scenario, result } = report('lee-2016', { kind: 'stable-set', saddle: [0.1, 0.1], stepSize });
      expect(scenario.experiment.stepSize).toBe(stepSize ?? 0);
      expect(result.kind).toBe('stable-set');
      expect(result.curves).toHaveLength(2);
      for (const [k, curve] of result.curves.entries()) {
        for (const [, y] of curve) expect(Math.abs(y)).toBe(0);
        expect(curve.at(-1)[0]).toBe(k === 0 ? 2 : -2);
      }
      expect(result.ends).toEqual(['left-box', 'left-box']);
      expect(result.unstableEnds).toEqual(['critical-point', 'critical-point']);
      expect(result.saddle.eigenvalues).toEqual([-1, 1]);
    }
  });

  test('what is no saddle is refused, with what is there instead', () => {
    expect(() => report('lee-2016', { kind: 'stable-set', saddle: [0, 1.1] })).toThrow(
      /experiment.saddle: Newton’s method leads from \(0, 1.1\) to the minimum/,
    );
    expect(problems('lee-2016', { kind: 'stable-set' })).toEqual([
      expect.stringMatching(/^experiment.saddle: Missing/),
    ]);
    expect(problems('lee-2016', { kind: 'stable-set', saddle: [0] })).toEqual([
      expect.stringMatching(/^experiment.saddle: Expected 2 numbers/),
    ]);
    const formula = { expression: 'x*y*z', variables: ['x', 'y', 'z'], constants: {} };
    const experiment = { kind: 'stable-set', saddle: [0, 0, 0] };
    expect(parseScenario({ landscape: { id: 'formula', params: formula }, experiment })).toMatchObject({
      ok: false,
      problems: [{ path: 'experiment.kind' }],
    });
  });
});
