import { describe, expect, test } from 'vitest';
import { claimById } from '../../../src/core/claims/registry.ts';
import { checkOn, measured } from './checkOn.ts';

/** Exponents a of ‖∇f‖ ≥ m|f − f*|^a at the origin, derived by hand: 1/2 at Morse and Morse–Bott points, else 1 − 1/p. */
const EXPONENTS: readonly (readonly [expression: string, exponent: number])[] = [
  ['x^2 + y^2', 1 / 2],
  ['x^2 - 3*y^2', 1 / 2],
  ['x^2 + y^4', 3 / 4],
  ['x^4 + y^6', 5 / 6],
  ['abs(x)^3 + y^2', 2 / 3],
  ['x^3 - 3*x*y^2', 2 / 3],
  ['(x*y)^2/2', 3 / 4],
];

describe('the exponent of Łojasiewicz', () => {
  test.each(EXPONENTS)('of %s at the origin is %d', (expression, exponent) => {
    const report = checkOn('lojasiewicz', expression);
    const { value, expected, name } = report.measurements.find((m) => m.name.includes('(0, 0)'))!;
    expect(value, name).toBeCloseTo(exponent, 2);
    expect(expected).toBeCloseTo(exponent, 12);
    expect(report.verdict).toBe('supported');
  });

  test('is 1/2 all along a circle of minima', () => {
    const { measurements } = checkOn('lojasiewicz', '(x^2 + y^2 - 1)^2');
    const circle = measurements.filter(({ name }) => name.includes('Morse–Bott'));
    expect(circle.length).toBeGreaterThan(5);
    for (const { value } of circle) expect(value).toBeCloseTo(1 / 2, 2);
  });

  test('reaches 1 on the spiral, which turns and goes on for ever', () => {
    const report = checkOn('lojasiewicz', { id: 'mexican-hat' });
    expect(report.verdict).toBe('supported');
    expect(measured(report, 'Exponent along the path').value).toBeGreaterThan(1);
    // 1/(1 − r²) is the angle on the flow's own spiral, up to a constant.
    const angle = measured(report, 'Angle turned, beside the change');
    expect(angle.value / angle.expected).toBeCloseTo(1, 1);
    const [short, long] = [10_000, 1_000_000].map((maxIterations) =>
      measured(
        checkOn('lojasiewicz', { id: 'mexican-hat' }, { params: { maxIterations } }),
        'Angle turned in the second',
      ),
    );
    expect(long!.value).toBeGreaterThan(short!.value);
  });
});

test('the saddle line of 2xy + 2xz − 2x − y − z: eigenvalues 0 and ±2√2', () => {
  const { example } = claimById('non-isolated-saddles')!;
  const report = checkOn('non-isolated-saddles', example);
  expect(measured(report, 'λ_min').value).toBeCloseTo(-2 * Math.SQRT2, 12);
  expect(measured(report, 'Least |λ|').value).toBeLessThan(1e-14);
  expect(measured(report, 'Share of random starts').value).toBe(0);
});

test('the growth factor on the octopus, fitted: 2.7095 for L = 1, 5.4966 for L = 3 (15 seeds and more)', () => {
  for (const [L, exact] of [
    [1, 2.7095],
    [3, 5.4966],
  ] as const) {
    const growth = measured(checkOn('exponential-escape', { id: 'octopus', params: { L } }), 'Growth of gradient');
    expect(growth.expected).toBeCloseTo(exact, 4);
    expect(Math.abs(growth.value / exact - 1)).toBeLessThan(0.05);
  }
});

test('a quadratic saddle, by hand: λ = ±2, step 1/4, 40 steps', () => {
  const report = checkOn('quadratic-saddle-closed-form', { id: 'quadratic-saddle' });
  // From the positive axis 2^−40 of the start is left; off it, at least 1.5^40 times the part that was off.
  const left = measured(report, '‖θ_k‖/‖θ_0‖');
  expect(left.expected).toBe(2 ** -40);
  expect(left.value).toBeCloseTo(2 ** -40, 20);
  const away = measured(report, '‖θ_k‖ over');
  expect(away.expected / 1.5 ** 40).toBeCloseTo(1, 12);
  expect(away.value / 1.5 ** 40).toBeCloseTo(1, 9);
});

test('a turned and moved quadratic in three variables is one too', () => {
  const expression = '(x + y - 1)^2 - 2*(x - y + z)^2 + 3*(z - 2)^2';
  const on = { id: 'formula', params: { expression, variables: ['x', 'y', 'z'] } };
  expect(checkOn('quadratic-saddle-closed-form', on).verdict).toBe('supported');
});

/** Kinds of critical points and Σ (−1)^index, from the lists of known points (40-digit arithmetic). */
const CRITICAL: readonly (readonly [id: string, kinds: string, turns: number])[] = [
  ['himmelblau', '4 minima, 4 strict saddles, 1 maximum', 1],
  ['six-hump-camel', '6 minima, 7 strict saddles, 2 maxima', 1],
  ['three-hump-camel', '3 minima, 2 strict saddles', 1],
  ['lee-2016', '2 minima, 1 strict saddle', 1],
  ['quadratic-saddle', '1 strict saddle', -1],
];

test.each(CRITICAL)('%s has %s, whose signs add up to %d turns', (id, kinds, turns) => {
  const report = checkOn('strict-saddle-classification', { id });
  expect(report.verdict).toBe('supported');
  expect(report.hypotheses.find(({ name }) => name === 'There are critical points')?.measured).toBe(kinds);
  const sum = measured(report, 'Sum of');
  expect(sum.value).toBe(turns);
  expect(sum.expected).toBeCloseTo(turns, 10);
});

test('the other methods avoid saddles too, where their maps are defined', () => {
  for (const method of ['coordinate-descent', 'proximal-point']) {
    expect(checkOn('measure-zero-other-methods', { id: 'himmelblau' }, { params: { method } }).verdict).toBe(
      'supported',
    );
  }
  // Lee et al.'s example, moved to where the entropy is defined.
  const expression = '(x - 3)^2/2 + (y - 3)^4/4 - (y - 3)^2/2';
  const domain = [
    [1, 5],
    [1, 5],
  ] as const;
  const on = { id: 'formula', params: { expression, domain } };
  const report = checkOn('measure-zero-other-methods', on, { params: { method: 'mirror-descent' } });
  expect(report.verdict).toBe('supported');
  expect(report.hypotheses[0]?.measured).toContain('α = 0.01636');
});

test('the first-order bound: an exact case by hand', () => {
  // f = x²/2 with L = 1, s = 1/2: ‖∇f(x_k)‖ = x₀/2^k, and f₀ − f* = x₀²/2. The ratio to √(x₀²/(s(2−s)(k+1))) is largest
  // at k = 0, where it is √(3/4).
  const on = { id: 'formula', params: { expression: 'x^2/2', variables: ['x'] } };
  const report = checkOn('first-order-bound', on, { params: { relativeStep: 0.5 } });
  expect(measured(report, 'Least ‖∇f‖').value).toBeCloseTo(Math.sqrt(3 / 4), 9);
});

test('cubic Newton leaves exact saddles and keeps both bounds', () => {
  const report = checkOn('cubic-newton-rate', { id: 'lee-2016' });
  expect(measured(report, 'Share of').name).toContain('1 of them from exact saddles');
  for (const name of ['Least μ', 'Least ‖∇f‖']) {
    const { value } = measured(report, name);
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThan(1);
  }
});

test('the time of noisy descent is polynomial in the dimension up to 6', () => {
  const report = checkOn('noisy-sgd-tensor', { id: 'tensor-2d' }, { params: { largest: 6 } });
  expect(report.verdict).toBe('supported');
  expect(report.measurements).toHaveLength(8);
  const overlap = measured(report, 'Least overlap').value;
  expect(overlap).toBeGreaterThan(0.95);
  expect(overlap).toBeLessThanOrEqual(1);
});

test('no verdict depends on the unit in which f is measured', () => {
  const flat = '1e-8*(x^4 - x^2 + y^2)';
  for (const claim of ['measure-zero-gradient-descent', 'strict-saddle-classification']) {
    expect([claim, checkOn(claim, flat).verdict]).toEqual([claim, 'supported']);
  }
});

test('a start on a flat piece, and one beside a curve of minima, contradict nothing', () => {
  expect(checkOn('first-order-bound', { id: 'mexican-hat' }).measurements.every(({ ok }) => ok)).toBe(true);
  const report = checkOn('perturbed-gradient-descent-second-order', { id: 'matrix-factorization' });
  const count = measured(report, 'Iterations of the run nearest');
  expect(count.value).toBeLessThan(count.expected);
  expect(report.verdict).toBe('supported');
});

test('a valley that nothing joins to a global minimum is looked at below the highest value of the grid', () => {
  const report = checkOn('spurious-valley', 'sqrt(x^2-0.25)+0.1*x+y^2', { params: { descents: 20 } });
  expect(report.verdict).toBe('supported');
  expect(measured(report, 'Global minima in its component at u =').name).not.toContain('∞');
});

test('a valley whose floor on the grid is no minimum of f shows nothing', () => {
  const params = { descents: 20 };
  const floor = (report: ReturnType<typeof checkOn>) =>
    report.hypotheses.find(({ name }) => name.startsWith('Its floor'));
  const refuted = checkOn('spurious-valley', { id: 'beale' }, { params });
  expect([refuted.verdict, floor(refuted)?.holds]).toEqual(['inconclusive', false]);
  // Without the proof a descent from the floor tells: at a kink it stays, along a valley it leaves.
  const kinks = checkOn('spurious-valley', 'min(abs(x - 1), abs(x + 1) + 0.3) + y^2', { params });
  expect([kinks.verdict, floor(kinks)?.holds]).toEqual(['supported', true]);
  // Beale's function in units of 3/2, with a kink at its saddle, so that its critical points are not proved to be all.
  const beale = '(1.5 - 1.5*x + 2.25*x*y)^2 + (2.25 - 1.5*x + 3.375*x*y^2)^2 + (2.625 - 1.5*x + 5.0625*x*y^3)^2';
  const leaving = checkOn('spurious-valley', `${beale} + 0.001*abs(x)`, { params: { ...params, resolution: 151 } });
  expect([leaving.verdict, floor(leaving)?.holds]).toEqual(['inconclusive', null]);
  expect(floor(leaving)?.measured).toContain('a descent from it leads away to (−2');
});

test('a minimum is measured against the least value of the grid, where that is a kink', () => {
  const report = checkOn('simple-sublevel-sets', { id: 'ackley' }, { params: { resolution: 101, descents: 4 } });
  const { expected, ok } = report.measurements.find(({ name }) => name.startsWith('f at the minimum'))!;
  expect(expected).toBeCloseTo(0, 9);
  expect(ok).toBe(false);
});
