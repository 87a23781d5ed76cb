import { describe, expect, it } from 'vitest';
import { type ChartRun, chartSeries } from '../../src/views/figures/Chart.ts';
import { contourFigure } from '../../src/views/figures/contour.ts';
import { gradientNormChart } from '../../src/views/figures/gradientNorm.ts';
import { leastEigenvalueChart } from '../../src/views/figures/leastEigenvalue.ts';
import { objectiveGapChart } from '../../src/views/figures/objectiveGap.ts';
import { levelScale } from '../../src/views/levels.ts';
import { strokeFor } from '../../src/views/palette.ts';
import type { DrawingTheme } from '../../src/views/types.ts';
import { linear, log, squareField } from './fields.ts';

const theme: DrawingTheme = {
  name: 'light',
  text: '#000000',
  mutedText: '#555555',
  background: '#ffffff',
  gridLine: '#eeeeee',
  scale: 1,
};

function chartRun(values: readonly number[], more: Partial<ChartRun> = {}): ChartRun {
  return {
    id: 'a',
    label: 'A',
    stroke: strokeFor(0),
    iterations: Float64Array.from(values, (_, k) => 10 * k),
    values: Float64Array.from(values),
    gradientNorms: Float64Array.from(values),
    minEigenvalues: null,
    ...more,
  };
}

describe('objectiveGapChart', () => {
  it('draws values that mean something across the chart, where they lie within it', () => {
    const level = { name: 'Error of a constant', short: 'constant', value: 0.3 };
    const lowest = { value: 0, source: 'known' } as const;
    const chart = objectiveGapChart([chartRun([3, 0.5, 0.1])], lowest, [level, { ...level, value: 90 }]);
    const [reference, ...others] = chart.references;
    expect(others).toEqual([]);
    expect(reference?.dashed).toBe(true);
    expect(Array.from(reference?.points ?? [])).toEqual([0, Math.log10(0.3), 20, Math.log10(0.3)]);
    expect(chart.legend[0]).toMatch(/Error of a constant, f.=.0\.3000; f\*/);
    for (const wording of chart.legend) expect(wording).toMatch(/constant.*; f\*/);
  });

  it('draws log₁₀(f − f*) by iteration and says which f* it is', () => {
    const chart = objectiveGapChart([chartRun([102, 3, 2])], { value: 2, source: 'known' });
    expect([...chart.series[0]!.points]).toEqual([0, 2, 10, 0, 20, Number.NaN]);
    expect(chart.xRange).toEqual([0, 20]);
    expect(chart.yRange[0]).toBeLessThan(0);
    expect(chart.yRange[1]).toBeGreaterThan(2);
    expect(chart.notes).toEqual(['Where f = f* the curve has a gap.']);
  });

  it('counts evaluations where the runs have them, and still knows the iterations', () => {
    const run = chartRun([102, 12, 3]);
    const by = (work?: Float64Array) => objectiveGapChart([{ ...run, work }], { value: 2, source: 'known' });
    const chart = by(Float64Array.of(0, 3, 9));
    expect([...chart.series[0]!.points]).toEqual([0, 2, 3, 1, 9, 0]);
    expect([...chart.series[0]!.iterations]).toEqual([0, 10, 20]);
    expect([chart.xRange, chart.by]).toEqual([[0, 9], 'evaluations']);
    // The values are the same array: what was kept of them must not be taken for the other axis.
    expect([...by().series[0]!.points]).toEqual([0, 2, 10, 1, 20, 0]);
    expect([by().xRange, by().by]).toEqual([[0, 20], 'iterations']);
  });

  it('says in every wording of its legend which f* it is', () => {
    const legend = (source: 'known' | 'seen') => objectiveGapChart([chartRun([3, 2])], { value: 2, source }).legend;
    for (const wording of legend('known')) expect(wording).toMatch(/^f\*.*known/);
    for (const wording of legend('seen')) expect(wording).toMatch(/^f\*.*best.seen/);
    expect(legend('seen').at(-1)!.length).toBeLessThan(16);
  });

  it('draws no iterate where f is not finite, and none of its measurements', () => {
    const run = chartRun([4, 2, Number.NaN, Number.NEGATIVE_INFINITY], {
      gradientNorms: Float64Array.of(1, 10, 100, 1000),
    });
    expect(objectiveGapChart([run], { value: 0, source: 'seen' }).series[0]!.points.slice(4)).toEqual(
      Float64Array.of(20, Number.NaN, 30, Number.NaN),
    );
    const norms = gradientNormChart([run], null);
    expect([...norms.series[0]!.points]).toEqual([0, 0, 10, 1, 20, Number.NaN, 30, Number.NaN]);
    expect(norms.yRange[1]).toBeLessThan(2);
  });

  it('is not flattened by a run that diverges, and says that it leaves the chart', () => {
    const chart = objectiveGapChart([chartRun([10, 1, 0.1]), chartRun([10, 1e50, 1e300], { id: 'b' })], {
      value: 0,
      source: 'seen',
    });
    expect(chart.yRange[1]).toBeLessThan(6);
    expect(chart.notes).toContain('A diverging run leaves the chart at the top.');
  });

  it('survives runs without a single number, and no runs', () => {
    for (const runs of [[chartRun([Number.NaN, Number.POSITIVE_INFINITY])], []]) {
      const chart = objectiveGapChart(runs, { value: 0, source: 'seen' });
      expect([...chart.yRange, ...chart.xRange].every(Number.isFinite)).toBe(true);
      expect(chart.yRange[0]).toBeLessThan(chart.yRange[1]);
    }
  });
});

describe('gradientNormChart', () => {
  const bound = { method: 'Gradient descent', start: 'start 1', smoothness: 8 };
  it('draws the bound √(2L(f₀ − f*)/(N+1))', () => {
    const chart = gradientNormChart([chartRun([1, 0.1])], { ...bound, gap: 4 });
    const { points } = chart.references[0]!;
    expect(points[0]).toBe(0);
    expect(10 ** points[1]!).toBeCloseTo(Math.sqrt(2 * 8 * 4), 9);
    expect(points.at(-2)).toBe(10);
    expect(10 ** points.at(-1)!).toBeCloseTo(Math.sqrt((2 * 8 * 4) / 11), 9);
  });
  it('draws no bound from a gap that is not positive', () => {
    expect(gradientNormChart([chartRun([1])], { ...bound, gap: 0 }).references).toEqual([]);
  });
  it('names the run that the bound belongs to and what it presumes', () => {
    const { legend } = gradientNormChart([chartRun([1])], { ...bound, gap: 1 });
    const said = legend[0]!.replaceAll('\u00a0', ' ');
    expect(said).toContain('the bound for Gradient descent, start 1, assuming L = 1/η = 8');
    expect(gradientNormChart([chartRun([1])], { ...bound, gap: 0 }).legend).toEqual([]);
  });
});

describe('leastEigenvalueChart', () => {
  it('holds the zero line and the threshold even where no curve comes near', () => {
    const run = chartRun([1, 2], { minEigenvalues: Float64Array.of(5, 6) });
    const chart = leastEigenvalueChart([run], -3);
    expect(chart.references.map(({ points }) => points[1])).toEqual([0, -3]);
    expect(chart.legend[0]).toMatch(/−√\(ρε\).=.−3$/);
    expect(chart.yRange[0]).toBeLessThan(-3);
    expect(chart.yRange[1]).toBeGreaterThan(6);
  });
  it('leaves out runs without Hessians and says so', () => {
    const chart = leastEigenvalueChart([chartRun([1, 2])], null);
    expect(chart.series).toEqual([]);
    expect(chart.notes).toHaveLength(1);
  });
});

it('chartSeries keeps the iteration of every sample it keeps', () => {
  const ys = Float64Array.from({ length: 50_000 }, (_, k) => Math.sin(k));
  const run = chartRun([...ys]);
  const { points, iterations } = chartSeries(run, ys, null);
  expect(iterations.length).toBeLessThanOrEqual(600);
  iterations.forEach((iteration, k) => {
    expect(points[2 * k]).toBe(iteration);
    expect(points[2 * k + 1]).toBe(ys[iteration / 10]);
  });
});

it('chartSeries makes a curve anew where the values are measured from somewhere else', () => {
  const run = chartRun([10, 1]);
  expect(chartSeries(run, run.values, 0).points[1]).toBe(1);
  expect(chartSeries(run, run.values, -90).points[1]).toBe(2);
  expect(chartSeries(run, run.values, -90)).toBe(chartSeries(run, run.values, -90));
});

describe('contourFigure', () => {
  const field = squareField((x, y) => (x > 0.8 ? Number.NaN : x * x + y * y));
  for (const style of [linear, log]) {
    it(`gives Plotly the ${style.scale} levels as equal steps of positions, and only finite numbers`, () => {
      const scale = levelScale(field, style);
      const { data, layout } = contourFigure(field, scale, style, theme, 300, 200);
      const trace = data[0] as {
        z: Float64Array[];
        contours: { start: number; end: number; size: number };
        x: Float64Array;
      };
      expect(trace.z).toHaveLength(41);
      expect(trace.z.every((row) => row.length === 41 && row.every(Number.isFinite))).toBe(true);
      // Row 0 is the lowest y; column 20 is x = 0.
      expect(trace.z[0]![20]).toBeCloseTo(scale.toUnit(1), 12);
      const { start, end, size } = trace.contours;
      expect(Math.round((end - start) / size) + 1).toBe(scale.levels.length);
      expect(scale.fromUnit(start)).toBeCloseTo(scale.levels[0]!, 9);
      expect(layout).toMatchObject({ width: 300, height: 200, margin: { l: 0, r: 0, t: 0, b: 0 } });
    });
  }
});
