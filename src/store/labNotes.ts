import { landscapeById } from '../core/landscapes/registry.ts';
import type { LandscapeChoice } from '../scenario/types.ts';

/** One sentence on what to look for, and on which function: on another one it would be false. */
export interface LabNote {
  readonly text: string;
  readonly on: string;
}

/** A note on the function of a landscape. */
export const noteFor = (text: string, landscape: LandscapeChoice): LabNote => ({ text, on: functionOf(landscape) });

/** The sentence, where it is about this landscape. */
export const noteOn = (note: LabNote | undefined, landscape: LandscapeChoice): string | undefined =>
  note?.on === functionOf(landscape) ? note.text : undefined;

/** Which function a landscape is: its formula and what is chosen of it, while numbers may be moved. */
export function functionOf({ id, params }: LandscapeChoice): string {
  const specs = Object.entries(landscapeById(id)?.params ?? {});
  const chosen = specs.filter(([, { kind }]) => kind === 'choice' || kind === 'expression');
  return JSON.stringify([id, ...chosen.map(([name, spec]) => params?.[name] ?? spec.default)]);
}
