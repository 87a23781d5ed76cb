import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { norm2 } from '../../../src/core/linalg/vectors.ts';
import type { Objective } from '../../../src/core/objective/Objective.ts';
import {
  axesSection,
  eigenvectorSection,
  isOwnPlane,
  lift,
  pointsSection,
  principalSection,
  project,
  randomSection,
  type Section,
  sectionCurvature,
  varianceShare,
} from '../../../src/core/objective/section.ts';
import { Rng } from '../../../src/core/rng.ts';
import { objectiveOf } from '../formula/objectiveOf.ts';

const number = fc.double({ min: -10, max: 10, noNaN: true });
const cloud = fc
  .integer({ min: 2, max: 6 })
  .chain((n) => fc.tuple(fc.constant(n), fc.array(number, { minLength: 3 * n, maxLength: 12 * n })))
  .map(([n, list]) => ({ n, points: Float64Array.from(list.slice(0, list.length - (list.length % n))) }));

function product(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}

function expectOrthonormal({ u, v }: Section): void {
  expect(product(u, u)).toBeCloseTo(1, 12);
  expect(product(v, v)).toBeCloseTo(1, 12);
  expect(product(u, v)).toBeCloseTo(0, 12);
}

/** Share of the variance along u and v, straight from the definition. */
function directShare(points: Float64Array, { u, v }: Section): number {
  const n = u.length;
  const m = points.length / n;
  const mean = Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let p = 0; p < m; p++) sum += points[p * n + i] as number;
    return sum / m;
  });
  let shown = 0;
  let total = 0;
  for (let p = 0; p < m; p++) {
    const offset = Float64Array.from(mean, (value, i) => (points[p * n + i] as number) - value);
    shown += product(offset, u) ** 2 + product(offset, v) ** 2;
    total += product(offset, offset);
  }
  return shown / total;
}

/** ½ Σ (i + 1) x_i², whose Hessian is diag(1, …, n), or all NaN. */
function bowl(n: number, finite = true): Objective {
  const unused = () => {
    throw new Error('only the Hessian is asked for');
  };
  return {
    dimension: n,
    value: unused,
    gradient: unused,
    valueAndGradient: unused,
    hvp: unused,
    hessian: (_x, out) => {
      out.fill(finite ? 0 : Number.NaN);
      for (let i = 0; finite && i < n; i++) out[i * n + i] = i + 1;
      return out;
    },
    exact: { gradient: true, hessian: true },
  };
}

describe('planes', () => {
  it('along two axes: s and t are the coordinates themselves', () => {
    const section = axesSection(Float64Array.of(1, 2, 3, 4), 3, 1);
    const { coordinates, distances } = project(section, Float64Array.of(1, 2, 3, 4, 7, 5, 3, 6));
    expect(Array.from(coordinates)).toEqual([4, 2, 6, 5]);
    expect(Array.from(distances)).toEqual([0, 6]);
    expect(Array.from(lift(section, 9, 8))).toEqual([1, 8, 3, 9]);
  });

  it('along two eigenvectors: the directions of the k-th and l-th least eigenvalue', () => {
    const section = eigenvectorSection(bowl(5), Float64Array.of(1, 1, 1, 1, 1), 0, 3) as Section;
    expect(Array.from(section.origin)).toEqual([1, 1, 1, 1, 1]);
    expect(Array.from(section.u)).toEqual([1, 0, 0, 0, 0]);
    expect(Array.from(section.v)).toEqual([0, 0, 0, 1, 0]);
    expect(eigenvectorSection(bowl(5, false), new Float64Array(5), 0, 1)).toBeNull();
  });

  it('refuses directions that do not span a plane', () => {
    expect(() => axesSection(new Float64Array(3), 1, 1)).toThrow('two different directions of 3; got 1 and 1');
    expect(() => axesSection(new Float64Array(3), 0, 3)).toThrow(RangeError);
    expect(() => eigenvectorSection(bowl(3), new Float64Array(3), -1, 0)).toThrow(RangeError);
    expect(() => principalSection([new Float64Array(4)], 1)).toThrow(RangeError);
  });
});

describe('project and lift', () => {
  it('are inverse on the plane, and the distance is Pythagorean', () => {
    fc.assert(
      fc.property(cloud, number, number, ({ n, points }, s, t) => {
        const section = principalSection([points], n);
        const onPlane = lift(section, s, t);
        const back = project(section, onPlane);
        expect(back.coordinates[0]).toBeCloseTo(s, 10);
        expect(back.coordinates[1]).toBeCloseTo(t, 10);
        expect(back.distances[0]).toBeCloseTo(0, 10);

        const { coordinates, distances } = project(section, points);
        for (let p = 0; p < distances.length; p++) {
          const point = points.subarray(p * n, (p + 1) * n);
          const [a, b] = [coordinates[2 * p] as number, coordinates[2 * p + 1] as number];
          const foot = lift(section, a, b);
          const gap = norm2(Float64Array.from(point, (x, i) => x - (foot[i] as number)));
          const offset = norm2(Float64Array.from(point, (x, i) => x - (section.origin[i] as number)));
          expect(distances[p]).toBeCloseTo(gap, 10);
          expect(a * a + b * b + gap * gap).toBeCloseTo(offset * offset, 8);
        }
      }),
    );
  });

  it('fills the out that it is given and marks points that are not finite', () => {
    const section = axesSection(new Float64Array(3), 0, 1);
    const out = new Float64Array(3);
    expect(lift(section, 1, 2, out)).toBe(out);
    const { coordinates, distances } = project(section, Float64Array.of(Number.NaN, 0, 0, 1, 2, 3));
    expect(coordinates[0]).toBeNaN();
    expect(distances[0]).toBeNaN();
    expect(Array.from(coordinates.subarray(2))).toEqual([1, 2]);
  });
});

describe('principal components', () => {
  it('are orthonormal, and their share agrees with the definition and beats every pair of axes', () => {
    fc.assert(
      fc.property(cloud, ({ n, points }) => {
        const section = principalSection([points], n);
        expectOrthonormal(section);
        const share = varianceShare(section, [points]);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        // The definition, computed as it stands, loses the variance of points that are nearly equal to rounding.
        fc.pre(Math.max(...points.map((value, k) => Math.abs(value - (points[k % n] as number)))) > 1e-3);
        expect(share).toBeCloseTo(directShare(points, section), 9);
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < i; j++) {
            const axes = varianceShare(axesSection(new Float64Array(n), i, j), [points]);
            expect(axes).toBeLessThanOrEqual(share + 1e-12);
          }
        }
      }),
    );
  });

  it('knows a cloud by hand: variances 50, 8, 2 along the axes y, z, x', () => {
    const points = Float64Array.of(6, 0, 0, 4, 0, 0, 5, 5, 0, 5, -5, 0, 5, 0, 2, 5, 0, -2);
    const section = principalSection([points], 3);
    expect(Array.from(section.origin, (x) => Math.round(x * 1e12) / 1e12)).toEqual([5, 0, 0]);
    for (const [i, value] of [0, 1, 0].entries()) expect(section.u[i]).toBeCloseTo(value, 14);
    for (const [i, value] of [0, 0, 1].entries()) expect(section.v[i]).toBeCloseTo(value, 14);
    expect(varianceShare(section, [points])).toBeCloseTo(58 / 60, 14);
    expect(varianceShare(axesSection(new Float64Array(3), 0, 2), [points])).toBeCloseTo(10 / 60, 14);
  });

  it('takes several trajectories as one set, and leaves out what is not finite', () => {
    const whole = Float64Array.of(1, 0, 0, 0, 3, 0, 0, 0, 2, 4, 1, 1);
    const parts = [whole.slice(0, 6), Float64Array.of(Infinity, 0, 0), whole.slice(6), new Float64Array(0)];
    expect(principalSection(parts, 3)).toEqual(principalSection([whole], 3));
    expect(varianceShare(axesSection(new Float64Array(3), 0, 1), parts)).toBe(
      varianceShare(axesSection(new Float64Array(3), 0, 1), [whole]),
    );
  });

  it('shows all of points that are equal, collinear or none', () => {
    const equal = Float64Array.of(0.1, 0.2, 0.3, 0.1, 0.2, 0.3, 0.1, 0.2, 0.3);
    const flat = principalSection([equal], 3);
    expect(Array.from(flat.u)).toEqual([1, 0, 0]);
    expect(Array.from(flat.v)).toEqual([0, 1, 0]);
    expect(varianceShare(flat, [equal])).toBe(1);
    expect(Array.from(principalSection([], 3).origin)).toEqual([0, 0, 0]);

    const line = Float64Array.from({ length: 30 }, (_, k) => Math.floor(k / 3) * ((k % 3) + 1));
    const along = principalSection([line], 3);
    expectOrthonormal(along);
    const direction = [1, 2, 3].map((d) => d / Math.sqrt(14));
    for (const [i, value] of direction.entries()) expect(along.u[i]).toBeCloseTo(value, 12);
    expect(varianceShare(along, [line])).toBeCloseTo(1, 14);
  });

  it('works for points that are huge or tiny', () => {
    const shape = [1, 0, 0, -1, 0, 0, 0, 3, 0, 0, -3, 0, 0, 0, 2, 0, 0, -2];
    for (const scale of [1e-200, 1e200]) {
      const points = Float64Array.from(shape, (x) => x * scale);
      const section = principalSection([points], 3);
      expect(Array.from(section.u)).toEqual([0, 1, 0]);
      expect(varianceShare(section, [points])).toBeCloseTo(26 / 28, 12);
    }
  });
});

describe('pointsSection', () => {
  it('holds its three points: the first at the origin, the second to the right, the third above', () => {
    const triples = fc.integer({ min: 2, max: 40 }).chain((n) => {
      const point = fc.array(number, { minLength: n, maxLength: n }).map((list) => Float64Array.from(list));
      return fc.tuple(point, point, point);
    });
    fc.assert(
      fc.property(triples, ([a, b, c]) => {
        const section = pointsSection(a, b, c);
        expectOrthonormal(section);
        const { coordinates, distances } = project(section, Float64Array.of(...a, ...b, ...c));
        const size = Math.max(1, norm2(a), norm2(b), norm2(c));
        for (const distance of distances) expect(distance).toBeLessThan(1e-11 * size);
        expect([coordinates[0], coordinates[1]]).toEqual([0, 0]);
        const apart = norm2(b.map((coordinate, i) => coordinate - (a[i] as number)));
        expect(Math.abs((coordinates[2] as number) - apart)).toBeLessThan(1e-11 * size);
        expect(coordinates[3]).toBeCloseTo(0, 9);
        expect(coordinates[5]).toBeGreaterThanOrEqual(-1e-11 * size);
      }),
    );
  });

  it('finds some plane for points on a line or in one place', () => {
    const a = Float64Array.of(1, 2, 3);
    for (const [b, c] of [
      [a, a],
      [Float64Array.of(2, 4, 6), Float64Array.of(3, 6, 9)],
      [Float64Array.of(1, 2, 4), a],
    ] as const) {
      expectOrthonormal(pointsSection(a, b, c));
      expect(pointsSection(a, b, c)).toEqual(pointsSection(a, b, c));
    }
  });

  it('refuses points of different spaces', () => {
    expect(() => pointsSection(new Float64Array(3), new Float64Array(3), new Float64Array(2))).toThrow(/3, 3 and 2/);
  });
});

describe('randomSection', () => {
  it('goes through its point along directions of the seed', () => {
    const point = Float64Array.from({ length: 33 }, (_, i) => i);
    const draw = (seed: number) => randomSection(point, Rng.seeded(seed));
    expect(draw(1).origin).toEqual(point);
    expectOrthonormal(draw(1));
    expect(draw(1)).toEqual(draw(1));
    expect(Math.abs(product(draw(1).u, draw(2).u))).toBeLessThan(0.7);
  });
});

describe('sectionCurvature', () => {
  // Its Hessian [[2, 1, 0], [1, 2, 0], [0, 0, 5]] has the eigenvalues 1, 3 and 5.
  const f = objectiveOf('x^2 + y^2 + x*y + 5*z^2/2', ['x', 'y', 'z']);
  const x = Float64Array.of(0.3, -1, 2);

  it('is the Hessian’s block in a plane of two coordinates', () => {
    expect(Array.from(sectionCurvature(f, x, axesSection(x, 0, 2)).values)).toEqual([2, 5]);
    const { values } = sectionCurvature(f, x, axesSection(x, 0, 1));
    expect(values[0]).toBeCloseTo(1, 14);
    expect(values[1]).toBeCloseTo(3, 14);
  });

  it('follows the directions of a tilted plane', () => {
    const u = Float64Array.of(Math.SQRT1_2, Math.SQRT1_2, 0);
    const { values } = sectionCurvature(f, x, { origin: new Float64Array(3), u, v: Float64Array.of(0, 0, 1) });
    expect(values[0]).toBeCloseTo(3, 14);
    expect(values[1]).toBeCloseTo(5, 14);
  });

  it('is nothing where f has no value', () => {
    const g = objectiveOf('log(x) + y^2');
    expect(sectionCurvature(g, Float64Array.of(-1, 0), axesSection(new Float64Array(2), 0, 1)).values[0]).toBeNaN();
  });
});

describe('isOwnPlane', () => {
  it('tells the plane of the two variables from every other', () => {
    expect(isOwnPlane(axesSection(Float64Array.of(3, 4), 0, 1))).toBe(true);
    expect(isOwnPlane(axesSection(Float64Array.of(3, 4), 1, 0))).toBe(false);
    expect(isOwnPlane(axesSection(new Float64Array(3), 0, 1))).toBe(false);
    const shifted = { origin: Float64Array.of(1, 0), u: Float64Array.of(1, 0), v: Float64Array.of(0, 1) };
    expect(isOwnPlane(shifted)).toBe(false);
  });
});
