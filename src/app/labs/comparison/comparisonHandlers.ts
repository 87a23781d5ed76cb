import type { ParamChanges } from '../../../store/edits.ts';
import {
  beginGesture,
  type ComparisonEdit,
  editComparison,
  editComparisonInGesture,
  endGesture,
} from '../../../store/scenarioStore.ts';
import type { ParamHandlers } from '../../controls/handlers.ts';

/** Handlers that edit the comparison's settings: a drag from begin to end is undone in one step. */
export function comparisonHandlers(toEdit: (changes: ParamChanges) => ComparisonEdit): ParamHandlers {
  return {
    set: (changes) => editComparison(toEdit(changes)),
    slide: (changes) => editComparisonInGesture(toEdit(changes)),
    beginSlide: beginGesture,
    endSlide: endGesture,
  };
}
