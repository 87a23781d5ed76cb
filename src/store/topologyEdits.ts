import { compact } from './edits.ts';
import { scenarioStore, type TopologyEdit, type TopologySettings } from './scenarioStore.ts';
import { settingsOn } from './topologyScenario.ts';

type Changes = { readonly [K in keyof TopologySettings]?: TopologySettings[K] | undefined };

/** Changes settings on the landscape that is shown; undefined gives one back to its default. */
export const setTopology =
  (changes: Changes): TopologyEdit =>
  (settings) => {
    const { landscape } = scenarioStore.getState().scenario;
    return compact({ ...settingsOn(settings, landscape), of: landscape.id, ...changes });
  };

/** Moves the level that is shown; further levels of the scenario stay. */
export const setLevel =
  (level: number | undefined): TopologyEdit =>
  (settings) => {
    const { landscape } = scenarioStore.getState().scenario;
    const [, ...others] = settingsOn(settings, landscape).levels ?? [];
    const levels = level === undefined ? others : [level, ...others];
    return setTopology({ levels: levels.length > 0 ? levels : undefined })(settings);
  };
