import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barTicks } from '../../src/views/barTicks.ts';
import { levelScale } from '../../src/views/levels.ts';
import { linear, log, squareField } from './fields.ts';

const bowl = squareField((x, y) => x * x + y * y);

describe('linear levels', () => {
  it('are equally spaced round numbers over the whole range', () => {
    const scale = levelScale(bowl, linear);
    expect(scale.levels).toEqual([0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8].map((level) => expect.closeTo(level, 12)));
    expect([scale.low, scale.high, scale.cutBelow, scale.cutAbove]).toEqual([0, 2, false, false]);
  });

  it('are where unitStart and unitStep say', () => {
    const scale = levelScale(bowl, linear);
    scale.levels.forEach((level, k) => {
      expect(scale.toUnit(level)).toBeCloseTo(scale.unitStart + k * scale.unitStep, 12);
    });
  });

  it('are not spoiled by a pole: the scale is cut and says so', () => {
    const pole = squareField((x, y) => (Math.hypot(x, y) < 0.06 ? 1e12 : x + y));
    const scale = levelScale(pole, linear);
    expect(scale.cutAbove).toBe(true);
    expect(scale.cutBelow).toBe(false);
    expect(scale.high).toBeLessThan(10);
    expect(scale.levels.length).toBeGreaterThan(5);
  });
});

describe('a linear scale with a pole downwards', () => {
  it('is cut below', () => {
    const scale = levelScale(
      squareField((x, y) => (Math.hypot(x, y) < 0.06 ? -1e12 : x + y)),
      linear,
    );
    expect([scale.cutBelow, scale.cutAbove]).toEqual([true, false]);
    expect(scale.low).toBeGreaterThan(-10);
  });
});

describe('log levels', () => {
  it('are equally spaced in log(f − min + δ) and begin at the minimum', () => {
    const scale = levelScale(bowl, log);
    expect(scale.levels).toHaveLength(12);
    expect(scale.fromUnit(0)).toBe(0);
    const ratios = scale.levels.slice(2).map((level, k) => {
      const [before, beforeThat] = [scale.levels[k + 1]!, scale.levels[k]!];
      return (level - before) / (before - beforeThat);
    });
    for (const ratio of ratios) expect(ratio).toBeCloseTo(ratios[0]!, 6);
    expect(ratios[0]).toBeGreaterThan(1.3);
  });

  it('resolve a valley that a linear scale does not', () => {
    const rosenbrock = squareField((x, y) => 100 * (y - x * x) ** 2 + (1 - x) ** 2, -2, 3, 101);
    expect(levelScale(rosenbrock, log).levels.filter((level) => level < 1).length).toBeGreaterThan(1);
    expect(levelScale(rosenbrock, linear).levels.filter((level) => level > 0 && level < 1)).toHaveLength(0);
  });
});

describe('any field', () => {
  const hard = {
    constant: squareField(() => 3),
    'rounding noise': squareField((x) => 1e6 + (x > 0 ? 1e-10 : 0)),
    'nothing finite': squareField(() => Number.NaN),
    'infinite half': squareField((x, y) => (x > 0 ? Number.POSITIVE_INFINITY : y)),
    '1e300': squareField((x, y) => 1e300 * x * y),
    'the largest doubles': squareField((x) => Number.MAX_VALUE * x),
    exponential: squareField((x) => Math.exp(690 * x)),
    denormal: squareField((x) => 5e-324 * Math.round(3 * x)),
    tiny: squareField((x, y) => 1e-300 * (x + y)),
    'two values': squareField((x) => (x > 0 ? 1 : 0)),
  };
  for (const [name, field] of Object.entries(hard)) {
    for (const style of [linear, log]) {
      it(`gives finite, ascending, few levels and ticks: ${name}, ${style.scale}`, () => {
        const scale = levelScale(field, style);
        expect(scale.levels.length).toBeLessThanOrEqual(30);
        expect(scale.levels.every(Number.isFinite)).toBe(true);
        expect(Number.isFinite(scale.unitStart) && scale.unitStep > 0).toBe(true);
        scale.levels.slice(1).forEach((level, k) => {
          expect(level).toBeGreaterThanOrEqual(scale.levels[k]!);
        });
        for (const tick of barTicks(scale, 6).ticks) {
          expect(scale.toUnit(tick.value)).toBeGreaterThanOrEqual(-1e-9);
          expect(scale.toUnit(tick.value)).toBeLessThanOrEqual(1 + 1e-9);
          expect(tick.label).not.toMatch(/NaN|undefined/);
        }
      });
    }
  }

  it('maps values to positions in order, non-finite ones to NaN', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noDefaultInfinity: false }), { minLength: 16, maxLength: 16 }),
        fc.constantFrom(linear, log),
        (values, style) => {
          const scale = levelScale(gridOf(values), style);
          const finite = values.filter(Number.isFinite).sort((a, b) => a - b);
          const units = finite.map(scale.toUnit);
          units.forEach((unit, k) => {
            expect(unit).toBeGreaterThanOrEqual(-0.5);
            expect(unit).toBeLessThanOrEqual(1.5);
            if (k > 0) expect(unit).toBeGreaterThanOrEqual(units[k - 1]! - 1e-12);
          });
          expect(scale.toUnit(Number.NaN)).toBeNaN();
          expect(scale.toUnit(Number.POSITIVE_INFINITY)).toBeNaN();
        },
      ),
    );
  });
});

function gridOf(values: readonly number[]) {
  const finite = values.filter(Number.isFinite);
  const axis = Float64Array.of(0, 1, 2, 3);
  return {
    xs: axis,
    ys: axis,
    z: Float64Array.from(values),
    min: finite.length > 0 ? Math.min(...finite) : Number.NaN,
    max: finite.length > 0 ? Math.max(...finite) : Number.NaN,
  };
}
