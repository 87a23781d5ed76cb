import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withReuse } from '../../src/tooling/jaxReuse.ts';

const dist = join(import.meta.dirname, '../../node_modules/@jax-js/jax/dist');
const files = readdirSync(dist).filter((name) => /^(backend-.*|index)\.js$/.test(name));

test('every place is found in the version of the library that is installed', () => {
  expect(files).toHaveLength(2);
  const [backend = '', index = ''] = files.toSorted().map((name) => {
    const code = readFileSync(join(dist, name), 'utf8');
    return withReuse(code, `/@jax-js/jax/dist/${name}`);
  });
  expect(backend).toContain('if (kernel.prepared) return kernel.prepared;');
  expect(backend).toContain('program.func ??= new WebAssembly.Instance(');
  expect(index).toContain('this.size >= 30');
});

test('another version of the library ends the build', () => {
  expect(() => withReuse('const something = 1;', '/@jax-js/jax/dist/backend-x.js')).toThrow('0 places');
});
