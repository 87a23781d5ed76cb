import { expect, test } from 'vitest';
import { trainingChart } from '../../../src/app/labs/paths/trainingChart.ts';
import { verticalRange } from '../../../src/views/figures/IterationChart.ts';

const curves = [
  { iterations: [0, 1, 10], values: [2, 1, 0.1] },
  { iterations: [0, 4], values: [0.5, 0.1] },
];

test('each end has a curve to its last step, and the level a line across', () => {
  const chart = trainingChart(curves, 0.13);
  expect(chart.title).toBe('f');
  expect(chart.last).toBe(10);
  expect(chart.series.map(({ label }) => label)).toEqual(['End 1', 'End 2', 'u']);
  expect([...(chart.series[0]?.middle ?? [])]).toEqual([2, 1, 0.1]);
  expect([...(chart.series[2]?.iterations ?? [])]).toEqual([0, 10]);
  expect(chart.series[0]?.tell(10, 2).lines).toEqual(['End 1', 'step 10', 'f = 0.1000']);
  expect(chart.summary).toContain('end 1 at 0.1000, end 2 at 0.1000; the level is 0.1300');
});

test('values that are not all positive are drawn above the lowest of them', () => {
  const chart = trainingChart([{ iterations: [0, 1, 2], values: [5, -100, -120] }], -110);
  expect(chart.title).toBe('f − min');
  expect([...(chart.series[0]?.middle ?? [])]).toEqual([125, 20, 0]);
  const [low, high] = verticalRange(chart);
  expect([Number.isFinite(low), Number.isFinite(high)]).toEqual([true, true]);
});
