/** The middle of a list of numbers (the upper one of two). */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/**
 * Medians of the times that several pieces of work take, in milliseconds. They take turns, so that whatever else the
 * machine does meanwhile falls on all of them alike.
 * @param rounds  times that each is run, after a few unmeasured ones
 */
export function timeInTurns(works: readonly (() => void)[], rounds: number): number[] {
  const times = works.map((): number[] => []);
  for (let round = -3; round < rounds; round++) {
    works.forEach((work, i) => {
      const start = performance.now();
      work();
      if (round >= 0) times[i]?.push(performance.now() - start);
    });
  }
  return times.map(median);
}
