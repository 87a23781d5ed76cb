import { expect, test } from 'vitest';
import { pathMethods } from '../../../src/core/paths/registry.ts';

const conditions = pathMethods.flatMap(({ params }) =>
  Object.values(params).flatMap(({ label, onlyWith }) => (onlyWith ? [{ label, onlyWith, params }] : [])),
);

test('some parameters have an effect with others only', () => {
  expect(conditions.map(({ label }) => label)).toContain('New bead at');
});

test.each(conditions)('$label names a choice without which it has no effect', ({ onlyWith, params }) => {
  const other = params[onlyWith.param];
  expect(other).toMatchObject({
    kind: 'choice',
    choices: expect.arrayContaining([expect.objectContaining({ value: onlyWith.value })]),
  });
});
