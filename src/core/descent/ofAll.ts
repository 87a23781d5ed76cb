/** What was not done: of all runs it is said as what none of them did. */
const NOT = /^had not /;

/**
 * A sentence, without its full stop, on what all runs did: "All 4 runs diverged", "Neither run had converged".
 * @param said  the predicate; where it begins with "had not" it is turned
 * @param count  of the runs, 1 or more
 */
export function ofAll(said: string, count: number): string {
  if (count === 1) return `The run ${said}`;
  if (!NOT.test(said)) return `${count === 2 ? 'Both' : `All ${count}`} runs ${said}`;
  return `${count === 2 ? 'Neither run' : `None of the ${count} runs`} ${said.replace(NOT, 'had ')}`;
}

/**
 * A clause on what some runs of a group did: "both diverged", "none of 4 had converged", "3 of 4 diverged", "1 diverged".
 * @param said  as in `ofAll`
 * @param count  of the runs that did it, out of `total`, 2 or more
 * @param isFirst  whether no clause before has named the total
 */
export function ofShare(said: string, count: number, total: number, isFirst: boolean): string {
  if (count < total) return `${isFirst ? `${count} of ${total}` : count} ${said}`;
  if (!NOT.test(said)) return `${total === 2 ? 'both' : `all ${total}`} ${said}`;
  return `${total === 2 ? 'neither' : `none of ${total}`} ${said.replace(NOT, 'had ')}`;
}
