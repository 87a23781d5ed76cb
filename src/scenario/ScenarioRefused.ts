import type { Problem } from './types.ts';

/** A scenario turned out to be wrong only when it was run: what its points mean on the landscape. */
export class ScenarioRefused extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    this.problems = problems;
  }
}
