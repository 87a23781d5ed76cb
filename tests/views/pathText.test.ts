import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PathText } from '../../src/views/pathText.ts';

it('writes coordinates as JavaScript would, rounded to tenths', () => {
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
      expect(text.toString()).toBe(`M${plain.join('L')}`);
      expect(text.length).toBe(text.toString().length);
    }),
    { numRuns: 500 },
  );
});

it('grows with the path', () => {
  const text = new PathText();
  for (let k = 0; k < 50_000; k += 1) text.vertex('L', k % 1000, -k / 7);
  const vertices = text.toString().split('L').slice(1);
  expect(vertices).toHaveLength(50_000);
  expect(vertices[49_999]).toBe('999 -7142.7');
});
