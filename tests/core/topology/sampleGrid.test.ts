import { describe, expect, test } from 'vitest';
import { drain } from '../../../src/core/task.ts';
import { evenly, gridRefusal, MOST_VERTICES, sampleGrid } from '../../../src/core/topology/sampleGrid.ts';
import { formulaOf, settingOf } from './setting.ts';

test('the values at the vertices are those of f, the first variable fastest', () => {
  const cases = [
    { expression: 'exp(x)', variables: ['x'], sides: [4] },
    { expression: 'x - 10*y', variables: ['x', 'y'], sides: [4, 3] },
    { expression: 'x - 10*y + 100*z', variables: ['x', 'y', 'z'], sides: [4, 3, 5] },
  ];
  for (const { expression, variables, sides } of cases) {
    const box = variables.map((_, i) => [-1 - i, 2 + i] as const);
    const { f } = settingOf(formulaOf(expression, variables, box));
    const { axes, values } = drain(sampleGrid(f, box, sides));
    for (let v = 0; v < values.length; v++) {
      const [nx = 1, ny = 1] = sides;
      const place = [v % nx, Math.floor(v / nx) % ny, Math.floor(v / nx / ny)];
      const x = Float64Array.from(axes, (axis, i) => axis[place[i] as number] as number);
      expect(values[v]).toBe(f.value(x));
    }
  }
});

describe('an axis', () => {
  test('has both ends, and the middle where the count is odd', () => {
    const axis = evenly([-0.3, 0.3], 601);
    expect([axis[0], axis[300], axis[600]]).toEqual([-0.3, 0, 0.3]);
    for (let i = 0; i <= 600; i++) expect(axis[i]).toBe(0 - (axis[600 - i] as number));
  });
});

describe('refused with a sentence', () => {
  const { f } = settingOf({ id: 'himmelblau' });

  test('a box that is too narrow for its numbers', () => {
    expect(
      gridRefusal(
        [
          [1, 1 + 1e-14],
          [0, 1],
        ],
        [101, 101],
      ),
    ).toMatch(/^The interval \[1, 1.00000000000001\] is too/);
    expect(
      gridRefusal(
        [
          [-1e-300, 1e-300],
          [0, 1],
        ],
        [101, 101],
      ),
    ).toBeNull();
  });

  test('more vertices than fit', () => {
    expect(
      gridRefusal(
        [
          [0, 1],
          [0, 1],
        ],
        [4000, 4000],
      ),
    ).toMatch(/^The grid would have 16000000 vertices, and at most/);
    expect(
      gridRefusal(
        [
          [0, 1],
          [0, 1],
        ],
        [MOST_VERTICES / 1000, 1000],
      ),
    ).toBeNull();
    expect(() =>
      drain(
        sampleGrid(
          f,
          [
            [0, 1],
            [0, 1],
          ],
          [4000, 4000],
        ),
      ),
    ).toThrow(RangeError);
  });

  test('a box or a grid of another dimension', () => {
    expect(() => drain(sampleGrid(f, [[0, 1]], [5]))).toThrow('a grid of 1 sides over 1 intervals for 2 variables');
  });
});
