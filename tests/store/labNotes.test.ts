import { expect, test } from 'vitest';
import { noteFor, noteOn } from '../../src/store/labNotes.ts';

const cubic = { id: 'polynomial-regression', params: { points: 50 } };

test('a note is read on its own function only, whatever the numbers of it', () => {
  const note = noteFor('Look.', cubic);
  expect(noteOn(note, { id: cubic.id, params: { points: 200, target: 'cubic' } })).toBe('Look.');
  expect(noteOn(note, { id: cubic.id, params: { points: 50, target: 'quadratic' } })).toBeUndefined();
  expect(noteOn(note, { id: 'himmelblau' })).toBeUndefined();
  expect(noteOn(undefined, cubic)).toBeUndefined();
});

test('another formula is another function, another constant is not', () => {
  const formula = (expression: string, a: number) => ({ id: 'formula', params: { expression, constants: { a } } });
  const note = noteFor('Look.', formula('a*x^2', 1));
  expect(noteOn(note, formula('a*x^2', 2))).toBe('Look.');
  expect(noteOn(note, formula('a*x^4', 1))).toBeUndefined();
});
