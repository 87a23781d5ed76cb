import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlaneFrame, planeFrame } from '../../src/views/planeFrame.ts';
import { thinPath } from '../../src/views/thin.ts';
import { absolutePath } from './absolutePath.ts';

/** 100 by 100 pixels that are the plane's units, t upwards. */
const frame: PlaneFrame = planeFrame(
  [
    [0, 100],
    [0, 100],
  ],
  100,
  100,
);

const thin = (...points: [number, number][]) => thinPath(Float64Array.from(points.flat()), frame);

/** Vertices of a path's data. */
function verticesOf(d: string): [number, number][] {
  return absolutePath(d)
    .split(/[ML]/)
    .slice(1)
    .map((pair) => pair.split(' ').map(Number) as [number, number]);
}

describe('thinPath', () => {
  it('keeps vertices that can be told apart and turns t upwards', () => {
    expect(absolutePath(thin([10, 10], [20, 10], [20, 30]).d)).toBe('M10 90L20 90L20 70');
  });

  it('drops what is closer than 0.7 pixels, but not the last point', () => {
    expect(absolutePath(thin([10, 10], [10.3, 10], [10.6, 10], [20, 10], [20.5, 10]).d)).toBe('M10 90L20 90L20.5 90');
  });

  it('says which iterates it kept and how long the data is up to each', () => {
    const path = thin([10, 10], [10.3, 10], [20, 10], [30, 10]);
    expect([...path.iterates]).toEqual([0, 2, 3]);
    expect(absolutePath(path.d.slice(0, path.ends[1]))).toBe('M10 90L20 90');
    expect(path.ends[2]).toBe(path.d.length);
  });

  it('is interrupted by points that are not finite', () => {
    expect(absolutePath(thin([10, 10], [20, 10], [Number.NaN, 10], [30, 10], [40, 10]).d)).toBe(
      'M10 90L20 90M30 90L40 90',
    );
  });

  it('clips what leaves the padded rectangle, and comes back', () => {
    const path = thin([50, 50], [1050, 50], [1050, 80], [50, 80]);
    expect(absolutePath(path.d)).toBe('M50 50L140 50M140 20L50 20');
    expect([...path.iterates]).toEqual([0, -1, -1, 3]);
  });

  it('draws a segment that only crosses the rectangle', () => {
    expect(absolutePath(thin([-1000, 50], [1000, 50]).d)).toBe('M-40 50L140 50');
  });

  it('draws nothing of a path that stays outside', () => {
    expect(thin([1000, 1000], [1001, 2000], [5000, 1000]).d).toBe('');
  });

  it('keeps the direction to a point at 1e300', () => {
    const [, end] = verticesOf(thin([50, 50], [1e300, 1e300]).d);
    expect(end![0] - 50).toBeCloseTo(50 - end![1], 6);
    expect(end![0]).toBeCloseTo(140, 6);
  });

  it('writes only small finite numbers, stays within 0.7 pixels of the input and never reorders', () => {
    const coordinate = fc.oneof(fc.double(), fc.double({ min: -50, max: 150, noNaN: true }));
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { maxLength: 60 }), (points) => {
        const path = thin(...points);
        for (const [x, y] of verticesOf(path.d)) {
          expect(Math.abs(x)).toBeLessThanOrEqual(141);
          expect(Math.abs(y)).toBeLessThanOrEqual(141);
        }
        const kept = [...path.iterates].filter((iterate) => iterate >= 0);
        expect(kept).toEqual([...kept].sort((a, b) => a - b));
        points.forEach(([s, t], k) => {
          if (s < 0 || s > 100 || t < 0 || t > 100 || Number.isNaN(s + t)) return;
          const before = kept.filter((iterate) => iterate <= k).at(-1);
          expect(before).toBeDefined();
          const [s0, t0] = points[before!]!;
          expect(Math.hypot(s - s0, t - t0)).toBeLessThan(0.71);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('is unmoved by other paths thinned before or after it', () => {
    const first = thin([10, 10], [20, 10]);
    thin(...Array.from({ length: 9000 }, (_, k): [number, number] => [k % 100, (k * 7) % 100]));
    expect([...first.xs]).toEqual([10, 20]);
  });

  it('does not break a line that creeps', () => {
    const creeping = Array.from({ length: 900 }, (_, k): [number, number] => [5 + 0.1 * k, 10 + 0.03 * k]);
    const onAndOff = Array.from({ length: 900 }, (_, k): [number, number] => [5 + 0.1 * k, 50 + (k % 2)]);
    for (const path of [thin(...creeping), thin(...onAndOff)]) {
      expect(absolutePath(path.d).match(/M/g)).toHaveLength(1);
    }
  });

  it('leaves out of a tangle what lies on what is drawn, and nothing else', () => {
    const corner = fc.integer({ min: 20, max: 60 });
    const tangles = fc.array(fc.tuple(corner, corner), { minLength: 400, maxLength: 500 });
    fc.assert(
      fc.property(tangles, (corners) => {
        const path = thin(...(corners as [number, number][]));
        const drawn = segmentsOf(path.d);
        expect(drawn.length).toBeLessThan(path.count - 1);
        const away = ([x, y]: Vertex) => Math.min(...drawn.map((segment) => distance(x, y, segment)));
        for (let k = 1; k < path.count; k += 7) {
          const [x0, y0, x1, y1] = [path.xs[k - 1], path.ys[k - 1], path.xs[k], path.ys[k]] as Segment;
          for (const t of [0, 0.3, 0.5, 0.8, 1])
            expect(away([x0 + t * (x1 - x0), y0 + t * (y1 - y0)])).toBeLessThan(1.5);
        }
      }),
      { numRuns: 5 },
    );
  });
});

type Vertex = readonly [number, number];
type Segment = readonly [number, number, number, number];

/** The segments that path data draws. */
function segmentsOf(d: string): Segment[] {
  return absolutePath(d)
    .split('M')
    .slice(1)
    .flatMap((line) => {
      const vertices = line.split('L').map((pair) => pair.split(' ').map(Number) as [number, number]);
      return vertices.slice(1).map((end, k) => [...(vertices[k] as Vertex), ...end] as const);
    });
}

function distance(x: number, y: number, [x0, y0, x1, y1]: Segment): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const t = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x0 + t * dx - x, y0 + t * dy - y);
}
