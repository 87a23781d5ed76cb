import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  positionOf,
  rangeAround,
  type SliderRange,
  valueAfterStep,
  valueAt,
} from '../../../src/app/controls/sliderScale.ts';
import { levelScale } from '../../../src/views/levels.ts';

const STEP_SIZES: SliderRange = { from: 1e-5, to: 1, scale: 'log' };
const MOMENTUM: SliderRange = { from: 0, to: 0.999, scale: 'linear' };
const ITERATIONS: SliderRange = { from: 10, to: 1e5, scale: 'log' };

const ranges = fc.oneof(
  fc
    .tuple(fc.integer({ min: -12, max: 8 }), fc.integer({ min: 1, max: 10 }))
    .map(([power, decades]): SliderRange => ({ from: 10 ** power, to: 10 ** (power + decades), scale: 'log' })),
  fc
    .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 1000 }), fc.constantFrom(1e-3, 1, 100))
    .map(([from, width, unit]): SliderRange => ({ from: from * unit, to: (from + width) * unit, scale: 'linear' })),
);

test('on the scale of a colour bar values stand where the bar has them, and each step of the keyboard moves', () => {
  const values = Float64Array.from({ length: 401 }, (_, k) => (k - 1) ** 2 / 100 - 1);
  const field = { xs: values, ys: Float64Array.of(0), z: values, min: -1, max: 1599 };
  for (const kind of ['log', 'linear'] as const) {
    const scale = levelScale(field, { colours: 'viridis', levels: 10, scale: kind });
    const range = { from: scale.low, to: scale.high, scale };
    expect(positionOf(30, range)).toBe(scale.toUnit(30));
    expect([valueAt(0, range), valueAt(1, range)]).toEqual([scale.low, scale.high]);
    expect(Math.abs(scale.toUnit(valueAt(0.3, range)) - 0.3)).toBeLessThan(1 / 1000);
    expect([positionOf(-1e9, range), positionOf(1e9, range)]).toEqual([0, 1]);
    let value = scale.low;
    for (let k = 0; k < 500; k++) {
      const next = valueAfterStep(value, 1, 'fine', range, 0);
      expect(next > value || next === scale.high).toBe(true);
      value = next;
    }
    expect(scale.toUnit(value)).toBeGreaterThan(0.9);
  }
});

describe('valueAt', () => {
  test('halfway of a log slider is the geometric mean, of a linear one the mean', () => {
    expect(valueAt(0.5, { from: 1e-4, to: 1, scale: 'log' })).toBe(0.01);
    expect(valueAt(0.5, { from: -3, to: 5, scale: 'linear' })).toBe(1);
  });

  test('gives no more digits than a slider can tell apart', () => {
    expect(valueAt(1 / 3, STEP_SIZES)).toBe(0.000464);
    expect(valueAt(1 / 3, MOMENTUM)).toBe(0.333);
    expect(valueAt(0.1, { from: -0.3, to: 0.7, scale: 'linear' })).toBe(-0.2);
  });

  test('hits both ends exactly and stays between them', () => {
    fc.assert(
      fc.property(ranges, fc.double({ min: -0.5, max: 1.5, noNaN: true }), (range, position) => {
        expect(valueAt(0, range)).toBe(range.from);
        expect(valueAt(1, range)).toBe(range.to);
        const value = valueAt(position, range);
        expect(value).toBeGreaterThanOrEqual(range.from);
        expect(value).toBeLessThanOrEqual(range.to);
      }),
    );
  });

  test('positionOf takes it back, to within the digits', () => {
    fc.assert(
      fc.property(ranges, fc.double({ min: 0, max: 1, noNaN: true }), (range, position) => {
        expect(Math.abs(positionOf(valueAt(position, range), range) - position)).toBeLessThan(0.0051);
      }),
    );
  });
});

test('values beyond the slider stand at its ends', () => {
  expect(positionOf(0, STEP_SIZES)).toBe(0);
  expect(positionOf(-3, STEP_SIZES)).toBe(0);
  expect(positionOf(40, STEP_SIZES)).toBe(1);
  expect(positionOf(-1, MOMENTUM)).toBe(0);
});

describe('valueAfterStep', () => {
  test('goes a hundredth of the slider, with Shift a tenth, with Alt a five-hundredth', () => {
    expect(valueAfterStep(0.01, 1, 'normal', STEP_SIZES, 0)).toBe(0.0112);
    expect(valueAfterStep(0.01, -1, 'coarse', STEP_SIZES, 0)).toBe(0.00316);
    expect(valueAfterStep(0.5, 1, 'fine', MOMENTUM, 0)).toBe(0.502);
  });

  test('whole numbers go by at least one, so that the keyboard is never stuck at the low end of a log slider', () => {
    expect(valueAfterStep(10, 1, 'fine', ITERATIONS, 1)).toBe(11);
    expect(valueAfterStep(12, -1, 'normal', ITERATIONS, 1)).toBe(11);
    expect(valueAfterStep(1000, 1, 'normal', ITERATIONS, 1)).toBe(1100);
  });

  test('moves in the direction asked for until the end, and then stays', () => {
    fc.assert(
      fc.property(
        ranges,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(1 as const, -1 as const),
        fc.constantFrom('fine' as const, 'normal' as const, 'coarse' as const),
        (range, position, direction, size) => {
          const value = valueAt(position, range);
          const next = valueAfterStep(value, direction, size, range, 0);
          const end = direction > 0 ? range.to : range.from;
          if (value === end) expect(next).toBe(end);
          else expect((next - value) * direction).toBeGreaterThan(0);
        },
      ),
    );
  });

  test('leaves a typed value beyond the end alone when pressed outwards', () => {
    expect(valueAfterStep(40, 1, 'normal', STEP_SIZES, 0)).toBe(40);
    expect(valueAfterStep(40, -1, 'normal', STEP_SIZES, 0)).toBeLessThan(1);
  });
});

describe('rangeAround', () => {
  test('is symmetric with a round bound of at least twice the value', () => {
    expect(rangeAround(0)).toEqual({ from: -1, to: 1, scale: 'linear' });
    expect(rangeAround(0.25)).toEqual({ from: -0.5, to: 0.5, scale: 'linear' });
    expect(rangeAround(-3)).toEqual({ from: -10, to: 10, scale: 'linear' });
    expect(rangeAround(1e-9)).toEqual({ from: -2e-9, to: 2e-9, scale: 'linear' });
  });

  test('always holds its value, and is never empty', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (value) => {
        const { from, to } = rangeAround(value);
        expect(from).toBeLessThan(to);
        expect(Math.abs(value)).toBeLessThanOrEqual(to);
      }),
    );
  });
});
