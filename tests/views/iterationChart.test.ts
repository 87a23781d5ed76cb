import { describe, expect, test } from 'vitest';
import {
  type IterationChart,
  type IterationSeries,
  iterationAt,
  iterationTicks,
  nearestCurve,
  ofIteration,
  verticalRange,
} from '../../src/views/figures/IterationChart.ts';
import { strokeFor } from '../../src/views/palette.ts';

function series(id: string, middle: readonly number[], high?: readonly number[]): IterationSeries {
  const values = Float64Array.from(middle);
  return {
    id,
    label: '',
    stroke: strokeFor(0),
    iterations: Float64Array.from(middle, (_, k) => 10 ** k - 1),
    middle: values,
    band: high ? { low: values, high: Float64Array.from(high) } : null,
    tell: () => ({ lines: [], full: '' }),
  };
}

const chart = (yScale: IterationChart['yScale'], all: readonly IterationSeries[]): IterationChart => ({
  title: '',
  legend: [],
  summary: '',
  yScale,
  last: 99,
  series: all,
});

test('zero is on the axis, and its places are whole iterations', () => {
  expect(ofIteration(0)).toBe(0);
  expect([0, 1, 7, 1234567].map((k) => iterationAt(ofIteration(k)))).toEqual([0, 1, 7, 1234567]);
  expect(iterationAt(-0.5)).toBe(0);
});

test('ticks are 0 and powers of ten up to the end, fewer where there is less room', () => {
  expect(iterationTicks(400, 9)).toEqual([0, 1, 10, 100]);
  expect(iterationTicks(1e6, 4)).toEqual([0, 1, 100, 1e4, 1e6]);
  expect(iterationTicks(0, 4)).toEqual([0, 1]);
});

describe('the vertical axis', () => {
  test('of shares is from 0 to 1', () => {
    expect(verticalRange(chart('share', []))[0]).toBe(0);
    expect(verticalRange(chart('share', []))[1]).toBeGreaterThanOrEqual(1);
  });

  test('holds curves and bands, what has no place on it left out', () => {
    const [low, high] = verticalRange(chart('log', [series('a', [1, 0.1, 0], [10, 1, Number.POSITIVE_INFINITY])]));
    expect(low).toBeLessThan(-1);
    expect(low).toBeGreaterThan(-1.3);
    expect(high).toBeGreaterThan(1);
    expect(high).toBeLessThan(1.3);
  });

  test('is not stretched by runs that diverge, nor below 24 decades', () => {
    const [, high] = verticalRange(chart('log', [series('a', [1, 1e200])]));
    expect(high).toBeLessThan(3.5);
    const [low] = verticalRange(chart('log', [series('a', [1, 1e-200])]));
    expect(low).toBeGreaterThan(-26);
  });

  test('of nothing is a range', () => {
    const [low, high] = verticalRange(chart('log', [series('a', [0, Number.NaN])]));
    expect(low).toBeLessThan(high);
  });
});

test('the pointer finds the nearest curve at its iteration, by the sample before it', () => {
  const two = chart('share', [series('low', [0, 0.2, 0.4]), series('high', [0, 0.9, 1])]);
  const found = nearestCurve(two, [ofIteration(50), 0.8], 1);
  expect(found).toMatchObject({ series: { id: 'high' }, at: 1, iteration: 50, y: 0.9 });
  expect(nearestCurve(two, [ofIteration(50), 0.25], 1)?.series.id).toBe('low');
  expect(nearestCurve(two, [ofIteration(50), 0.5], 0.1)).toBeNull();
});
