import { describe, expect, it } from 'vitest';
import { cutLabel, labelRoom, placeEndLabels } from '../../src/views/endLabels.ts';
import { fieldValue } from '../../src/views/fieldValue.ts';
import { chartMargins } from '../../src/views/figures/chartFrame.ts';
import { keyboardStep } from '../../src/views/keyboardStep.ts';
import { markPlaces } from '../../src/views/markPlaces.ts';
import { planeFrame } from '../../src/views/planeFrame.ts';
import { nearestIterate, recordAt, screenPaths, verticesUpTo } from '../../src/views/screenPaths.ts';
import { thinPath } from '../../src/views/thin.ts';
import { isSameShallow } from '../../src/views/useStable.ts';
import { squareField, trajectoryThrough } from './fields.ts';

const frame = planeFrame(
  [
    [0, 100],
    [0, 100],
  ],
  100,
  100,
);

describe('screenPaths', () => {
  it('thins a trajectory again only for new points or a new frame', () => {
    const a = trajectoryThrough([
      [0, 0],
      [50, 50],
    ]);
    const b = trajectoryThrough([
      [0, 0],
      [50, 50],
    ]);
    const first = screenPaths([a, b], frame);
    expect(screenPaths([a], frame)[0]).toBe(first[0]);
    expect(first[0]).not.toBe(first[1]);
    expect(screenPaths([a], { ...frame })[0]).not.toBe(first[0]);
  });
});

describe('nearestIterate', () => {
  const lines = [
    {
      ...trajectoryThrough([
        [10, 10],
        [50, 50],
      ]),
      id: 'a',
    },
    {
      ...trajectoryThrough([
        [12, 10],
        [90, 10],
      ]),
      id: 'b',
      iterations: Float64Array.of(0, 250),
    },
  ];
  const paths = screenPaths(lines, frame);
  it('finds the nearest iterate of all lines and gives its iteration', () => {
    expect(nearestIterate(lines, paths, 11.5, 90, 10)).toEqual({ trajectoryId: 'b', iteration: 0 });
    expect(nearestIterate(lines, paths, 88, 89, 10)).toEqual({ trajectoryId: 'b', iteration: 250 });
  });
  it('finds none beyond its reach', () => expect(nearestIterate(lines, paths, 70, 30, 10)).toBeNull());
  it('never finds the clipped end of a line', () => {
    const leaving = [
      trajectoryThrough([
        [50, 50],
        [5000, 50],
      ]),
    ];
    expect(nearestIterate(leaving, screenPaths(leaving, frame), 140, 50, 10)).toBeNull();
  });
});

describe('recordAt', () => {
  const iterations = Float64Array.of(0, 10, 20);
  it('gives the last record at or before an iteration', () => {
    expect([-1, 0, 9, 10, 25].map((iteration) => recordAt(iterations, iteration))).toEqual([-1, 0, 0, 1, 2]);
  });
});

it('verticesUpTo counts the kept vertices of the beginning of a path', () => {
  const path = thinPath(Float64Array.of(10, 10, 10.1, 10, 30, 10, 60, 10), frame);
  expect([-1, 0, 1, 2, 3].map((record) => verticesUpTo(path, record))).toEqual([0, 1, 1, 2, 3]);
});

it('verticesUpTo leaves out the clipped end of the step that has not been taken', () => {
  const path = thinPath(Float64Array.of(50, 50, 5000, 50), frame);
  expect(path.count).toBe(2);
  expect(verticesUpTo(path, 0)).toBe(1);
});

it('markPlaces keeps markers apart, also where a path comes back', () => {
  const to = Array.from({ length: 40 }, (_, k): [number, number] => [2 * k, 50]);
  const path = thinPath(Float64Array.from([...to, ...to.toReversed()].flat()), frame);
  const places = markPlaces(path, 20);
  expect(places.map((k) => path.xs[k]!)).toEqual([0, 20, 40, 60]);
});

it('keyboardStep moves by the span over 50, 10 with Shift, 200 with Alt', () => {
  const box = [
    [0, 100],
    [0, 1000],
  ] as const;
  const press = (key: string, shiftKey = false, altKey = false) => keyboardStep({ key, shiftKey, altKey }, box);
  expect(press('ArrowRight')).toEqual([2, 0]);
  expect(press('ArrowUp', true)).toEqual([0, 100]);
  expect(press('ArrowDown', false, true)).toEqual([0, -5]);
  expect(press('a')).toBeNull();
});

describe('fieldValue', () => {
  const field = squareField((x, y) => 3 * x - y + 1, -1, 1, 5);
  it('is exact for linear functions, at grid points and between them, to the edges', () => {
    for (const [x, y] of [
      [-1, -1],
      [1, 1],
      [0.13, -0.77],
      [0.5, 1],
    ] as const) {
      expect(fieldValue(field, x, y)).toBeCloseTo(3 * x - y + 1, 12);
    }
  });
  it('is NaN outside and beside a gap', () => {
    expect(fieldValue(field, 1.01, 0)).toBeNaN();
    expect(
      fieldValue(
        squareField((x) => (x > 0.9 ? Number.NaN : 1), -1, 1, 5),
        0.6,
        0,
      ),
    ).toBeNaN();
  });
});

describe('names beside the ends of curves', () => {
  const names = ['Heavy ball', 'Perturbed gradient descent'];

  it('the room that they need lets each be whole', () => {
    for (const scale of [1, 1.5]) {
      const room = labelRoom(names, scale);
      expect(names.map((name) => cutLabel(name, room, scale))).toEqual(names);
    }
  });

  it('within less they are cut, and a wide chart gives more than a narrow one', () => {
    expect(cutLabel('Perturbed gradient descent', 112, 1)).toBe('Perturbed grad…');
    const right = (width: number) => chartMargins(1, width, names, 1).right;
    expect([right(400), right(667)]).toEqual([112, labelRoom(names, 1)]);
    expect(right(667)).toBeGreaterThan(right(500));
    expect(chartMargins(1, 1000, ['Adam'], 1).right).toBe(112);
    expect(chartMargins(1, 400, null, 1).right).toBe(12);
  });
});

describe('placeEndLabels', () => {
  const at = (...ys: number[]) => ys.map((y, k) => ({ text: String(k), y }));
  it('leaves labels alone that do not touch', () => {
    expect(placeEndLabels(at(10, 50), 12, 0, 100).map(({ y }) => y)).toEqual([10, 50]);
  });
  it('pushes crowded labels apart, in order, inside the limits', () => {
    const placed = placeEndLabels(at(98, 99, 97), 12, 0, 100);
    expect(placed.map(({ text }) => text)).toEqual(['2', '0', '1']);
    expect(placed.map(({ y }) => y)).toEqual([76, 88, 100]);
  });
  it('leaves out those for which there is no room', () => {
    expect(placeEndLabels(at(1, 2, 3, 4, 5), 30, 0, 60)).toHaveLength(3);
  });
});

it('isSameShallow compares one level and nested arrays', () => {
  expect(isSameShallow({ a: 1, b: [1, [2]] }, { a: 1, b: [1, [2]] })).toBe(true);
  expect(
    isSameShallow(
      [
        [0, 1],
        [0, 2],
      ],
      [
        [0, 1],
        [0, 3],
      ],
    ),
  ).toBe(false);
  expect(isSameShallow({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(isSameShallow({ a: {} }, { a: {} })).toBe(false);
});
