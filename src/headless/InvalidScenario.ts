import type { Problem } from '../scenario/types.ts';

/** A scenario with problems: exit status 2. */
export class InvalidScenario extends Error {
  readonly problems: readonly Problem[];
  /** What standard output gets nevertheless: the answer of `validate`. */
  readonly document: object | undefined;

  constructor(problems: readonly Problem[], document?: object) {
    super('the scenario is invalid');
    this.problems = problems;
    this.document = document;
  }
}
