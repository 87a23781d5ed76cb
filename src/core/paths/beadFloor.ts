/**
 * The lower bound m from which targets α are counted, m + α(u − m): the least value of f where it is known; else 0
 * where both ends have values from 0, as a loss has, which makes the target αu; else the lower of the ends' values.
 * @param values  f at the ends, at most the level
 */
export function beadFloor(values: readonly [number, number], minimumValue: number | undefined): number {
  const lower = Math.min(...values);
  if (minimumValue !== undefined && minimumValue <= lower) return minimumValue;
  return lower >= 0 ? 0 : lower;
}
