/**
 * The words beside and under the title of a chart: the first wording of the legend that fits, then the notes that still
 * do. Spaces that do not break keep words together.
 * @param rooms  characters that fit on each line
 * @param legend  wordings from the fullest to the shortest; the last is shown even where it does not fit
 * @returns one text for each line, empty where there is nothing left to say
 */
export function headerLines(
  rooms: readonly number[],
  legend: readonly string[],
  notes: readonly string[] = [],
): readonly string[] {
  const shown = legend.find((wording) => wrapped(wording, rooms) !== null) ?? legend.at(-1) ?? '';
  let lines = wrapped(shown, rooms) ?? [shown];
  let text = shown;
  for (const note of notes) {
    const longer = text === '' ? note : `${text}. ${note}`.replace('.. ', '. ');
    const fitting = wrapped(longer, rooms);
    if (!fitting) break;
    lines = fitting;
    text = longer;
  }
  return lines;
}

/** Fills line after line with whole words; null where they do not fit. */
function wrapped(text: string, rooms: readonly number[]): string[] | null {
  const lines: string[] = [];
  let words = text.split(' ').filter(Boolean);
  for (const room of rooms) {
    let line = '';
    let taken = 0;
    for (const word of words) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (longer.length > room) break;
      line = longer;
      taken += 1;
    }
    lines.push(line);
    words = words.slice(taken);
  }
  return words.length === 0 ? lines : null;
}
