import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PathText } from '../../src/views/pathText.ts';
import { absolutePath } from './absolutePath.ts';

it('writes lines as differences, with no character that is not needed', () => {
  const text = new PathText();
  text.vertex('M', 12.5, -3);
  text.vertex('L', 13, -3.2);
  text.vertex('L', 13, 20);
  expect(text.toString()).toBe('M12.5-3l.5-.2l0 23.2');
});

it('comes to the coordinates rounded to tenths', () => {
  const coordinate = fc.oneof(fc.double({ min: -99_999, max: 99_999, noNaN: true }), fc.integer({ min: -20, max: 20 }));
  const text = new PathText();
  fc.assert(
    fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 20 }), (points) => {
      text.clear();
      points.forEach(([x, y], k) => {
        text.vertex(k === 0 ? 'M' : 'L', x, y);
      });
      // Adding zero turns −0 into 0.
      const plain = points.map(([x, y]) => `${Math.round(x * 10) / 10 + 0} ${Math.round(y * 10) / 10 + 0}`);
      expect(absolutePath(text.toString())).toBe(`M${plain.join('L')}`);
      expect(text.length).toBe(text.toString().length);
    }),
    { numRuns: 500 },
  );
});

it('grows with the path', () => {
  const text = new PathText();
  for (let k = 0; k < 50_000; k += 1) text.vertex(k === 0 ? 'M' : 'L', k % 1000, -k / 7);
  const vertices = absolutePath(text.toString()).split(/[ML]/).slice(1);
  expect(vertices).toHaveLength(50_000);
  expect(vertices[49_999]).toBe('999 -7142.7');
});
