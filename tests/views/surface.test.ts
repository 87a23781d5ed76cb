import { describe, expect, it } from 'vitest';
import { surfaceCaption, surfaceTrace } from '../../src/views/figures/surface.ts';
import { surfaceIterate, surfaceLine } from '../../src/views/figures/surfaceLines.ts';
import { surfaceMarkTraces } from '../../src/views/figures/surfaceMarks.ts';
import { levelScale } from '../../src/views/levels.ts';
import { linear, squareField, trajectoryThrough } from './fields.ts';

const bowl = (x: number, y: number) => x * x + y * y;
const field = squareField(bowl, -1, 1, 81);
const scale = levelScale(field, linear);
const place = {
  field,
  scale,
  box: [
    [-1, 1],
    [-1, 1],
  ] as const,
};

describe('surfaceLine', () => {
  it('follows the surface between distant iterates instead of cutting through it', () => {
    const { x, y, z } = surfaceLine(
      trajectoryThrough(
        [
          [-0.9, 0],
          [0.9, 0],
        ],
        bowl,
      ),
      place,
    );
    const middle = x.findIndex((value) => Math.abs(value) < 0.03);
    expect(middle).toBeGreaterThan(0);
    expect(Math.abs(z[middle]! - scale.toUnit(bowl(x[middle]!, y[middle]!)))).toBeLessThan(0.03);
    expect(z[0]!).toBeGreaterThan(scale.toUnit(0.81));
  });

  it('stands at its own f where the iterates are off the plane that is shown', () => {
    const { x, z } = surfaceLine(
      trajectoryThrough(
        [
          [-0.9, 0],
          [0.9, 0],
        ],
        (s, t) => bowl(s, t) + 0.5,
      ),
      place,
    );
    const middle = x.findIndex((value) => Math.abs(value) < 0.03);
    expect(z[middle]!).toBeGreaterThan(scale.toUnit(0.48));
  });

  it('is broken where the trajectory leaves the box, the scale or the numbers', () => {
    const { x, z } = surfaceLine(
      trajectoryThrough(
        [
          [0, 0],
          [0.5, 0],
          [5, 0],
          [0.5, 0.5],
          [Number.NaN, 0],
        ],
        bowl,
      ),
      place,
    );
    x.forEach((value, k) => {
      expect(Number.isNaN(z[k]!) || Math.abs(value) <= 1).toBe(true);
    });
    expect(z.some(Number.isNaN)).toBe(true);
    expect(Number.isNaN(z.at(-1)!)).toBe(true);
  });
});

it('surfaceLine has no point outside the box, however near', () => {
  const near = [
    [0.5, 0],
    [1.05, 0],
    [0.5, 0.1],
  ] as const;
  const { x, z } = surfaceLine(
    trajectoryThrough(near, () => 1),
    place,
  );
  expect(x.some((value) => value > 1)).toBe(true);
  x.forEach((value, k) => {
    if (value > 1) expect(z[k]).toBeNaN();
  });
});

it('surfaceIterate finds the iterate of an iteration and refuses one off the surface', () => {
  const trajectory = trajectoryThrough(
    [
      [0, 0],
      [0.5, 0],
      [3, 0],
    ],
    bowl,
  );
  expect(surfaceIterate(trajectory, 1.7, place)?.slice(0, 2)).toEqual([0.5, 0]);
  expect(surfaceIterate(trajectory, 2, place)).toBeNull();
});

describe('surfaceTrace', () => {
  const pole = squareField((x, y) => (Math.hypot(x, y) < 0.1 ? 1e9 : y > 0.9 ? Number.NaN : x), -1, 1, 41);
  const poleScale = levelScale(pole, linear);
  it('is cut where the scale is, with holes and never a height outside it', () => {
    const { z } = surfaceTrace(pole, poleScale, linear) as { z: Float64Array[] };
    const heights = z.flatMap((row) => [...row]);
    expect(heights.filter((height) => height < 0 || height > 1)).toEqual([]);
    expect(z[20]![20]).toBeNaN();
    expect(z[40]![3]).toBeNaN();
    expect(z[0]![40]).toBeCloseTo(poleScale.toUnit(1), 12);
  });
  it('says where it is cut, and nothing where it is whole', () => {
    expect(surfaceCaption(poleScale)).toMatch(/^Surface cut above at f = \S+\.$/);
    expect(surfaceCaption(scale)).toBe('');
  });
});

describe('surfaceMarkTraces', () => {
  const start = (s: number, t: number, label: string) => ({ position: [s, t] as const, label });
  const trajectory = trajectoryThrough(
    [
      [0, 0],
      [0.5, 0],
    ],
    bowl,
  );
  const content = {
    field,
    contourStyle: linear,
    theme: { name: 'light', text: '', mutedText: '', background: '', gridLine: '', scale: 1 } as const,
    axisNames: ['x', 'y'] as const,
    trajectories: [trajectory],
    starts: [start(0.2, 0.2, 'Start 1'), start(5, 0, 'Start 2'), start(-0.4, 0, 'Start 12')],
    selectedStart: 2,
    position: 1,
    highlighted: null,
  };
  const [marks, numbers] = surfaceMarkTraces(content, place) as unknown as [
    { x: number[]; z: number[]; marker: { color: string[] } },
    { x: number[]; z: number[]; text: string[] },
  ];

  it('numbers the starts that are on the surface, the selected one inverted', () => {
    expect(numbers.text).toEqual(['1', '12']);
    expect(numbers.x).toEqual([0.2, -0.4]);
    expect(marks.marker.color[0]).not.toBe(marks.marker.color[1]);
  });

  it('lifts marks off the slope, and the numbers before their marks', () => {
    expect(marks.x).toEqual([0.2, -0.4, 0.5]);
    marks.x.forEach((x, k) => {
      expect(marks.z[k]!).toBeGreaterThan(scale.toUnit(bowl(x, k === 0 ? 0.2 : 0)) + 0.03);
    });
    numbers.z.forEach((z, k) => {
      expect(z).toBeGreaterThan(marks.z[k]!);
    });
  });
});
