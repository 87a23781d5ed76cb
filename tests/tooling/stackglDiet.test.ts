import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { stackglDiet } from '../../src/tooling/stackglDiet.ts';

const whole = readFileSync(createRequire(import.meta.url).resolve('plotly.js/stackgl_modules/index.js'), 'utf8');

test('the parts that draw surfaces and lines are there and start, the others and what only they need are gone', () => {
  const lean = stackglDiet(whole);
  expect(lean.length).toBeLessThan(0.8 * whole.length);
  // Looked at while it starts, for what the browser can do.
  const document = { createElement: () => ({ getContext: () => null }) };
  const module = { exports: {} as Record<string, unknown> };
  runInNewContext(lean, { module, exports: module.exports, require: () => ({}), self: {}, window: {}, document });
  expect(Object.keys(module.exports).toSorted()).toEqual([
    'gl_line3d',
    'gl_plot3d',
    'gl_scatter3d',
    'gl_surface3d',
    'ndarray',
    'ndarray_linear_interpolate',
  ]);
});

test('a bundle without the parts it leaves out is refused', () => {
  expect(() => stackglDiet(whole.replace('gl_cone3d:', 'gl_cone:'))).toThrow('has no gl_cone3d');
});
