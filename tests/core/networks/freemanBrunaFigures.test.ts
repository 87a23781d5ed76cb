import { expect, it } from 'vitest';
import { polynomialRegression } from '../../../src/core/landscapes/polynomialRegression.ts';
import { freemanBrunaFigures } from '../../../src/core/networks/freemanBrunaFigures.ts';
import { regressionNets } from '../../../src/core/networks/regressionNets.ts';

it('belongs to the landscape with the paper’s loss, and to no other', async () => {
  for (const target of ['quadratic', 'cubic'] as const) {
    const given = (loss: string) => polynomialRegression.publishedLengths?.({ target, loss, points: 100 });
    expect(await given('absolute')).toBe(freemanBrunaFigures[target]);
    expect(given('squared')).toBeNull();
  }
});

it('has ascending levels, and paths no shorter than straight with at least both ends', () => {
  for (const { points } of Object.values(freemanBrunaFigures)) {
    for (const [i, { level, normalizedLength, beads }] of points.entries()) {
      expect(level).toBeGreaterThan(points[i - 1]?.level ?? 0);
      expect(normalizedLength).toBeGreaterThanOrEqual(1);
      expect(beads).toBeGreaterThanOrEqual(2);
    }
  }
});

it('takes more beads the lower the level, but for the last points of the cubic', () => {
  for (const { points } of Object.values(freemanBrunaFigures)) {
    const beads = points.slice(0, 10).map((point) => point.beads);
    expect(beads).toEqual(beads.toSorted((a, b) => b - a));
  }
});

it('peaks on the cubic at the level next to the error of the best constant prediction', () => {
  const { points } = freemanBrunaFigures.cubic;
  const peak = points.reduce((best, point) => (point.normalizedLength > best.normalizedLength ? point : best));
  const constant = regressionNets.cubic.constantError.absolute;
  const nearest = points.reduce((best, point) =>
    Math.abs(point.level - constant) < Math.abs(best.level - constant) ? point : best,
  );
  expect(peak).toBe(nearest);
  expect(peak.normalizedLength).toBeGreaterThan(2.5);
});
