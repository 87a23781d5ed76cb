import type { ParamChanges } from '../../../store/edits.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import {
  beginGesture,
  editPaths,
  editPathsInGesture,
  endGesture,
  type PathsEdit,
} from '../../../store/scenarioStore.ts';
import type { ParamHandlers } from '../../controls/handlers.ts';

/** Handlers that edit the Paths lab's settings: a drag from begin to end is undone in one step. */
export function pathsHandlers(toEdit: (changes: ParamChanges) => PathsEdit): ParamHandlers {
  return {
    set: (changes) => editPaths(toEdit(changes)),
    slide: (changes) => editPathsInGesture(toEdit(changes)),
    beginSlide: () => {
      beginGesture();
      resultsStore.setState({ dragging: true });
    },
    endSlide: () => {
      endGesture();
      resultsStore.setState({ dragging: false });
    },
  };
}
