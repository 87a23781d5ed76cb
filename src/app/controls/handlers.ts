import type { ParamChanges } from '../../store/edits.ts';
import { beginGesture, type Edit, edit, editInGesture, endGesture } from '../../store/scenarioStore.ts';

/** Where controls report what the user did. Stable over renders, so that controls can be memoised. */
export interface ParamHandlers {
  /** A change that is one step of the history; `undefined` gives a parameter back to its default. */
  readonly set: (changes: ParamChanges) => void;
  /** A change within a drag. */
  readonly slide: (changes: ParamChanges) => void;
  readonly beginSlide: () => void;
  readonly endSlide: () => void;
}

/** Handlers that edit the scenario: a drag from begin to end is undone in one step. */
export function editHandlers(toEdit: (changes: ParamChanges) => Edit): ParamHandlers {
  return {
    set: (changes) => edit(toEdit(changes)),
    slide: (changes) => editInGesture(toEdit(changes)),
    beginSlide: beginGesture,
    endSlide: endGesture,
  };
}
