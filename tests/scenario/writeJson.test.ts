import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rows, writeJson } from '../../src/scenario/writeJson.ts';

const written = (value: unknown) => [...writeJson(value)].join('');

test('plain data is written as JSON.stringify writes it', () => {
  const data = fc.jsonValue({ maxDepth: 5 });
  fc.assert(
    fc.property(data, (value) => {
      fc.pre(!JSON.stringify(value, (_key, part) => (Object.is(part, -0) ? 'minus' : part)).includes('minus'));
      expect(written(value)).toBe(JSON.stringify(value));
    }),
  );
});

test('numbers keep every bit, in lists and in rows', () => {
  const numbers = fc.float64Array({ noNaN: true, noDefaultInfinity: true, maxLength: 2000 });
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 7 }), (values, columns) => {
      const whole = values.subarray(0, values.length - (values.length % columns));
      const text = written({ list: values, rows: new Rows(whole, columns) });
      const read = JSON.parse(text) as { list: number[]; rows: number[][] };
      expect(Float64Array.from(read.list)).toEqual(values);
      expect(Float64Array.from(read.rows.flat())).toEqual(whole);
      expect(read.rows.every((row) => row.length === columns)).toBe(true);
    }),
  );
});

test('a list longer than a piece of it is still one list', () => {
  const values = Float64Array.from({ length: 1300 }, (_, k) => k / 7);
  expect(JSON.parse(written(values))).toEqual([...values]);
});

test('numbers that are not finite are words, wherever they stand', () => {
  const values = Float64Array.of(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
  const words = ['NaN', 'Infinity', '-Infinity'];
  const text = written({ one: Number.NaN, list: values, rows: new Rows(values, 3), plain: [...values] });
  expect(JSON.parse(text)).toEqual({ one: 'NaN', list: words, rows: [words], plain: words });
});

test('empty and missing things', () => {
  expect(written({ a: [], b: {}, c: new Float64Array(), d: new Rows(new Float64Array(), 2), e: undefined })).toBe(
    '{"a":[],"b":{},"c":[],"d":[]}',
  );
});

test('a large report comes in pieces of moderate size', () => {
  const pieces = [...writeJson({ rows: new Rows(new Float64Array(1_000_000).fill(0.1), 2) })];
  expect(pieces.length).toBeGreaterThan(50);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(100_000);
});

test('what is no data is a caller’s mistake', () => {
  expect(() => written({ a: () => 1 })).toThrow(TypeError);
});
