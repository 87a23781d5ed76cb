import { describe, expect, it } from 'vitest';
import { DoublesRun, isNoisy, type MethodInDoubles } from '../../../src/core/escape/DoublesRun.ts';
import { type EscapePlan, runEscape } from '../../../src/core/escape/runEscape.ts';
import { octopus } from '../../../src/core/landscapes/octopus.ts';
import type { Method } from '../../../src/core/methods/Method.ts';
import { methodById, methods } from '../../../src/core/methods/registry.ts';
import type { Params } from '../../../src/core/params.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { Rng } from '../../../src/core/rng.ts';
import { drain } from '../../../src/core/task.ts';
import { caseOf } from '../landscapes/cases.ts';

const TAU = Math.E;
const STOP = { maxIterations: 100_000, gradientTolerance: 0 };
const SHAPE = { L: 1, gamma: 1, tau: TAU };

const inDoubles = (id: string, dimension: number, given: Params = {}): MethodInDoubles => {
  const method = methodById(id) as Method;
  return { id, method, params: resolveParams(method.params, given, { dimension }) };
};

const functionOf = (dimension: number) => caseOf(octopus, { ...SHAPE, dimension }).f;

function runOf(id: string, start: readonly number[], given: Params = {}, stop = STOP): DoublesRun {
  const dimension = start.length;
  const chosen = inDoubles(id, dimension, given);
  const run = new DoublesRun(functionOf(dimension), TAU, Float64Array.from(start), chosen, stop, Rng.seeded(3));
  while (!run.advance(1000));
  return run;
}

const planOf = (plan: Partial<EscapePlan>): EscapePlan => ({
  shape: SHAPE,
  methods: [],
  dimensions: [5],
  repeats: 12,
  seed: 4,
  stop: STOP,
  objective: functionOf,
  ...plan,
});

describe('a method in doubles', () => {
  const stepSize = 0.25;
  const perturbation = { radius: TAU / 100, gradientThreshold: TAU / 100, waitIterations: 1, decreaseThreshold: -1e12 };

  it.each([
    ['gradient-descent', { stepSize }, { id: 'gradient-descent', stepSize, perturbation: null }],
    [
      'perturbed-gradient-descent',
      { stepSize, ...perturbation },
      { id: 'perturbed-gradient-descent', stepSize, perturbation },
    ],
  ])('passes the saddles when it does with exponents of its own: %s', (id, params, beyond) => {
    const timesOf = (method: EscapePlan['methods'][number]) =>
      drain(runEscape(planOf({ methods: [method] }))).map(({ k, median, q25, q75, reached, underflowed }) => {
        return { k, median, q25, q75, reached, underflowed };
      });
    const times = timesOf(inDoubles(id, 5, params));
    expect(times).toEqual(timesOf(beyond));
    expect(times.at(-1)?.reached).toBe(12);
  });

  it('ends where a waiting coordinate is too small for doubles, and says so', () => {
    // Halved in each step from 2⁻⁴⁰⁰, x₂ comes below 2⁻¹⁰²² in the 623rd, long before x₁ = 2⁻¹⁰⁰⁰ is out.
    const run = runOf('gradient-descent', [2 ** -1000, 2 ** -400], { stepSize });
    expect(run.underflowed).toBe(true);
    expect(run.iteration).toBe(623);
    expect(run.passed).toBe(0);
    const rows = drain(
      runEscape(
        planOf({ methods: [inDoubles('gradient-descent', 9, { stepSize })], dimensions: [9], repeats: 6, seed: 1 }),
      ),
    );
    const { reached, underflowed, left, repeats } = rows.at(-1) as (typeof rows)[number];
    expect(underflowed).toBeGreaterThan(0);
    expect(reached + underflowed + left).toBe(repeats);
  });

  it('ends there also where chance only draws the coordinate, which wakes none', () => {
    const run = runOf('coordinate-descent', [2 ** -1000, 2 ** -400], { stepSize, order: 'random' });
    expect([run.underflowed, run.passed]).toEqual([true, 0]);
    expect(isNoisy(inDoubles('coordinate-descent', 2, { order: 'random' }))).toBe(false);
    expect(isNoisy(inDoubles('noisy-gradient-descent', 2))).toBe(true);
  });

  it('ends outside the tube, where a step is too long', () => {
    // x₂ ← (1 − 2ηL)x₂ = −5x₂.
    const run = runOf('gradient-descent', [0.1, 0.9], { stepSize: 3 });
    expect(run.lost).toBe(true);
    expect(run.iteration).toBe(1);
    expect(Array.from(run.passages)).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });

  it('ends at a small gradient where it is asked to: Newton’s method at the first saddle, in one step', () => {
    const run = runOf('newton', [0.5, 0.25], { damping: 1 }, { ...STOP, gradientTolerance: 1e-12 });
    expect([run.iteration, run.passed, run.lost]).toEqual([1, 0, false]);
    expect([run.coordinate(0), run.coordinate(1)]).toEqual([0, 0]);
  });

  it.each(methods.map(({ id }) => id))('%s goes its way in two dimensions to an end that has a name', (id) => {
    const run = runOf(id, [0.5, -0.25], {}, { maxIterations: 3000, gradientTolerance: 1e-10 });
    const { passed, lost, underflowed, iteration } = run;
    for (let j = 0; j < passed; j++) expect(run.passages[j]).toBeLessThanOrEqual(iteration);
    for (let j = passed; j < 2; j++) expect(run.passages[j]).toBe(Number.POSITIVE_INFINITY);
    if (!lost) expect(Number.isFinite(run.value())).toBe(true);
    expect(underflowed && passed === 2).toBe(false);
  });

  it('needs the octopus as a function', () => {
    const { objective: _none, ...plan } = planOf({ methods: [inDoubles('adam', 5)] });
    expect(() => drain(runEscape(plan))).toThrow('adam');
  });
});
