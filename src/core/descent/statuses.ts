import type { RunStatus } from './Run.ts';

/** How a status is shown. */
export interface StatusText {
  readonly status: RunStatus;
  /** A word or two for tables and legends. */
  readonly label: string;
  /** One sentence on what it means, without numbers; a run's own message has them. */
  readonly meaning: string;
}

/** The closed list of outcomes, in the order in which documentation shows them. */
export const statuses: readonly StatusText[] = [
  {
    status: 'converged',
    label: 'converged',
    meaning: 'The gradient’s norm fell to the tolerance.',
  },
  {
    status: 'second-order-stationary',
    label: 'second-order stationary',
    meaning: 'The method’s own test declared the point stationary with no direction of strongly negative curvature.',
  },
  {
    status: 'max-iterations',
    label: 'iteration limit',
    meaning: 'The run took all the steps that it was allowed.',
  },
  {
    status: 'diverged',
    label: 'diverged',
    meaning: 'The iterates left every reasonable distance from the origin, or overflowed.',
  },
  {
    status: 'non-finite',
    label: 'not finite',
    meaning: 'The function, its gradient or the iterate is not a finite number there.',
  },
  {
    status: 'left-domain',
    label: 'left the domain',
    meaning: 'An iterate left the landscape’s domain.',
  },
  {
    status: 'line-search-failed',
    label: 'no step found',
    meaning: 'The method could not find a step from there.',
  },
];

/** The text of a status. */
export function statusText(status: RunStatus): StatusText {
  return statuses.find((entry) => entry.status === status) as StatusText;
}
