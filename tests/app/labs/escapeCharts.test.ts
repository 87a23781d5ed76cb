import { describe, expect, test } from 'vitest';
import { passageChart, totalChart } from '../../../src/app/labs/escape/escapeCharts.ts';
import type { EscapeFindings } from '../../../src/core/escape/runEscapes.ts';

const TIMES: Record<string, number[]> = { '2/0': [6, 22], '3/0': [6, 22, 64], '2/1': [7, 24], '3/1': [7, 24, 49] };

const found: EscapeFindings = {
  rows: [1, 2].flatMap((L) =>
    Object.entries(TIMES).flatMap(([key, times]) => {
      const [dimension, methodIndex] = key.split('/').map(Number) as [number, number];
      return times.map((time, i) => {
        const median = L * time;
        return {
          L,
          methodIndex,
          method: '',
          dimension,
          k: i + 1,
          median,
          q25: median - 1,
          q75: median + 1,
          reached: 9,
          repeats: 9,
          left: 0,
          underflowed: 0,
        };
      });
    }),
  ),
  growth: [1, 2].flatMap((L) =>
    [2, 3].map((dimension) => ({ L, methodIndex: 0, method: '', dimension, fitted: 2.6, exact: 2.5, limit: 2 })),
  ),
  increments: [1, 2].map((L) => ({ L, methodIndex: 1, method: '', dimension: 3, perSaddle: 25 * L })),
};

const choice = {
  methods: [{ id: 'gradient-descent' }, { id: 'perturbed-gradient-descent' }],
  hidden: [],
  dimension: 3,
  yScale: 'log',
} as const;

describe('the chart over the saddles', () => {
  test('has a band for each L and method, in the dimension chosen', () => {
    const { series } = passageChart(found, choice);
    expect(series.map(({ id }) => id)).toEqual(['1/0', '1/1', '2/0', '2/1']);
    expect(series[2]?.points.map(({ x, middle, low, high }) => [x, middle, low, high])).toEqual([
      [1, 12, 11, 13],
      [2, 44, 43, 45],
      [3, 128, 127, 129],
    ]);
    expect(series[0]?.stroke).toBe(series[2]?.stroke);
    expect(series[0]?.stroke).not.toBe(series[1]?.stroke);
  });

  test('leaves out what is hidden', () => {
    const methods = [choice.methods[0], { ...choice.methods[1], visible: false }];
    expect(passageChart(found, { ...choice, methods, hidden: [1] }).series.map(({ id }) => id)).toEqual(['2/0']);
  });

  test('draws the theory through the first two medians, and the fitted line', () => {
    const { references } = passageChart(found, { ...choice, hidden: [2] });
    expect(references.map(({ points }) => Array.from(points))).toEqual([
      [1, 6, 2, 22, 3, 62],
      [1, 7, 2, 24, 3, 49],
    ]);
    expect(references[0]?.label).toContain('2.500 times the one before');
  });

  test('tells every number of a point', () => {
    const last = passageChart(found, choice).series[0]?.points[2];
    expect(last?.lines).toEqual([
      'Gradient descent',
      'L = 1, d = 3, saddle 3',
      'median 64',
      'quartiles 63 to 65',
      'reached 9 of 9',
    ]);
  });
});

test('the chart over the dimensions has the last saddle of each', () => {
  const { series, references } = totalChart(found, { ...choice, hidden: [2] });
  expect(series.map(({ points }) => points.map(({ x, middle }) => [x, middle]))).toEqual([
    [
      [2, 22],
      [3, 64],
    ],
    [
      [2, 24],
      [3, 49],
    ],
  ]);
  // From the first dimension on.
  expect(references.map(({ points }) => Array.from(points))).toEqual([
    [2, 22, 3, 62],
    [2, 24, 3, 49],
  ]);
});
