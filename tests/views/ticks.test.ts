import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearTicks, logTicks, niceStep, ticksSuffix, wholeTicks } from '../../src/views/ticks.ts';

const labels = (ticks: { ticks: readonly { label: string }[] }) => ticks.ticks.map(({ label }) => label);

describe('wholeTicks', () => {
  it('has no half iterations, however short the runs', () => {
    expect(labels(wholeTicks(0, 1, 3))).toEqual(['0', '1']);
    expect(labels(wholeTicks(0, 10, 4))).toEqual(['0', '5', '10']);
    expect(labels(wholeTicks(0, 351, 3))).toEqual(['0', '200']);
  });

  it('takes a power of ten out of long runs, and says so', () => {
    const long = wholeTicks(0, 200_000, 3);
    expect(labels(long)).toEqual(['0', '1', '2']);
    expect(ticksSuffix(long)).toBe('  [10⁵]');
  });
});

describe('ticksSuffix', () => {
  it('says what labels are counted from', () => {
    expect(ticksSuffix(linearTicks(0, 5, 3))).toBe('');
    expect(ticksSuffix({ offset: '1.5', power: '' })).toBe(' − 1.5');
    expect(ticksSuffix({ offset: '−1.5', power: '10⁻⁸' })).toBe(' + 1.5  [10⁻⁸]');
  });
});

describe('linearTicks', () => {
  it('writes all labels with the same decimals and a true minus sign', () => {
    expect(labels(linearTicks(-2, 2, 5))).toEqual(['−2', '−1', '0', '1', '2']);
    expect(labels(linearTicks(-0.5, 1, 6))).toEqual(['−0.50', '−0.25', '0.00', '0.25', '0.50', '0.75', '1.00']);
  });

  it('makes a scale of a narrow axis too: one label is none', () => {
    expect(labels(linearTicks(-1.5, 1.2, 2.65))).toEqual(['−1', '0', '1']);
    expect(labels(linearTicks(0.1, 1.2, 1))).toEqual(['0.5', '1.0']);
  });

  it('counts from an offset where the axis is zoomed in far', () => {
    const { ticks, offset } = linearTicks(1.0000001, 1.0000002, 4);
    expect(offset).toBe('1.00000015');
    expect(ticks.length).toBeGreaterThan(2);
    for (const { value } of ticks) expect(value >= 1.0000001 - 1e-12 && value <= 1.0000002 + 1e-12).toBe(true);
    expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
  });

  it('takes a common power of ten out of large and small numbers', () => {
    const large = linearTicks(0, 4e7, 4);
    expect([labels(large), large.power]).toEqual([['0', '1', '2', '3', '4'], '10⁷']);
    const small = linearTicks(-1e-310, 1e-310, 2);
    expect([labels(small), small.power]).toEqual([['−1', '0', '1'], '10⁻³¹⁰']);
  });

  it('gives distinct ascending labels inside any interval', () => {
    const number = fc.double({ min: -1e15, max: 1e15, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 2, max: 12 }), (a, b, count) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        if (!(high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high)) && high - low > 1e-300)) return;
        const { ticks } = linearTicks(low, high, count);
        expect(ticks.length).toBeLessThanOrEqual(2 * count + 2);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
        ticks.slice(1).forEach(({ value }, k) => {
          expect(value).toBeGreaterThan(ticks[k]!.value);
        });
        const slack = (high - low) * 1e-6;
        for (const { value } of ticks) expect(value >= low - slack && value <= high + slack).toBe(true);
      }),
    );
  });

  it('gives none where there is no interval', () => {
    expect(linearTicks(1, 1, 5).ticks).toEqual([]);
    expect(linearTicks(0, Number.NaN, 5).ticks).toEqual([]);
  });
});

describe('logTicks', () => {
  it('takes whole decades, thinned to the count', () => {
    expect(labels(logTicks(-6, 2, 4))).toEqual(['10⁻⁶', '10⁻⁴', '10⁻²', '1', '10²']);
  });
  it('adds 2 and 5 within less than two decades', () => {
    expect(labels(logTicks(-0.5, 1.1, 4))).toEqual(['0.5', '1', '2', '5', '10']);
    expect(labels(logTicks(1.2, 2.8, 4))).toEqual(['20', '50', '100', '200', '500']);
    expect(labels(logTicks(6.9, 8.1, 4))).toEqual(['10⁷', '2×10⁷', '5×10⁷', '10⁸']);
  });
});

describe('niceStep', () => {
  it('is 1, 2, 2.5 or 5 times a power of ten, not below span / count', () => {
    expect([niceStep(10, 10), niceStep(10, 6), niceStep(10, 4.5), niceStep(10, 3), niceStep(1e-7, 9)]).toEqual([
      1,
      2,
      2.5,
      5,
      expect.closeTo(2e-8, 20),
    ]);
  });
});
