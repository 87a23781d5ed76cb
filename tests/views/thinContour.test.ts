import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SublevelContour } from '../../src/views/sublevelAreas.ts';
import { thinContour } from '../../src/views/thinContour.ts';

const isNever = (count: number): boolean[] => new Array<boolean>(count).fill(false);

/** A closed line around the origin at these distances from it. */
function around(radii: readonly number[]): SublevelContour {
  const points = radii.flatMap((radius, k) => {
    const angle = (2 * Math.PI * k) / radii.length;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  return { points, onSide: isNever(radii.length) };
}

const pointsOf = ({ points, onSide }: SublevelContour): (readonly [number, number])[] =>
  onSide.map((_, k) => [points[2 * k] as number, points[2 * k + 1] as number]);

/** How far a point lies from a segment. */
function distance(
  [x, y]: readonly [number, number],
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
) {
  const [dx, dy] = [bx - ax, by - ay];
  const share = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}

test('what is left out lies close to the line between the neighbours that are kept', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.2, max: 3, noNaN: true }), { minLength: 9, maxLength: 80 }),
      fc.constantFrom(0.01, 0.1, 0.5),
      (radii, tolerance) => {
        const whole = pointsOf(around(radii));
        const kept = pointsOf(thinContour(around(radii), tolerance));
        expect(kept[0]).toEqual(whole[0]);
        let before = 0;
        for (const point of whole) {
          if (kept[before + 1]?.every((coordinate, i) => coordinate === point[i])) before++;
          const [a, b] = [kept[before], kept[(before + 1) % kept.length]] as const;
          expect(distance(point, a as readonly [number, number], b as readonly [number, number])).toBeLessThanOrEqual(
            tolerance * (1 + 1e-9),
          );
        }
        expect(before).toBe(kept.length - 1);
      },
    ),
    { numRuns: 300 },
  );
});

test('a circle of many points keeps a few', () => {
  const { points } = thinContour(around(new Array<number>(400).fill(1)), 0.01);
  expect(points.length / 2).toBeGreaterThan(12);
  expect(points.length / 2).toBeLessThan(60);
});

test('the ends of pieces along a side are kept, and which they are', () => {
  const corners = [0, 0, 1, 0, 2, 0, 3, 0, 4, 0, 4, 1, 4, 2, 4, 3, 4, 4, 2, 4, 0, 4, 0, 2];
  const onSide = [false, false, true, true, false, false, false, false, false, false, false, false];
  const thin = thinContour({ points: corners, onSide }, 0.1);
  expect(pointsOf(thin)).toEqual([
    [0, 0],
    [2, 0],
    [4, 0],
    [4, 4],
    [0, 4],
  ]);
  expect(thin.onSide).toEqual([false, true, false, false, false]);
});
