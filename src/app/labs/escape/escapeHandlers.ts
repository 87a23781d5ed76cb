import type { ParamChanges } from '../../../store/edits.ts';
import {
  beginGesture,
  type EscapeEdit,
  editEscape,
  editEscapeInGesture,
  endGesture,
} from '../../../store/scenarioStore.ts';
import type { ParamHandlers } from '../../controls/handlers.ts';

/** Handlers that edit the lab's scenario: a drag from begin to end is undone in one step. */
export function escapeHandlers(toEdit: (changes: ParamChanges) => EscapeEdit): ParamHandlers {
  return {
    set: (changes) => editEscape(toEdit(changes)),
    slide: (changes) => editEscapeInGesture(toEdit(changes)),
    beginSlide: beginGesture,
    endSlide: endGesture,
  };
}
