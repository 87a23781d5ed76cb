import type { MethodEvent } from '../methods/Method.ts';

/** How a kind of event is shown. */
export interface EventText {
  readonly kind: MethodEvent['kind'];
  readonly label: string;
  /** One sentence on what it means, without numbers; an event's own detail has them. */
  readonly meaning: string;
}

/** The closed list of events on a trajectory, in the order in which documentation shows them. */
export const events: readonly EventText[] = [
  {
    kind: 'perturbation',
    label: 'perturbation',
    meaning: 'The gradient was small, and the method added noise to the iterate.',
  },
  {
    kind: 'escape-test-passed',
    label: 'escaped',
    meaning: 'After the perturbation the function fell enough: the point was no local minimum, and the run goes on.',
  },
  {
    kind: 'escape-test-failed',
    label: 'stayed',
    meaning:
      'After the perturbation the function, or the method’s model of it, did not fall enough: the point is declared ' +
      'second-order stationary.',
  },
  {
    kind: 'negative-curvature',
    label: 'negative curvature',
    meaning: 'The method stepped along a direction in which the function curves downward.',
  },
  {
    kind: 'restart',
    label: 'restart',
    meaning: 'The method dropped its memory and began anew from the iterate.',
  },
  {
    kind: 'step-reduced',
    label: 'step changed',
    meaning: 'The method’s plain step did not exist or did not serve, and it took another one.',
  },
];

/** The text of a kind of event. */
export function eventText(kind: MethodEvent['kind']): EventText {
  return events.find((entry) => entry.kind === kind) as EventText;
}
