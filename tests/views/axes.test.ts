import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { drawingTheme } from '../../src/app/theme.ts';
import { ChartAxes } from '../../src/views/ChartAxes.tsx';
import type { Chart } from '../../src/views/figures/Chart.ts';
import { chartFrame, chartMargins } from '../../src/views/figures/chartFrame.ts';
import { planeFrame } from '../../src/views/planeFrame.ts';
import { SpaceFrame } from '../../src/views/SpaceFrame.tsx';
import { StartHandle } from '../../src/views/StartHandle.tsx';

const theme = drawingTheme('light');

test('a chart names the powers of ten that multiply its numbers', () => {
  const chart: Chart = {
    title: 'λ_min(∇²f)',
    by: 'iterations',
    yScale: 'linear',
    xRange: [0, 200_000],
    yRange: [-1e5, 2.4e6],
    series: [],
    references: [],
    legend: [],
    notes: [],
  };
  const frame = chartFrame([...chart.xRange, ...chart.yRange], 230, 100);
  const margins = chartMargins(1, 292, null, 1);
  const drawn = renderToStaticMarkup(createElement(ChartAxes, { chart, frame, margins, lines: 1, theme }));
  const words = drawn.replace(/<[^>]*>/g, ' ');
  expect(words).toContain('iteration  [10⁵]');
  expect(words).toMatch(/\(∇²f\) +\[10⁶\]/);
});

test('a start shows its whole number', () => {
  const frame = planeFrame(
    [
      [0, 1],
      [0, 1],
    ],
    100,
    100,
  );
  const shown = (label: string) => {
    const props = {
      start: { label, position: [0.5, 0.5] },
      index: 0,
      selected: false,
      frame,
      theme,
      names: ['x', 'y'],
    };
    const drawn = renderToStaticMarkup(createElement(StartHandle, props as never));
    return /<text[^>]*>(.*?)<\/text>/.exec(drawn)?.[1];
  };
  expect(['Start 7', 'Start 42', 'Start 102', 'End A'].map(shown)).toEqual(['7', '42', '102', 'A']);
});

test('the axes of three variables have typeset names', () => {
  const axis = (name: string) => ({ name, low: '-1', high: '1' });
  const drawn = renderToStaticMarkup(
    createElement(SpaceFrame, {
      extent: [1, 1, 1],
      axes: [axis('theta_3'), axis('x1'), axis('z')],
      project: () => true,
      theme,
      width: 100,
      height: 100,
      className: undefined,
    } as never),
  );
  const words = drawn.replace(/<[^>]*>/g, ' ').replace(/ +/g, ' ');
  expect(words).toContain('θ 3');
  expect(words).toContain('x 1');
  expect(words).not.toMatch(/theta|x1/);
});
