import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { DEFAULT_STOP_RULE, descend } from '../../../src/core/descent/descend.ts';
import { statuses } from '../../../src/core/descent/statuses.ts';
import { methodById, methods } from '../../../src/core/methods/registry.ts';
import { CountingObjective } from '../../../src/core/objective/counting.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { Rng } from '../../../src/core/rng.ts';
import { drain } from '../../../src/core/task.ts';
import { everyObjective } from './objectives.ts';
import { tallied } from './runMethod.ts';

test('the ids, in the scenario’s order', () => {
  expect(methods.map(({ id }) => id)).toEqual([
    'gradient-descent',
    'heavy-ball',
    'nesterov',
    'adagrad',
    'rmsprop',
    'adam',
    'stochastic-gradient-descent',
    'noisy-gradient-descent',
    'perturbed-gradient-descent',
    'perturbed-accelerated-gradient-descent',
    'sgld',
    'newton',
    'cubic-newton',
    'cubic-gradient-descent',
    'negative-curvature-descent',
    'coordinate-descent',
    'proximal-point',
    'mirror-descent',
  ]);
  for (const method of methods) expect(methodById(method.id)).toBe(method);
  expect(methodById('none')).toBeUndefined();
});

test('the parameter names that others rely on', () => {
  const names = Object.fromEntries(methods.map(({ id, params }) => [id, Object.keys(params).join(' ')]));
  expect(names).toMatchObject({
    'gradient-descent': 'stepSize',
    'heavy-ball': 'stepSize momentum',
    nesterov: 'stepSize momentum',
    adam: 'stepSize beta1 beta2 epsilon',
    newton: 'damping',
    sgld: 'stepSize inverseTemperature',
    'stochastic-gradient-descent': 'stepSize noiseScale',
    'noisy-gradient-descent': 'stepSize noise noiseScale',
    'perturbed-gradient-descent':
      'stepSize radius gradientThreshold waitIterations decreaseThreshold' +
      ' smoothness hessianLipschitz accuracy c failureProbability suboptimality',
    'perturbed-accelerated-gradient-descent':
      'stepSize momentum radius gradientThreshold waitIterations curvatureThreshold exploitationRadius' +
      ' smoothness hessianLipschitz accuracy c failureProbability suboptimality',
    'cubic-newton': 'regularization accuracy',
    'cubic-gradient-descent':
      'stepSize innerIterations perturbation decreaseThreshold smoothness hessianLipschitz accuracy',
    'negative-curvature-descent':
      'stepSize curvatureThreshold lanczosSteps smoothness hessianLipschitz accuracy failureProbability',
    'coordinate-descent': 'stepSize order',
    'proximal-point': 'stepSize innerTolerance',
    'mirror-descent': 'stepSize map p',
  });
});

describe.each(methods.map((method) => [method.id, method] as const))('%s', (_id, method) => {
  test('has defaults in range, a slider in range and a source with a year', () => {
    for (const dimension of [1, 2, 50]) {
      const params = resolveParams(method.params, {}, { dimension });
      for (const [name, spec] of Object.entries(method.params)) {
        const value = params[name];
        expect(spec.label).toMatch(/^[A-Z]/);
        expect(spec.meaning).toMatch(/\.$/);
        if (spec.kind === 'choice') expect(spec.choices.map((choice) => choice.value)).toContain(value);
        if (spec.kind !== 'number' && spec.kind !== 'integer') continue;
        expect(value).toBeGreaterThanOrEqual(spec.min);
        expect(value).toBeLessThanOrEqual(spec.max);
        if (spec.kind === 'integer') expect(Number.isInteger(value)).toBe(true);
        if (spec.kind === 'number' && spec.minExcluded) expect(value).toBeGreaterThan(spec.min);
        expect(spec.slider.from).toBeGreaterThanOrEqual(spec.min);
        expect(spec.slider.to).toBeLessThanOrEqual(spec.max);
        expect(spec.slider.from).toBeLessThan(spec.slider.to);
        if (spec.slider.scale === 'log') expect(spec.slider.from).toBeGreaterThan(0);
      }
    }
    expect(method.reference).toMatch(/\((1[89]|20)\d\d\)/);
    expect(method.update).toMatch(/_\{k\+1\}/);
  });

  test('writes its update, symbols and derived defaults in TeX that KaTeX takes', () => {
    const texts = [method.update];
    for (const spec of Object.values(method.params)) {
      texts.push(spec.symbol);
      if (typeof spec.default === 'object' && 'tex' in spec.default) texts.push(spec.default.tex as string);
    }
    for (const text of texts) katex.renderToString(text, { throwOnError: true, strict: 'error' });
  });

  test('asks for as many evaluations as are counted, and for those of its order', () => {
    for (const f of everyObjective()) {
      const asked = tallied(f);
      const counting = new CountingObjective(asked);
      const params = resolveParams(method.params, {}, { dimension: f.dimension });
      const rng = Rng.seeded(23);
      // From 0, where most of these have a saddle, and where small gradients are answered.
      const state = method.init(counting, new Float64Array(f.dimension).fill(f.name === 'root' ? 0.3 : 0), params, rng);
      for (let k = 0; k < 3; k++) method.step(counting, state, params, rng);
      expect(counting.counts).toEqual(asked.tally);
      if (method.order < 2) expect(asked.tally.hessian).toBe(0);
    }
  });

  test('ends every small problem with finite coordinates or a named status, the same bits each time', () => {
    const named = new Set(statuses.map(({ status }) => status));
    for (const f of everyObjective()) {
      const params = resolveParams(method.params, {}, { dimension: f.dimension });
      const stop = { ...DEFAULT_STOP_RULE, maxIterations: 300 };
      const start = Float64Array.from({ length: f.dimension }, (_, i) => 0.9 - 0.35 * i);
      const run = () => drain(descend(f, method, params, start, Rng.seeded(17), { stop, record: 'all' }));
      const outcome = run();
      expect(named).toContain(outcome.status);
      expect(outcome.trajectory.points.every(Number.isFinite)).toBe(true);
      expect(outcome.final.x.every(Number.isFinite)).toBe(true);
      expect(outcome.message).toMatch(/\.$/);
      if (outcome.status !== 'non-finite' && outcome.status !== 'diverged') {
        expect(outcome.trajectory.values.every(Number.isFinite)).toBe(true);
        expect(outcome.trajectory.gradientNorms.every(Number.isFinite)).toBe(true);
      }
      expect(run()).toEqual(outcome);
    }
  });
});
