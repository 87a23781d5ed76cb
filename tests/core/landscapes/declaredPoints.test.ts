import { describe, expect, it } from 'vitest';
import { inspectPoint } from '../../../src/core/critical/inspect.ts';
import type { KnownCriticalPoint, Landscape } from '../../../src/core/landscapes/Landscape.ts';
import { landscapeById } from '../../../src/core/landscapes/registry.ts';
import { norm2 } from '../../../src/core/linalg/vectors.ts';
import { CASES, type Case, caseOf } from './cases.ts';
import { COUNTS, KNOWN_CRITICAL_POINTS, type Printed, printedPoints } from './fixtures/knownCriticalPoints.ts';

function declared({ landscape, params }: Case): readonly KnownCriticalPoint[] {
  return landscape.criticalPoints?.(params) ?? [];
}

/** Rosenbrock's second minimum exists from four variables on. */
const ROSENBROCK_WITH_TWO_MINIMA = [4, 5, 6, 7].map((dimension) =>
  caseOf(landscapeById('rosenbrock') as Landscape, { dimension }),
);

function expectCritical({ f }: Case, point: KnownCriticalPoint, eigenvalues: readonly number[]): void {
  const x = Float64Array.from(point.x);
  const found = inspectPoint(f, x);
  const steepest = Math.max(1, ...eigenvalues.map(Math.abs));
  // Rounding the coordinates to 53 bits moves the gradient by up to 2^-53 |λ|max ‖x‖; the terms of f round as much.
  expect(found.gradientNorm).toBeLessThanOrEqual(1e-14 * steepest * (1 + norm2(x)));
  expect(found.type).toBe(point.type);
  expect(found.index).toBe(eigenvalues.filter((value) => value < 0).length);
  for (const [i, value] of eigenvalues.entries()) {
    expect(Math.abs((found.eigenvalues[i] as number) - value)).toBeLessThanOrEqual(1e-12 * steepest);
  }
}

/** A minimum without a Hessian: f is larger all around, and by more than a quadratic would be. */
function expectCusp({ f }: Case, point: KnownCriticalPoint): void {
  for (let i = 0; i < point.x.length; i++) {
    for (const h of [-1e-3, -1e-6, 1e-6, 1e-3]) {
      const x = Float64Array.from(point.x);
      x[i] = (x[i] as number) + h;
      expect(f.value(x) - point.value).toBeGreaterThan(0.1 * Math.abs(h));
    }
  }
}

describe.each([...CASES, ...ROSENBROCK_WITH_TWO_MINIMA].map((each) => [each.label, each] as const))('%s', (_, each) => {
  it('has its declared critical points, with their values, types, indices and eigenvalues', () => {
    for (const point of declared(each)) {
      expect(point.x.length).toBe(each.f.dimension);
      expect(Math.abs(each.f.value(Float64Array.from(point.x)) - point.value)).toBeLessThanOrEqual(
        1e-13 * each.f.dimension * Math.max(1, Math.abs(point.value)),
      );
      if (point.eigenvalues) expectCritical(each, point, point.eigenvalues);
      else expectCusp(each, point);
    }
  });

  it('declares no point twice, and none outside its box', () => {
    const points = declared(each);
    expect(new Set(points.map((point) => point.x.join())).size).toBe(points.length);
    for (const point of points) {
      for (const [i, [low, high]] of each.source.domain.entries()) {
        expect(point.x[i]).toBeGreaterThanOrEqual(low);
        expect(point.x[i]).toBeLessThanOrEqual(high);
      }
    }
  });

  it('has as its least value that of its lowest declared minimum', () => {
    const least = each.landscape.minimumValue?.(each.params);
    const minima = declared(each).filter((point) => point.type === 'minimum');
    if (least === undefined || minima.length === 0) return;
    expect(Math.abs(Math.min(...minima.map((point) => point.value)) - least)).toBeLessThanOrEqual(
      1e-12 * each.f.dimension,
    );
  });
});

describe('against numbers from elsewhere', () => {
  const known = Object.keys(KNOWN_CRITICAL_POINTS);
  /** Whole numbers are exact; 0.6 and not 0.5 units because of double rounding, and rounding of the value itself. */
  const agrees = (value: number, number: Printed) => Math.abs(value - number.value) <= 0.6 * number.unit;

  it.each(known)('%s: every known point is declared, to every digit', (id) => {
    const points = declared(caseOf(landscapeById(id) as Landscape));
    const printed = printedPoints(id);
    expect(printed.length).toBeGreaterThan(0);
    for (const expected of printed) {
      const matches = points.filter((point) => expected.x.every((c, i) => agrees(point.x[i] as number, c)));
      expect(matches.length, JSON.stringify(expected.x)).toBe(1);
      const [match] = matches as [KnownCriticalPoint];
      expect(match.type).toBe(expected.type);
      expect(agrees(match.value, expected.value), `${match.value} ${expected.value.value}`).toBe(true);
      for (const [i, value] of (expected.eigenvalues ?? []).entries()) {
        expect(agrees(match.eigenvalues?.[i] as number, value), `${match.eigenvalues?.[i]} ${value.value}`).toBe(true);
      }
    }
  });

  it.each(Object.entries(COUNTS))('%s: as many points of each type as there are', (id, counts) => {
    const found = { minimum: 0, saddle: 0, maximum: 0, degenerate: 0 };
    for (const point of declared(caseOf(landscapeById(id) as Landscape))) found[point.type]++;
    expect(found).toEqual({ ...counts, degenerate: 0 });
  });

  it('Ackley: the whole ring around the cusp', () => {
    const found = { minimum: 0, saddle: 0, maximum: 0, degenerate: 0 };
    for (const point of declared(caseOf(landscapeById('ackley') as Landscape))) found[point.type]++;
    expect(found).toEqual({ minimum: 5, saddle: 12, maximum: 4, degenerate: 0 });
  });
});
