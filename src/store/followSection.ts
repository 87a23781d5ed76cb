import {
  axesSection,
  eigenvectorSection,
  pointsSection,
  principalSection,
  project,
  randomSection,
  type Section,
} from '../core/objective/section.ts';
import type { Box } from '../core/params.ts';
import { sectionRng } from '../scenario/sectionRng.ts';
import type { SectionChoice } from '../scenario/types.ts';
import { compute } from './compute.ts';
import { notify } from './notices.ts';
import { type Results, resultsStore } from './resultsStore.ts';
import { type DescentScenario, scenarioStore } from './scenarioStore.ts';

const FIRST_AXES: SectionChoice = { kind: 'coordinates', axes: [0, 1] };

/**
 * Keeps the visible plane in step with the landscape, the scenario's choice of plane and, for principal components,
 * the runs. It moves only when it must: a start that is dragged within the plane leaves it where it is.
 * @returns ends the following
 */
export function followSection(): () => void {
  const update = () => {
    const { scenario } = scenarioStore.getState();
    const results = resultsStore.getState();
    if (!results.landscape || results.landscapeChoice !== scenario.landscape) return;
    const section = sectionFor(scenario, results);
    if (sameSection(section, results.section)) return;
    const isPrincipal = section !== null && section === last?.section;
    resultsStore.setState({ section, extent: isPrincipal ? extentOf(section, results.runs) : null });
  };
  const ends = [scenarioStore.subscribe(update), resultsStore.subscribe(update)];
  update();
  return () => {
    for (const end of ends) end();
  };
}

function sectionFor(scenario: DescentScenario, results: Results): Section | null {
  const n = results.landscape?.dimension ?? 0;
  if (n < 2) return null;
  const choice = scenario.view?.section ?? FIRST_AXES;
  const build = builders[choice.kind] as (
    choice: SectionChoice,
    scenario: DescentScenario,
    results: Results,
  ) => Section;
  return build(choice, scenario, results);
}

/** Points of the plane for coordinates that are not given: the first start, whose own plane is then shown. */
const anchor = (scenario: DescentScenario, n: number): Float64Array =>
  n === 2 ? new Float64Array(2) : Float64Array.from(scenario.experiment.starts[0] ?? new Float64Array(n));

const builders = {
  coordinates(choice: SectionChoice & { kind: 'coordinates' }, scenario: DescentScenario, { landscape }: Results) {
    const n = landscape?.dimension ?? 0;
    const at = choice.at ? Float64Array.from(choice.at) : anchor(scenario, n);
    return axesSection(at, choice.axes[0], choice.axes[1]);
  },

  eigenvectors(choice: SectionChoice & { kind: 'eigenvectors' }, _scenario: DescentScenario, results: Results) {
    const at = Float64Array.from(choice.at);
    if (!results.objective) return slowEigenvectors(at, choice, results);
    const section = eigenvectorSection(results.objective, at, choice.indices[0], choice.indices[1]);
    if (section) return section;
    notify({
      kind: 'warning',
      text: 'The Hessian is not finite at that point, so the first two coordinates are shown.',
    });
    return axesSection(at, 0, 1);
  },

  points({ at: [a, b, c] }: SectionChoice & { kind: 'points' }) {
    return pointsSection(Float64Array.from(a), Float64Array.from(b), Float64Array.from(c));
  },

  random({ at, seed }: SectionChoice & { kind: 'random' }) {
    return randomSection(Float64Array.from(at), sectionRng(seed));
  },

  principal(_choice: SectionChoice & { kind: 'principal' }, scenario: DescentScenario, results: Results) {
    const n = results.landscape?.dimension ?? 0;
    // While something moves, a turning plane would carry everything with it; slow runs outgrow it all the same.
    const isMoving = results.dragging || results.runsProgress !== null;
    const { section } = results;
    if (section?.origin.length === n && isMoving && (results.objective || !outgrown(section, results.runs)))
      return section;
    return principalOf(results.runs, scenario, n);
  },
};

/** The plane of eigenvectors that was asked of a worker, and its answer once it is there. */
let asked: { readonly key: readonly unknown[]; section: Section } | null = null;

/**
 * The plane of two eigenvectors where the Hessian takes long: that of the first two coordinates until a worker has
 * found it.
 */
function slowEigenvectors(
  at: Float64Array,
  { indices: [k, l] }: SectionChoice & { kind: 'eigenvectors' },
  { landscape }: Results,
): Section {
  const key = [landscape, k, l, ...at];
  if (asked && asked.key.length === key.length && asked.key.every((part, i) => part === key[i])) return asked.section;
  const mine = { key, section: axesSection(at, 0, 1) };
  asked = mine;
  if (!landscape) return mine.section;
  compute
    .run('inspect', { landscape, x: at, options: {} }, { lane: 'section' })
    .then(({ eigenvectors }) => {
      const n = at.length;
      if (!Number.isFinite(eigenvectors[0])) throw new Error('the Hessian is not finite at that point');
      const [u, v] = [eigenvectors.slice(k * n, (k + 1) * n), eigenvectors.slice(l * n, (l + 1) * n)];
      mine.section = { origin: at, u, v };
      if (asked === mine) resultsStore.setState({});
    })
    .catch((error: unknown) => compute.report(error, 'The plane of the eigenvectors could not be found'));
  return mine.section;
}

let last: { readonly runs: Results['runs']; readonly section: Section; readonly iterates: number } | null = null;

/** Numbers of recorded iterates of all runs together. */
const iteratesOf = (runs: Results['runs']): number =>
  runs.reduce((sum, run) => sum + run.trajectory.iterations.length, 0);

/** Whether there is twice as much to show as when the plane was chosen, or it shows something else. */
const outgrown = (section: Section, runs: Results['runs']): boolean =>
  last === null || !sameSection(section, last.section) ? runs.length > 0 : iteratesOf(runs) >= 2 * last.iterates;

function principalOf(runs: Results['runs'], scenario: DescentScenario, n: number): Section {
  const fitting = runs.filter((run) => run.final.x.length === n);
  if (fitting.length === 0) return axesSection(anchor(scenario, n), 0, 1);
  if (last?.runs !== runs) {
    const sets = fitting.map((run) => run.trajectory.points);
    last = { runs, section: principalSection(sets, n), iterates: iteratesOf(fitting) };
  }
  return last.section;
}

/** A box around the trajectories in the plane, with an eighth of room on every side. */
function extentOf(section: Section, runs: Results['runs']): Box | null {
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const run of runs) {
    const { coordinates } = project(section, run.trajectory.points);
    for (const [k, coordinate] of coordinates.entries()) {
      if (!Number.isFinite(coordinate)) continue;
      low[k % 2] = Math.min(low[k % 2] as number, coordinate);
      high[k % 2] = Math.max(high[k % 2] as number, coordinate);
    }
  }
  const span = Math.max(...high.map((top, i) => top - (low[i] as number)));
  if (!(span > 0 && Number.isFinite(span))) return null;
  // A trajectory along one direction still needs some width across it.
  return high.map((top, i) => {
    const bottom = low[i] as number;
    const room = Math.max((top - bottom) / 8, span / 8);
    return [bottom - room, top + room] as const;
  });
}

const sameVector = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && a.every((value, i) => Object.is(value, b[i]));

function sameSection(a: Section | null, b: Section | null): boolean {
  if (a === b) return true;
  return a !== null && b !== null && sameVector(a.origin, b.origin) && sameVector(a.u, b.u) && sameVector(a.v, b.v);
}
