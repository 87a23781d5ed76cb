import { expect, test } from 'vitest';
import { sampledField } from '../../../src/app/labs/topology/sampledField.ts';
import { barPlace, yOfValue } from '../../../src/views/barPlace.ts';
import { levelScale } from '../../../src/views/levels.ts';
import { planeFrame } from '../../../src/views/planeFrame.ts';
import { forestOf, formulaOf } from '../../core/topology/setting.ts';

const style = { colours: 'viridis', levels: 12 } as const;
const waves = forestOf(formulaOf('sin(3*x) + 0.1*x^2', ['x'], [[-5, 5]]), 1001);
const HEIGHT = 600;

test('a level stands at one height in the graph of one variable and on its linear colour bar', () => {
  const field = sampledField(waves, 'linear');
  const scale = levelScale(field, { ...style, scale: 'linear' });
  const frame = planeFrame(
    [
      [-5, 5],
      [field.ys[0] as number, field.ys[1] as number],
    ],
    800,
    HEIGHT,
  );
  const place = barPlace(scale, HEIGHT, 1);
  for (const level of [-0.9, 0.5, 3]) {
    expect(yOfValue(place, scale, level)).toBeCloseTo(frame.tScale * level + frame.tShift, 6);
  }
  expect(sampledField(waves, 'linear')).toBe(field);
});

test('a logarithmic scale begins at the least value, and a constant has no limits but itself', () => {
  const { min, max } = sampledField(waves, 'log');
  expect([min, max]).toEqual([Math.min(...waves.values), Math.max(...waves.values)]);
  const flat = forestOf(formulaOf('2 + 0*x', ['x'], [[0, 1]]), 11);
  const field = sampledField(flat, 'linear');
  expect([field.min, field.max, [...field.ys]]).toEqual([2, 2, [1, 3]]);
});
