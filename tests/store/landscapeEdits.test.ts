import { expect, test } from 'vitest';
import { setLandscapeParams } from '../../src/store/edits.ts';
import type { DescentScenario } from '../../src/store/scenarioStore.ts';

const on = (landscape: DescentScenario['landscape'], starts: readonly (readonly number[])[]): DescentScenario => ({
  version: 1,
  landscape,
  experiment: { kind: 'descent', methods: [{ id: 'adam' }], starts },
  view: { section: { kind: 'coordinates', axes: [0, 2] }, scale: 'log' },
});

test('a parameter that leaves the number of variables leaves starts and view', () => {
  const before = on({ id: 'polynomial-regression', params: { points: 100 } }, [new Array<number>(33).fill(0.5)]);
  const after = setLandscapeParams({ points: 200 })(before);
  expect(after).toEqual({ ...before, landscape: { id: 'polynomial-regression', params: { points: 200 } } });
});

test('more variables get starts and a plane that fit', () => {
  const after = setLandscapeParams({ dimension: 5 })(on({ id: 'rosenbrock', params: { dimension: 3 } }, [[1, 2, 3]]));
  expect(after.experiment.starts.map((start) => start.length)).toEqual([5, 5, 5]);
  expect(after.view).toEqual({ scale: 'log' });
});

test('another target gets random starts of its own network', () => {
  const after = setLandscapeParams({ target: 'quadratic' })(
    on({ id: 'polynomial-regression' }, [new Array<number>(33).fill(0)]),
  );
  expect(after.experiment.starts.map((start) => start.length)).toEqual([24, 24]);
  const [a, b] = after.experiment.starts;
  expect(a).not.toEqual(b);
  expect(Math.max(...(a ?? []).map(Math.abs))).toBeGreaterThan(1);
});

test('what there was to look for goes with the function, and stays where only numbers are others', () => {
  const told = {
    ...on({ id: 'polynomial-regression' }, [new Array<number>(33).fill(0)]),
    title: 'Cubic',
    note: 'Look.',
  };
  expect(setLandscapeParams({ points: 200 })(told)).toMatchObject({ title: 'Cubic', note: 'Look.' });
  for (const other of [{ target: 'quadratic' }, { target: 'cubic', loss: 'squared' }]) {
    const { title, note } = setLandscapeParams(other)(told);
    expect([title, note]).toEqual([undefined, undefined]);
  }
  expect(setLandscapeParams({ target: 'cubic' })(told)).toMatchObject({ title: 'Cubic', note: 'Look.' });
});
