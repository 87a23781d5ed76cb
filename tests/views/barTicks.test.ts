import { describe, expect, it } from 'vitest';
import { barTicks, valueName } from '../../src/views/barTicks.ts';
import { levelScale } from '../../src/views/levels.ts';
import { linear, log, squareField } from './fields.ts';

const labelsOf = (f: (x: number, y: number) => number, style: typeof log, count: number, reach = 1) =>
  barTicks(levelScale(squareField(f, -reach, reach, 101), style), count).ticks.map(({ label }) => label);

describe('barTicks', () => {
  it('shows real values of f, each of one digit where the spacing allows', () => {
    const labels = labelsOf((x, y) => (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2, log, 6, 5);
    expect(labels.at(-1)).toBe('800');
    expect(labels.slice(1).every((label) => /^0?\.?[1-9]0*$/.test(label))).toBe(true);
  });

  it('gives all values on a log scale that are not whole the same decimals', () => {
    const camel = (x: number, y: number) => (4 - 2.1 * x * x + x ** 4 / 3) * x * x + x * y + (4 * y * y - 4) * y * y;
    const labels = labelsOf(camel, log, 8, 2);
    const decimals = labels.filter((label) => label.includes('.')).map((label) => label.split('.')[1]!.length);
    expect(decimals.length).toBeGreaterThan(2);
    expect(new Set(decimals).size).toBe(1);
  });

  it('names a shared power of ten instead of writing it on every tick', () => {
    const field = squareField((x, y) => 3.3e7 * (x * x + y * y - 0.3));
    for (const style of [linear, log]) {
      const ticks = barTicks(levelScale(field, style), 6);
      expect(ticks.power).toBe('10⁷');
      expect(ticks.ticks.every(({ label }) => label.length <= 5)).toBe(true);
    }
  });

  it('counts from the minimum, in few digits, where the values share many', () => {
    const scale = levelScale(
      squareField((x, y) => 1000 + 1e-6 * (x * x + y * y)),
      log,
    );
    const ticks = barTicks(scale, 5);
    const labels = ticks.ticks.map(({ label }) => label);
    expect(valueName(ticks)).toBe('f − min');
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.every((label) => label.length <= 6)).toBe(true);
    expect(scale.toUnit(ticks.ticks.at(-1)!.value)).toBeCloseTo(1, 1);
  });
});

it('valueName tells what the ticks are counted from and multiplied by', () => {
  expect(valueName({ ticks: [], offset: '', power: '' })).toBe('f');
  expect(valueName({ ticks: [], offset: '−2.5', power: '10⁻⁸' })).toBe('f + 2.5  [10⁻⁸]');
});
