import { expect, test } from 'vitest';
import { pathMethodStroke, searchedStroke } from '../../../src/app/labs/paths/pathMethodLook.ts';
import { pathMethods } from '../../../src/core/paths/registry.ts';

test('no path beside the one that is searched has its colours, or the look of another', () => {
  const searched = [true, false].map(searchedStroke);
  const strokes = [...searched, ...pathMethods.map(({ id }) => pathMethodStroke(id))];
  expect(new Set(strokes.map(({ colour }) => colour)).size).toBe(strokes.length);
  expect(searched[0]?.dash).not.toBe(searched[1]?.dash);
});
