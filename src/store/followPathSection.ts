import { setView } from './edits.ts';
import { endsOf } from './pathsScenario.ts';
import { pathsStore } from './pathsStore.ts';
import { resultsStore } from './resultsStore.ts';
import { editUnrecorded, scenarioStore } from './scenarioStore.ts';

/**
 * Of more than two variables, turns the plane through both ends and the highest point of the path, once they rest;
 * before there is a path, through the ends alone. A plane that was chosen otherwise stays.
 * @returns ends the following
 */
export function followPathSection(): () => void {
  const update = () => {
    const { lab, scenario, paths } = scenarioStore.getState();
    const { landscape, landscapeChoice, dragging } = resultsStore.getState();
    const choice = scenario.view?.section;
    if (lab !== 'paths' || dragging || landscapeChoice !== scenario.landscape) return;
    if (!landscape || landscape.dimension <= 2 || (choice && choice.kind !== 'points')) return;
    const { path } = pathsStore.getState();
    const [a, b] = endsOf(paths, scenario) as [readonly number[], readonly number[]];
    const isOfThis = path?.of.landscape === scenario.landscape;
    const at = [a, b, isOfThis ? [...path.findings.result.highest] : b] as const;
    if (choice?.at.every((point, i) => isSame(point, at[i] as readonly number[]))) return;
    editUnrecorded(setView({ section: { kind: 'points', at }, box: undefined }));
  };
  const ends = [pathsStore, scenarioStore, resultsStore].map((store) => store.subscribe(update));
  update();
  return () => {
    for (const end of ends) end();
  };
}

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((coordinate, i) => coordinate === b[i]);
