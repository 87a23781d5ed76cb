import { DEFAULT_STOP_RULE } from '../core/descent/descend.ts';
import type { Box } from '../core/params.ts';
import {
  COMPARISON_DEFAULTS,
  mostComparedIterations,
  mostComparedRepeats,
} from '../scenario/experiments/comparisonDefaults.ts';
import { type ResolvedLandscape, resolveLandscape } from '../scenario/landscapeChoice.ts';
import type { ComparisonExperiment, LandscapeChoice, Scenario } from '../scenario/types.ts';
import { noteFor, noteOn } from './labNotes.ts';
import type { ComparisonScenario, ComparisonSettings, DescentScenario } from './scenarioStore.ts';
import { startsFor } from './startsFor.ts';

/** The box of the cloud where it belongs to the landscape; undefined stands for the landscape’s domain. */
export function cloudBox({ cloud, boxOf }: ComparisonSettings, landscape: LandscapeChoice): Box | undefined {
  const box = boxOf === landscape.id ? cloud?.box : undefined;
  return box?.length === dimensionOf(landscape) ? box : undefined;
}

/** The scenario whose experiment compares the Descent lab’s methods on its landscape; one that can be shared. */
export function comparisonScenario(scenario: DescentScenario, settings: ComparisonSettings): ComparisonScenario {
  const { version, seed, title, landscape, experiment } = scenario;
  const { epsilon, rho, ...view } = scenario.view ?? {};
  const starts = settings.useStarts ? experiment.starts : [];
  const note = noteOn(settings.note, landscape);
  const box = cloudBox(settings, landscape);
  const { count } = settings.cloud ?? {};
  // Without any start there would be nothing to compare.
  const cloud = (settings.cloud || starts.length === 0) && {
    ...(count !== undefined && { count }),
    ...(box && { box }),
  };
  const total = starts.length + (cloud ? (count ?? COMPARISON_DEFAULTS.count) : 0);
  return {
    version,
    ...(seed !== undefined && { seed }),
    ...(title !== undefined && { title }),
    ...(note !== undefined && { note }),
    landscape,
    experiment: {
      kind: 'comparison',
      methods: experiment.methods,
      starts,
      ...(cloud && { cloud }),
      ...(settings.repeats !== undefined && { repeats: Math.min(settings.repeats, mostComparedRepeats(total)) }),
      stop: comparedStop(experiment.stop, landscape),
      ...(epsilon !== undefined && { epsilon }),
      ...(rho !== undefined && { rho }),
    },
    ...(Object.keys(view).length > 0 && { view }),
  };
}

/** The stopping rule with no more iterations than are kept of a run that is compared. */
function comparedStop(stop: DescentScenario['experiment']['stop'], landscape: LandscapeChoice) {
  const most = mostComparedIterations(dimensionOf(landscape));
  const { maxIterations } = { ...DEFAULT_STOP_RULE, ...stop };
  return maxIterations > most ? { ...stop, maxIterations: most } : (stop ?? {});
}

/** What the Descent lab and this one show of a scenario that compares methods. */
export function openedComparison(scenario: Scenario & { readonly experiment: ComparisonExperiment }): {
  readonly scenario: DescentScenario;
  readonly comparison: ComparisonSettings;
} {
  const { note, experiment, view, ...rest } = scenario;
  const { methods, starts, cloud, repeats, stop, epsilon, rho } = experiment;
  const { source, landscape, params } = resolved(scenario.landscape);
  return {
    scenario: {
      ...rest,
      view: { ...view, ...(epsilon !== undefined && { epsilon }), ...(rho !== undefined && { rho }) },
      experiment: {
        kind: 'descent',
        methods,
        starts: starts.length > 0 ? starts : startsFor({ domain: source.domain, id: landscape.id, params }),
        ...(stop !== undefined && { stop }),
      },
    },
    comparison: {
      cloud: cloud ?? null,
      useStarts: starts.length > 0,
      boxOf: scenario.landscape.id,
      ...(repeats !== undefined && { repeats }),
      ...(note !== undefined && { note: noteFor(note, scenario.landscape) }),
    },
  };
}

/** The last landscape that was resolved: a store asks again at every change of anything. */
let last: { readonly choice: LandscapeChoice; readonly resolved: ResolvedLandscape } | null = null;

function resolved(choice: LandscapeChoice): ResolvedLandscape {
  if (last?.choice !== choice) last = { choice, resolved: resolveLandscape(choice) };
  return last.resolved;
}

const dimensionOf = (choice: LandscapeChoice): number => resolved(choice).dimension;
