import type { MethodChoice, ViewChoice } from '../scenario/types.ts';
import { compact } from './edits.ts';
import type { EscapeEdit } from './scenarioStore.ts';

// Edits of the Escape lab that change no result. They stand apart because the page’s keys need them from the first.

/** Colour and visibility of a method. */
export const setEscapeLook =
  (index: number, look: { [K in 'colour' | 'visible']?: MethodChoice[K] | undefined }): EscapeEdit =>
  (scenario) => {
    const methods = scenario.experiment.methods.map((method, i) =>
      i === index ? { ...compact({ ...method, ...look }), id: method.id } : method,
    );
    return { ...scenario, experiment: { ...scenario.experiment, methods } };
  };

/** What is shown: race or experiment, and the plane of the race. */
export const setEscapeView =
  (changes: { [K in keyof ViewChoice]?: ViewChoice[K] | undefined }): EscapeEdit =>
  (scenario) => ({ ...scenario, view: compact({ ...scenario.view, ...changes }) });
