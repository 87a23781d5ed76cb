import { afterEach, expect, test } from 'vitest';
import { prepareLandscape } from '../../src/scenario/prepare.ts';
import { followPathSection } from '../../src/store/followPathSection.ts';
import { setEnd } from '../../src/store/pathsEdits.ts';
import { resultsStore } from '../../src/store/resultsStore.ts';
import { editPaths, scenarioStore } from '../../src/store/scenarioStore.ts';

const before = scenarioStore.getState();
const results = resultsStore.getState();
afterEach(() => {
  scenarioStore.setState(before);
  resultsStore.setState(results);
});

const ends = [
  [0, 1, 2],
  [3, 4, 5],
] as const;

function show(view = {}): void {
  const landscape = { id: 'rosenbrock', params: { dimension: 3 } };
  const prepared = prepareLandscape(landscape);
  if (!prepared.ok) throw new Error('does not compile');
  resultsStore.setState({ landscape: prepared.prepared, landscapeChoice: landscape, dragging: false });
  const scenario = { ...before.scenario, landscape, view };
  scenarioStore.setState({ lab: 'paths', scenario, paths: { of: landscape.id, ends } });
}

const shownPlane = () => scenarioStore.getState().scenario.view?.section;

test('before there is a path, the plane goes through both ends, and follows them', () => {
  show();
  const end = followPathSection();
  expect(shownPlane()).toEqual({ kind: 'points', at: [ends[0], ends[1], ends[1]] });
  editPaths(setEnd(1, [3, 4, 6]));
  expect(shownPlane()).toEqual({ kind: 'points', at: [ends[0], [3, 4, 6], [3, 4, 6]] });
  resultsStore.setState({ dragging: true });
  editPaths(setEnd(1, [3, 4, 7]));
  expect(shownPlane()).toMatchObject({ at: [ends[0], [3, 4, 6], [3, 4, 6]] });
  resultsStore.setState({ dragging: false });
  expect(shownPlane()).toMatchObject({ at: [ends[0], [3, 4, 7], [3, 4, 7]] });
  end();
});

test('a plane that was chosen otherwise stays', () => {
  const section = { kind: 'coordinates', axes: [0, 2] };
  show({ section });
  followPathSection()();
  expect(shownPlane()).toEqual(section);
});
