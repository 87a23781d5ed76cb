import { expect, test } from 'vitest';
import { bandRanges } from '../../src/views/figures/BandChart.ts';
import { type EnergyChart, energyRanges, valueAtArc } from '../../src/views/figures/EnergyChart.ts';
import { strokeFor } from '../../src/views/palette.ts';
import { segmentLook } from '../../src/views/pathLooks.ts';

const chart: EnergyChart = {
  arcs: Float64Array.of(0, 1, 3),
  values: Float64Array.of(2, 4, Number.POSITIVE_INFINITY),
  beads: Float64Array.of(0, 3),
  segments: [{ state: 1, from: 0, to: 2 }],
  level: 6,
  peers: [],
  summary: '',
};

test('the axes hold the finite values, the level and the longest path', () => {
  const { x, y } = energyRanges(chart);
  expect(x).toEqual([0, 3]);
  expect(y[0]).toBeLessThan(2);
  expect(y[1]).toBeGreaterThan(6);
  const peer = { id: 'p', stroke: strokeFor(1), arcs: Float64Array.of(0, 9), values: Float64Array.of(-5, 1) };
  const wide = energyRanges({ ...chart, peers: [peer] });
  expect(wide.x[1]).toBe(9);
  expect(wide.y[0]).toBeLessThan(-5);
});

test('a value between two samples is taken linearly, and outside there is none', () => {
  expect(valueAtArc(chart, 0)).toBe(2);
  expect(valueAtArc(chart, 0.5)).toBe(3);
  expect(valueAtArc(chart, 4)).toBeNaN();
  expect(valueAtArc(chart, -1)).toBeNaN();
});

test('states of segments differ in colour and in dash', () => {
  const looks = [0, 1, 2].map(segmentLook);
  for (const key of ['colour', 'bright', 'dash', 'name'] as const)
    expect(new Set(looks.map((look) => look[key])).size).toBe(3);
  expect(segmentLook(9)).toBe(looks[0]);
});

test('a band chart over real numbers begins where it is told to', () => {
  const points = [0.01, 0.02].map((x) => ({ x, middle: 1.2, low: 1.1, high: 1.3, lines: [], full: '' }));
  const series = [{ id: 'a', label: '', stroke: strokeFor(0), points }];
  const shared = { title: '', xName: '', yScale: 'linear', series, references: [], legend: '', summary: '' } as const;
  const real = bandRanges({ ...shared, xTicks: 'real', base: 1 });
  expect(real.x[1] - real.x[0]).toBeLessThan(0.02);
  expect(real.y[0]).toBe(1);
  expect(bandRanges(shared).y[0]).toBe(0);
});
