import { flushSync } from 'react-dom';
import type { ParamChanges } from '../../../store/edits.ts';
import {
  beginGesture,
  editTopology,
  editTopologyInGesture,
  endGesture,
  type TopologyEdit,
} from '../../../store/scenarioStore.ts';
import { setLevel } from '../../../store/topologyEdits.ts';
import { topologyStore } from '../../../store/topologyStore.ts';
import type { LevelPhase } from '../../../views/LevelBar.tsx';
import type { ParamHandlers } from '../../controls/handlers.ts';

/** Handlers that edit the lab's settings: a drag from begin to end is undone in one step. */
export function topologyHandlers(toEdit: (changes: ParamChanges) => TopologyEdit): ParamHandlers {
  return {
    set: (changes) => editTopology(toEdit(changes)),
    slide: (changes) => editTopologyInGesture(toEdit(changes)),
    beginSlide: beginGesture,
    endSlide: endGesture,
  };
}

/** Moves the level u; everything that shows it is painted in the frame of the event. */
export function onLevel(level: number, phase: LevelPhase): void {
  if (phase === 'key') {
    editTopology(setLevel(level));
    return;
  }
  if (phase === 'start') {
    beginGesture();
    topologyStore.setState({ isLevelDragged: true });
  }
  flushSync(() => editTopologyInGesture(setLevel(level)));
  if (phase === 'end') {
    topologyStore.setState({ isLevelDragged: false });
    endGesture();
  }
}
