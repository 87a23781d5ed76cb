import { type TrainingChoice, trainingMethodOf } from '../scenario/training.ts';
import { compact, type ParamChanges, withParams } from './edits.ts';
import { endsOf, levelOf, settingsOn } from './pathsScenario.ts';
import type { PathsSettings } from './scenarioStore.ts';
import { type PathsEdit, scenarioStore } from './scenarioStore.ts';

type Changes = { readonly [K in keyof PathsSettings]?: PathsSettings[K] | undefined };

/** Changes settings on the landscape that is shown; undefined gives one back to its default. */
export const setPaths =
  (changes: Changes): PathsEdit =>
  (settings) => {
    const { landscape } = scenarioStore.getState().scenario;
    return compact({ ...settingsOn(settings, landscape), of: landscape.id, ...changes });
  };

/** Moves one end; the other one stays where it is. */
export const setEnd =
  (index: number, x: readonly number[]): PathsEdit =>
  (settings) => {
    const { scenario } = scenarioStore.getState();
    const ends = endsOf(settings, scenario).map((end, i) => (i === index ? x : end));
    // The level that follows from the ends must not move with the hand.
    return setPaths({ ends, level: levelOf(settings, scenario) })(settings);
  };

/** Another method, with its defaults. */
export const setPathMethod = (id: string): PathsEdit => setPaths({ method: { id } });

/** How ends are trained; undefined gives the method or the steps back to their default. */
export const setTraining =
  (changes: { readonly [K in keyof TrainingChoice]?: TrainingChoice[K] | undefined }): PathsEdit =>
  (settings) => {
    const { landscape } = scenarioStore.getState().scenario;
    const training = compact({ ...settingsOn(settings, landscape).training, ...changes });
    return setPaths({ training: Object.keys(training).length > 0 ? training : undefined })(settings);
  };

/** Parameters of the method by which ends are trained; undefined gives one back to its default. */
export const setTrainingParams =
  (changes: ParamChanges): PathsEdit =>
  (settings) => {
    const { landscape } = scenarioStore.getState().scenario;
    const method = trainingMethodOf(settingsOn(settings, landscape).training ?? {}, landscape.id);
    return setTraining({ method: method && withParams(method, changes) })(settings);
  };

/** Parameters of the method; undefined gives one back to its default. */
export const setPathParams =
  (changes: ParamChanges): PathsEdit =>
  (settings) =>
    setPaths({ method: withParams(settings.method ?? { id: 'dynamic-string-sampling' }, changes) })(settings);
