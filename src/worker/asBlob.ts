import type { Task } from '../core/task.ts';

/** Pieces of text between two yields. */
const PIECES = 8;

/** A text in pieces as a file of that type. */
export function* asBlob(text: Iterable<string>, type: string): Task<Blob, never> {
  const pieces: string[] = [];
  for (const piece of text) {
    pieces.push(piece);
    if (pieces.length % PIECES === 0) yield { done: 1, total: 1 };
  }
  return new Blob(pieces, { type });
}
