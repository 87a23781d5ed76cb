import { describe, expect, test } from 'vitest';
import { rules } from './architecture/rules.ts';
import { parseFile, readTree, type SourceFile } from './architecture/SourceFile.ts';

const tree = [...readTree('src'), ...readTree('tests')];

/** What the rules say about a few files that exist only here: the names of the broken rules. */
function brokenBy(...files: readonly (readonly [path: string, text: string])[]): string[] {
  const parsed: SourceFile[] = files.map(([path, text]) => parseFile(path, text));
  return rules.filter((rule) => rule.check(parsed).length > 0).map((rule) => rule.name);
}

describe('the house', () => {
  test('is read whole', () => {
    expect(tree.length).toBeGreaterThan(450);
    for (const room of [
      'core/formula',
      'core/landscapes',
      'core/methods',
      'scenario',
      'worker',
      'store',
      'views',
      'app',
    ]) {
      expect(tree.filter(({ path }) => path.startsWith(`src/${room}/`)).length, room).toBeGreaterThan(5);
    }
    expect(tree.reduce((sum, { imports }) => sum + imports.length, 0)).toBeGreaterThan(1200);
  });

  for (const rule of rules) {
    test(rule.name, () => expect(rule.check(tree)).toEqual([]));
  }
});

/** One breach a line: the file, its text, and the start of the rule's name that has to notice. */
const breaches: readonly (readonly [path: string, text: string, rule: string])[] = [
  ['src/core/a.ts', "import { parse } from '../scenario/parse.ts';", 'rooms'],
  ['src/core/a.ts', "import type { Scenario } from '../scenario/types.ts';", 'rooms'],
  ['src/scenario/a.ts', "import { run } from '../worker/run.ts';", 'rooms'],
  ['src/scenario/a.ts', "export { run } from '../store/run.ts'; export const a = 1;", 'rooms'],
  ['src/headless/a.ts', "import { client } from '../worker/client.ts';", 'rooms'],
  ['src/worker/a.ts', "import { store } from '../store/store.ts';", 'rooms'],
  ['src/store/a.ts', "import { App } from '../app/App.tsx';", 'rooms'],
  ['src/views/A.tsx', "import { store } from '../store/store.ts';", 'rooms'],
  ['src/views/A.tsx', "const later = () => import('../app/App.tsx');", 'rooms'],
  ['src/views/A.tsx', "new Worker(new URL('../worker/worker.ts', import.meta.url));", 'rooms'],
  ['src/app/A.tsx', "import { main } from '../headless/main.ts';", 'rooms'],
  ['src/core/linalg/a.ts', "import type { Objective } from '../objective/Objective.ts';", 'parts of core'],
  ['src/core/objective/a.ts', "import { graph } from '../formula/graph.ts';", 'parts of core'],
  ['src/core/methods/a.ts', "import { himmelblau } from '../landscapes/himmelblau.ts';", 'parts of core'],
  ['src/core/methods/a.ts', "import { Landscape } from '../landscapes/Landscape.ts';", 'parts of core'],
  ['src/core/landscapes/a.ts', "import type { Method } from '../methods/Method.ts';", 'parts of core'],
  ['src/core/landscapes/a.ts', "import { compile } from '../formula/compile.ts';", 'parts of core'],
  ['src/core/critical/a.ts', "import { descend } from '../descent/descend.ts';", 'parts of core'],
  ['src/core/rng.ts', "import { norm } from './linalg/vectors.ts';", 'parts of core'],
  ['src/core/libm/a.ts', "import { Rng } from '../rng.ts';", 'parts of core'],
  ['src/core/formula/graph.ts', "import { parse } from 'mathjs';", 'each package'],
  ['src/core/a.ts', "import { readFileSync } from 'node:fs';", 'each package'],
  ['src/core/a.ts', "import something from 'something';", 'each package'],
  ['src/core/a.ts', "import * as z from 'zod/mini';", 'each package'],
  ['src/app/A.tsx', "import * as z from 'zod';", 'each package'],
  ['src/app/A.tsx', "const later = import('plotly.js/lib/core');", 'each package'],
  ['src/views/Chart.tsx', "import Plotly from 'plotly.js/lib/core';", 'each package'],
  ['src/store/a.ts', "import { useState } from 'react';", 'each package'],
  ['src/core/a.ts', 'export const x = Math.random();', 'core gives'],
  ['src/core/a.ts', 'export const x = Math.exp(1);', 'core gives'],
  ['src/core/a.ts', 'export const x = Math.hypot(3, 4);', 'core gives'],
  ['src/core/a.ts', "export const x = Math['sin'](1);", 'core gives'],
  ['src/core/a.ts', 'export const { cos } = Math;', 'core gives'],
  ['src/core/a.ts', 'export const functions = [Math.tan];', 'core gives'],
  ['src/core/a.ts', 'export const x = 2 ** 3;', 'core gives'],
  ['src/core/a.ts', 'export let x = 2; x **= 3;', 'core gives'],
  ['src/core/a.ts', 'export const x = Date.now();', 'core gives'],
  ['src/core/a.ts', 'export const x = new Date();', 'core gives'],
  ['src/core/a.ts', 'export const x = performance.now();', 'core gives'],
  ['src/core/a.ts', 'export const x = (1).toLocaleString();', 'core gives'],
  ['src/scenario/a.ts', "export const x = eval('1');", 'no text'],
  ['src/scenario/a.ts', "export const x = new Function('return 1');", 'no text'],
  ['src/scenario/a.ts', "export const x = globalThis.Function('return 1');", 'no text'],
  ['src/app/A.tsx', "export const A = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;", 'no text'],
  ['src/app/A.tsx', "export const A = { dangerouslySetInnerHTML: { __html: '' } };", 'no text'],
  ['src/views/a.ts', "document.body.innerHTML = '';", 'no text'],
  ['src/app/a.ts', "import './register.ts';", 'nothing is found'],
  ['src/app/a.ts', "export const all = import.meta.glob('./*.ts');", 'nothing is found'],
  ['src/app/a.ts', "export * from './b.ts';", 'no file only'],
  ['src/app/a.ts', "import { b } from './b.ts'; export { b };", 'no file only'],
  ['src/app/index.ts', 'export const a = 1;', 'no file only'],
  ['src/app/stringUtils.ts', 'export const a = 1;', 'files are named'],
  ['tests/core/helpers.ts', 'export const a = 1;', 'files are named'],
  ['src/app/a.css', `${'a{}\n'.repeat(351)}`, 'no file is longer'],
];

/** What looks like a breach and is none. */
const innocent: readonly (readonly [path: string, text: string])[] = [
  [
    'src/app/A.tsx',
    "import { store } from '../store/store.ts'; import { View } from '../views/View.tsx'; export const a = [store, View];",
  ],
  [
    'src/core/descent/a.ts',
    "import type { PointType } from '../landscapes/Landscape.ts'; export const a: PointType = 'saddle';",
  ],
  [
    'src/core/methods/a.ts',
    "import type { Landscape } from '../landscapes/Landscape.ts'; export const a = (b: Landscape) => b;",
  ],
  ['src/core/formula/parse.ts', "import { parse } from 'mathjs/number'; export const a = parse;"],
  ['src/core/a.ts', 'export const a = Math.sqrt(Math.PI) * Math.abs(-1); export const b = { Date: 1 }.Date;'],
  ['src/core/a.ts', 'export const a = (2 * 3) * 4; // Math.random() and 2 ** 3 in words'],
  ['src/app/a.ts', 'export const a = (f: Function) => f;'],
  ['src/app/A.tsx', "import './A.css'; export const A = 1;"],
  ['src/app/a.css', `${'a{}\n'.repeat(350)}`],
  ['src/app/commonParams.ts', "import { b } from './b.ts'; export const a = b;"],
];

describe('the rules notice', () => {
  for (const [path, text, rule] of breaches) {
    test(`${path}: ${text.split('\n')[0]}`, () => {
      expect(brokenBy([path, text])).toEqual([expect.stringMatching(new RegExp(`^${rule}`))]);
    });
  }

  test('a circle of three files', () => {
    const circle = ['a', 'b', 'c'].map(
      (name, i) => [`src/core/${name}.ts`, `import { x } from './${'bca'[i]}.ts'; export const y = x;`] as const,
    );
    expect(brokenBy(...circle)).toEqual(['no files import each other in a circle']);
  });

  test('a name that only a run can tell', () => {
    expect(() => parseFile('src/app/a.ts', 'import(name);')).toThrow('only a run can tell');
  });

  for (const [path, text] of innocent) {
    test(`nothing in ${path}: ${text.split('\n')[0]}`, () => expect(brokenBy([path, text])).toEqual([]));
  }
});
