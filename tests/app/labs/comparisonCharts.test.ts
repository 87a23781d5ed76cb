import { describe, expect, test } from 'vitest';
import { comparisonCharts, distribution, shownRows } from '../../../src/app/labs/comparison/comparisonCharts.ts';
import type { MethodComparison } from '../../../src/core/descent/compareMethods.ts';
import type { IterationChart } from '../../../src/views/figures/IterationChart.ts';

const times = Float64Array.of(0, 2, 2, 5);
const iterations = Float64Array.of(0, 1, 2, 4, 9, 99);
const falling = (top: number) => iterations.map((k) => top / (1 + Math.min(k, 9)));

function row(methodIndex: number, more: Partial<MethodComparison> = {}): MethodComparison {
  const band = { iterations, q25: falling(1), median: falling(2), q75: falling(4) };
  const base = { methodIndex, method: '', runs: 4, reached: 4, times, median: 2, q25: 1, q75: 3, least: 0 };
  return { ...base, band, stuck: [], ...more };
}

const methods = [{ id: 'gradient-descent' }, { id: 'adam' }];
const charts = (rows: readonly MethodComparison[], minimumValue?: number) =>
  comparisonCharts({ rows, minimumValue }, methods) as [IterationChart, IterationChart];

describe('the empirical distribution', () => {
  test('steps at each time by how many arrive then, and ends at reached/runs', () => {
    const { iterations: at, shares } = distribution({ times, runs: 8 }, 20);
    expect([...at]).toEqual([0, 2, 5, 20]);
    expect([...shares]).toEqual([1 / 8, 3 / 8, 4 / 8, 4 / 8]);
  });

  test('of runs none of which arrives stays at 0', () => {
    const { iterations: at, shares } = distribution({ times: new Float64Array(), runs: 3 }, 10);
    expect([...at]).toEqual([0, 10]);
    expect([...shares]).toEqual([0, 0]);
  });

  test('tells how many have arrived at the pointer', () => {
    const [series] = charts([row(0, { runs: 8, reached: 4 })])[0].series;
    expect(series?.label).toBe('4/8');
    expect(series?.tell(3, 1).lines).toEqual(['Gradient descent', 'iteration 3', '3 of 8 runs have arrived']);
  });
});

describe('the charts', () => {
  test('end soon after the last event where all arrive, else with the last iteration', () => {
    const [arrivals, gap] = charts([row(0), row(1)]);
    expect(arrivals.last).toBe(Math.ceil(1.4 * 9));
    expect(gap.last).toBe(arrivals.last);
    expect(charts([row(0), row(1, { reached: 3 })])[0].last).toBe(99);
  });

  test('measure f from the known minimum, or from the least value of any method', () => {
    expect(charts([row(0)], -1)[1].series[0]?.middle[0]).toBe(3);
    const [, gap] = charts([row(0, { least: 0.1 }), row(1, { least: -0.5 })]);
    expect(gap.legend[0]).toContain('−0.5000');
    expect(gap.legend[0]).toContain('best');
    expect(gap.series[0]?.middle[0]).toBe(2.5);
    expect(gap.series[0]?.band?.high[0]).toBe(4.5);
  });

  test('say why a curve is broken', () => {
    expect(charts([row(0)], 0)[1].legend[0]).not.toContain('gaps');
    const atZero = { iterations, q25: falling(0), median: falling(0), q75: falling(1) };
    expect(charts([row(0, { band: atZero })], 0)[1].legend[0]).toContain('gaps where');
  });

  test('leave out hidden methods and those without a run', () => {
    const hidden = [{ id: 'gradient-descent', visible: false }, { id: 'adam' }];
    const found = { rows: [row(0), row(1)], minimumValue: undefined };
    expect(shownRows(found, hidden).map(({ method }) => method.id)).toEqual(['adam']);
    expect(comparisonCharts({ rows: [], minimumValue: undefined }, hidden).map(({ series }) => series)).toEqual([
      [],
      [],
    ]);
  });
});
