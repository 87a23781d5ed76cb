import { expect, test } from 'vitest';
import { describePublished, type OwnCurve } from '../../../src/app/labs/paths/describePublished.ts';
import { lengthsChart } from '../../../src/app/labs/paths/lengthsChart.ts';
import { freemanBrunaFigures } from '../../../src/core/networks/freemanBrunaFigures.ts';
import type { PathLengthsExperiment } from '../../../src/scenario/types.ts';
import { bandRanges } from '../../../src/views/figures/BandChart.ts';

const { cubic, quadratic } = freemanBrunaFigures;
const known = [{ name: 'Least error of a constant', short: 'best constant', value: 81 / 512 }];
const row = {
  level: 0.3,
  connected: 2,
  attempted: 2,
  pairs: 2,
  withoutValue: 0,
  normalizedLength: { median: 1.1, q25: 1.05, q75: 1.2 },
  shortenedLength: null,
  beads: { median: 3, q25: 3, q75: 3 },
};
const experiment: PathLengthsExperiment = {
  kind: 'path-lengths',
  pairs: 4,
  levels: [0.1],
  method: { id: 'dynamic-string-sampling' },
  training: { method: { id: 'adam' }, iterations: 1500 },
};
const own = (of: PathLengthsExperiment, rows: OwnCurve['rows'] = []): OwnCurve => ({
  landscape: { id: 'polynomial-regression', params: { points: 100 } },
  experiment: of,
  rows,
  isWhole: true,
});
const nameOf = (id: string) => `<${id}>`;

test('a published curve stands beside ours on axes that hold both', () => {
  const chart = lengthsChart([row], cubic, known);
  expect(chart.series.map(({ id, points }) => [id, points.length])).toEqual([
    ['found', 1],
    ['published', cubic.points.length],
  ]);
  expect(chart.series[0]?.stroke).not.toEqual(chart.series[1]?.stroke);
  expect(chart.marks).toMatchObject([{ x: 81 / 512, short: 'best constant 0.158' }]);
  const { x, y } = bandRanges(chart);
  expect([x[0] < 0.01, x[1] > 0.3, y[0], y[1] > 2.538]).toEqual([true, true, 1, true]);
});

test('without one nothing stands beside ours', () => {
  const chart = lengthsChart([row], null, []);
  expect(chart.series.map(({ id }) => id)).toEqual(['found']);
  expect(chart.marks).toEqual([]);
});

test('the words say how ours was measured', () => {
  const words = describePublished(cubic, own(experiment), known, nameOf);
  expect(words).toContain(cubic.origin);
  expect(words).toContain('4 pairs trained on 100 points by <adam> in at most 1,500 steps');
  expect(words).toContain('lengths are over all parameters');
  const ends = [[0], [1]];
  const given = describePublished(cubic, own({ ...experiment, pairs: [ends], lengthOver: [0] }), known, nameOf);
  expect(given).toContain('1 given pair;');
  expect(given).toContain('lengths are over 1 of the parameters');
});

test('the words name the level of the peak only where a peak stands there', () => {
  expect(describePublished(cubic, own(experiment), known, nameOf)).toContain(
    'peak, 2.538, stands at the error of the best constant',
  );
  expect(describePublished(quadratic, own(experiment), known, nameOf)).not.toContain('peak');
});

test('the words say where ours has not the peak of the paper', () => {
  const at = (median: number) => ({ ...row, level: 0.158, normalizedLength: { median, q25: median, q75: median } });
  const words = (median: number) => describePublished(cubic, own(experiment, [at(median)]), known, nameOf);
  expect(words(1.002)).toContain('Ours has none, 1.002 there');
  expect(words(1.002)).toContain('At 0.1580 the paper’s paths have 3.430 beads, ours 3.');
  const partial = { ...own(experiment, [at(1.002)]), isWhole: false };
  expect(describePublished(cubic, partial, known, nameOf)).not.toContain('Ours has none');
  expect(words(2.3)).not.toContain('Ours has none');
});
