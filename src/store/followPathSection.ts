import { distance } from '../core/paths/beads.ts';
import { setView } from './edits.ts';
import { pathsStore } from './pathsStore.ts';
import { resultsStore } from './resultsStore.ts';
import { editUnrecorded, scenarioStore } from './scenarioStore.ts';

/**
 * Of more than two variables, turns the plane through both ends and the highest point of the path, once that rests;
 * a plane that was chosen otherwise stays.
 * @returns ends the following
 */
export function followPathSection(): () => void {
  const update = () => {
    const { path } = pathsStore.getState();
    const { lab, scenario } = scenarioStore.getState();
    const choice = scenario.view?.section;
    if (lab !== 'paths' || !path || path.isQuick || resultsStore.getState().dragging) return;
    if (path.of.landscape !== scenario.landscape || (choice && choice.kind !== 'points')) return;
    const { result } = path.findings;
    const n = result.highest.length;
    if (n <= 2) return;
    const [a, b] = path.of.experiment.ends as [readonly number[], readonly number[]];
    const at = [a, b, [...result.highest]] as const;
    if (choice?.kind === 'points' && choice.at.every((point, i) => isSame(point, at[i] as readonly number[]))) return;
    editUnrecorded(setView({ section: { kind: 'points', at }, box: undefined }));
  };
  const end = pathsStore.subscribe(update);
  update();
  return end;
}

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && distance(Float64Array.from(a), Float64Array.from(b)) === 0;
