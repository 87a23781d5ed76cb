import type { Problem } from '../../scenario/types.ts';

/** A stretch of a text; `start` is its place, which also tells the pieces apart. */
export interface Piece {
  readonly start: number;
  readonly piece: string;
  readonly marked: boolean;
}

/**
 * Cuts a text at the ranges of its problems: the pieces in order, which put together are the text. An empty range, as
 * at the end of an unfinished formula, marks the character before it or the first one. Overlapping ranges join.
 */
export function markedPieces(text: string, problems: readonly Pick<Problem, 'start' | 'end'>[]): readonly Piece[] {
  const marked = new Uint8Array(text.length);
  for (const { start, end } of problems) {
    if (start === undefined) continue;
    const low = Math.max(0, Math.min(start, text.length - 1));
    marked.fill(1, low, Math.max(low + 1, Math.min(end ?? start + 1, text.length)));
  }
  const pieces: Piece[] = [];
  for (let start = 0, i = 1; i <= text.length; i++) {
    if (i < text.length && marked[i] === marked[start]) continue;
    pieces.push({ start, piece: text.slice(start, i), marked: marked[start] === 1 });
    start = i;
  }
  return pieces;
}
