import { describe, expect, test } from 'vitest';
import { type BandChart, type BandPoint, bandRanges, onAxis } from '../../src/views/figures/BandChart.ts';
import { strokeFor } from '../../src/views/palette.ts';

const point = (x: number, middle: number, low = middle, high = middle): BandPoint => ({
  x,
  middle,
  low,
  high,
  lines: [],
  full: '',
});

const chart = (
  points: readonly BandPoint[],
  yScale: BandChart['yScale'],
  bounds: readonly number[] = [],
): BandChart => ({
  title: '',
  xName: 'k',
  yScale,
  series: [{ id: 'a', label: '', stroke: strokeFor(0), points }],
  references: [{ id: 'a', label: '', points: Float64Array.from(bounds.flatMap((y, k) => [k + 1, y])) }],
  legend: '',
  summary: '',
});

describe('the axes of bands', () => {
  test('hold medians and quartiles, whichever reaches farther', () => {
    const { x, y } = bandRanges(chart([point(1, 10, 5, 20), point(4, 1000, 900, 2000)], 'log'));
    expect(x[0]).toBeLessThan(1);
    expect(x[1]).toBeGreaterThan(4);
    expect(y[0]).toBeLessThan(Math.log10(5));
    expect(y[1]).toBeGreaterThan(Math.log10(2000));
    expect(y[1]).toBeLessThan(Math.log10(2000) + 0.5);
  });

  test('are not stretched by what is infinite, nor far by a line of theory', () => {
    const points = [point(1, 10), point(2, 100, 90, Number.POSITIVE_INFINITY), point(3, Number.POSITIVE_INFINITY)];
    const measured = bandRanges(chart(points, 'log'));
    const bounded = bandRanges(chart(points, 'log', [10, 100, 1e16]));
    expect(measured.y[1]).toBeLessThan(2.2);
    expect(bounded.y[1]).toBeGreaterThan(measured.y[1]);
    expect(bounded.y[1]).toBeLessThan(2.5);
  });

  test('hold what is marked', () => {
    const measured = chart([point(1, 10), point(2, 20)], 'linear');
    const marked = bandRanges({ ...measured, marks: [{ x: 3, label: '', short: '' }] });
    expect(marked.x[1]).toBeGreaterThan(3);
    expect(marked.y).toEqual(bandRanges(measured).y);
  });

  test('begin at nothing where lengths are compared', () => {
    expect(bandRanges(chart([point(1, 10), point(2, 100)], 'linear')).y[0]).toBe(0);
  });

  test('are there even where nothing was found', () => {
    expect(bandRanges(chart([], 'log'))).toEqual({ x: [0, 1], y: [0, 1] });
    expect(bandRanges(chart([point(1, Number.POSITIVE_INFINITY)], 'log'))).toEqual({ x: [0, 1], y: [0, 1] });
  });

  test('have no place for the logarithm of nothing', () => {
    expect(onAxis(0, 'log')).toBeNaN();
    expect(onAxis(100, 'log')).toBe(2);
    expect(onAxis(0, 'linear')).toBe(0);
  });
});
