import type { Experiment } from '../types.ts';
import { basins } from './basins.ts';
import { claim } from './claim.ts';
import { comparison } from './comparison.ts';
import { criticalPoints } from './criticalPoints.ts';
import { descent } from './descent.ts';
import type { ExperimentKind } from './ExperimentKind.ts';
import { escapeTimes } from './escapeTimes.ts';
import { inspect } from './inspect.ts';
import { path } from './path.ts';
import { pathLengths } from './pathLengths.ts';
import { stableSet } from './stableSet.ts';
import { sublevel } from './sublevel.ts';

/** Every kind of experiment, in the order in which documentation shows them. */
export const experimentKinds: readonly ExperimentKind<Experiment>[] = [
  inspect as ExperimentKind<Experiment>,
  descent as ExperimentKind<Experiment>,
  criticalPoints as ExperimentKind<Experiment>,
  basins as ExperimentKind<Experiment>,
  stableSet as ExperimentKind<Experiment>,
  escapeTimes as ExperimentKind<Experiment>,
  comparison as ExperimentKind<Experiment>,
  sublevel as ExperimentKind<Experiment>,
  path as ExperimentKind<Experiment>,
  pathLengths as ExperimentKind<Experiment>,
  claim as ExperimentKind<Experiment>,
];

/**
 * The kind of an experiment.
 * @throws RangeError for an unknown one (`parseScenario` reports it as a problem)
 */
export function experimentKindOf(experiment: { readonly kind: string }): ExperimentKind<Experiment> {
  const found = experimentKinds.find(({ kind }) => kind === experiment.kind);
  if (!found) throw new RangeError(`there is no experiment of kind ${JSON.stringify(experiment.kind)}`);
  return found;
}
