import { resolveLandscape } from '../scenario/landscapeChoice.ts';
import type { LandscapeChoice, Scenario, SublevelExperiment } from '../scenario/types.ts';
import { noteFor, noteOn } from './labNotes.ts';
import type { DescentScenario, SublevelScenario, TopologySettings } from './scenarioStore.ts';
import { startsFor } from './startsFor.ts';

const none: TopologySettings = {};

let lastAsked: { readonly settings: TopologySettings; readonly landscape: LandscapeChoice } | null = null;
let lastAnswer = none;

/**
 * The settings that belong to a landscape: none where they were made for another one, or for another number of
 * variables. The same object while it is asked of the same: everything on screen asks at every move of the level.
 */
export function settingsOn(settings: TopologySettings, landscape: LandscapeChoice): TopologySettings {
  if (lastAsked?.settings !== settings || lastAsked.landscape !== landscape) {
    lastAnswer = fitting(settings, landscape);
    lastAsked = { settings, landscape };
  }
  return lastAnswer;
}

function fitting(settings: TopologySettings, landscape: LandscapeChoice): TopologySettings {
  if (settings.of !== landscape.id) return none;
  const { dimension } = resolveLandscape(landscape);
  const { box, between, resolution } = settings;
  const lengths = [
    ...(box ? [box.length] : []),
    ...(between ?? []).map(({ length }) => length),
    ...(typeof resolution === 'object' ? [resolution.length] : []),
  ];
  return lengths.every((length) => length === dimension) ? settings : none;
}

/** The scenario whose experiment finds the sublevel sets of the Descent lab's landscape; one that can be shared. */
export function topologyScenario(scenario: DescentScenario, settings: TopologySettings): SublevelScenario {
  const { version, seed, title, landscape, view } = scenario;
  const { of: _of, note: noted, ...experiment } = settingsOn(settings, landscape);
  const note = noteOn(noted, landscape);
  return {
    version,
    ...(seed !== undefined && { seed }),
    ...(title !== undefined && { title }),
    ...(note !== undefined && { note }),
    landscape,
    experiment: { kind: 'sublevel', ...experiment },
    ...(view && Object.keys(view).length > 0 && { view }),
  };
}

/**
 * What the Descent lab and this one show of a scenario that asks for sublevel sets.
 * @param before  whose methods stay
 */
export function openedTopology(
  { note, experiment, ...rest }: Scenario & { readonly experiment: SublevelExperiment },
  before: DescentScenario,
): { readonly scenario: DescentScenario; readonly topology: TopologySettings } {
  const { kind: _kind, ...settings } = experiment;
  const { source, params } = resolveLandscape(rest.landscape);
  const { methods, stop } = before.experiment;
  return {
    scenario: {
      ...rest,
      experiment: {
        kind: 'descent',
        methods,
        starts: startsFor({ id: rest.landscape.id, params, domain: source.domain }),
        ...(stop && { stop }),
      },
    },
    topology: {
      ...settings,
      of: rest.landscape.id,
      ...(note !== undefined && { note: noteFor(note, rest.landscape) }),
    },
  };
}
