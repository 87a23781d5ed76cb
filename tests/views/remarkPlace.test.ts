import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { drawingTheme } from '../../src/app/theme.ts';
import { planeFrame } from '../../src/views/planeFrame.ts';
import { freePlace, remarkPlace } from '../../src/views/remarkPlace.ts';
import { SublevelMarks } from '../../src/views/SublevelMarks.tsx';

const frame = { width: 400, height: 300 };
const plate = { width: 100, height: 20 };
const place = (x: number, y: number, ...others: readonly (readonly [number, number])[]) =>
  remarkPlace([x, y], plate, 12, 6, frame, [[x, y], ...others]);

test('words stand to the right of their mark, to its left at the right side', () => {
  expect(place(200, 100)).toEqual([212, 90]);
  expect(place(390, 100)).toEqual([278, 90]);
});

test('they make way for other marks', () => {
  expect(place(200, 100, [230, 100])).toEqual([88, 90]);
  expect(place(200, 100, [230, 100], [150, 104])).toEqual([150, 68]);
  expect(place(200, 100, [230, 100], [150, 104], [190, 80])).toEqual([150, 112]);
});

test('they stay in the picture at its corners', () => {
  expect(place(20, 5, [60, 5])).toEqual([0, 17]);
  expect(place(200, 100, [230, 100], [150, 104], [190, 80], [190, 120])).toEqual([212, 68]);
});

test('where there is no free place, they cover a mark or are left out', () => {
  const others = [80, 100, 120].flatMap((y) => [130, 190, 210, 270].map((x) => [x, y] as const));
  expect(place(200, 100, ...others)).toEqual([212, 90]);
  expect(freePlace([200, 100], plate, 12, 6, frame, others)).toBeNull();
  expect(freePlace([200, 100], plate, 12, 6, frame, [[200, 100]])).toEqual([212, 90]);
  expect(remarkPlace([30, 10], plate, 12, 6, { width: 60, height: 15 }, [[30, 10]])).toEqual([0, 0]);
});

test('words on the contour make way for the points that are asked about; those at a pass have a free place or are none', () => {
  const drawn = (size: number, points: readonly (readonly [number, number])[]) =>
    renderToStaticMarkup(
      createElement(SublevelMarks, {
        leaves: [],
        joins: [],
        pass: { position: [0.5, 0.5], level: 2 },
        points,
        frame: planeFrame(
          [
            [0, 1],
            [0, 1],
          ],
          size,
          size,
        ),
        theme: drawingTheme('light'),
      }),
    );
  const plate = (markup: string) => Number(/<rect x="([-\d.]+)"/.exec(markup)?.[1] ?? Number.NaN);
  expect(plate(drawn(400, []))).toBeGreaterThan(200);
  expect(plate(drawn(400, [[0.6, 0.5]]))).toBeLessThan(200);
  expect(plate(drawn(60, []))).toBeNaN();
});
