import { expect, test } from 'vitest';
import { joinedShortcuts } from '../../../src/app/dialogs/joinedShortcuts.ts';

test('the help joins the keys of one command, and numbered commands', () => {
  expect(
    joinedShortcuts([
      { shown: '1', meaning: 'show or hide method 1' },
      { shown: '2', meaning: 'show or hide method 2' },
      { shown: '3', meaning: 'show or hide method 3' },
      { shown: 'Ctrl+Shift+Z', meaning: 'redo' },
      { shown: 'Ctrl+Y', meaning: 'redo' },
      { shown: '?', meaning: 'this list' },
    ]).map(({ sign, meaning }) => [sign, meaning]),
  ).toEqual([
    ['1 – 3', 'show or hide method 1 … 3'],
    ['Ctrl+Shift+Z, Ctrl+Y', 'redo'],
    ['?', 'this list'],
  ]);
});
