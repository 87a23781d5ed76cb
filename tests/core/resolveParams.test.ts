import { expect, test } from 'vitest';
import type { ParamSpecs } from '../../src/core/params.ts';
import { resolveParams } from '../../src/core/resolveParams.ts';

const text = { label: 'A', symbol: 'a', meaning: 'A.' };
const range = { min: 0, max: 100, slider: { from: 1, to: 10, scale: 'linear' } } as const;

const specs: ParamSpecs = {
  sum: {
    ...text,
    ...range,
    kind: 'number',
    default: { tex: 'a+d', of: (values, { dimension }) => values.plain! + dimension },
  },
  twice: { ...text, ...range, kind: 'integer', default: { tex: '2s', of: (values) => 2 * values.sum! } },
  plain: { ...text, ...range, kind: 'number', default: 1 },
  word: { ...text, kind: 'choice', default: 'one', choices: [{ value: 'one', label: 'One' }] },
  names: { ...text, kind: 'names', default: ['x', 'y'] },
  box: { ...text, kind: 'box', default: [-2, 3] },
};

test('fills plain defaults, then derived ones from what is before and the plain ones after', () => {
  expect(resolveParams(specs, {}, { dimension: 3 })).toEqual({
    sum: 4,
    twice: 8,
    plain: 1,
    word: 'one',
    names: ['x', 'y'],
    box: [
      [-2, 3],
      [-2, 3],
      [-2, 3],
    ],
  });
});

test('a given value overrides, and later derived defaults follow it', () => {
  expect(resolveParams(specs, { plain: 5 }, { dimension: 1 })).toMatchObject({ sum: 6, twice: 12, plain: 5 });
  expect(resolveParams(specs, { sum: 0 }, { dimension: 1 })).toMatchObject({ sum: 0, twice: 0 });
  expect(resolveParams(specs, { box: [[0, 1]] }, { dimension: 1 })).toMatchObject({ box: [[0, 1]] });
});

test('the result is frozen, in the order of declaration, and the given record untouched', () => {
  const given = Object.freeze({ plain: 2 });
  const params = resolveParams(specs, given, { dimension: 1 });
  expect(Object.keys(params)).toEqual(Object.keys(specs));
  expect(Object.isFrozen(params)).toBe(true);
  expect(given).toEqual({ plain: 2 });
});

test('an unknown name throws, an inherited one included', () => {
  expect(() => resolveParams(specs, { other: 1 }, { dimension: 1 })).toThrow(/"other"/);
  expect(() => resolveParams(specs, { toString: 1 }, { dimension: 1 })).toThrow(RangeError);
});
