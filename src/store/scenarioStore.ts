import { temporal } from 'zundo';
import { create } from 'zustand';
import type { DescentExperiment, Scenario } from '../scenario/types.ts';

/** What the Descent lab edits: a scenario whose experiment is a descent. */
export interface DescentScenario extends Scenario {
  readonly experiment: DescentExperiment;
}

/** A pure change of the scenario; `edits.ts` holds them. */
export type Edit = (scenario: DescentScenario) => DescentScenario;

interface ScenarioState {
  readonly scenario: DescentScenario;
}

/** How many steps back are kept. */
const HISTORY_LIMIT = 200;

/** Shown when the page is opened without a link: four basins, three starts, four methods. */
const openingScenario: DescentScenario = {
  version: 1,
  seed: 7,
  title: 'Himmelblau: four basins',
  note: 'Drag a start across a ridge and watch which of the four minima each method chooses.',
  landscape: { id: 'himmelblau' },
  experiment: {
    kind: 'descent',
    methods: [
      { id: 'gradient-descent', params: { stepSize: 0.01 } },
      { id: 'heavy-ball', params: { stepSize: 0.004, momentum: 0.85 } },
      { id: 'adam', params: { stepSize: 0.1 } },
      {
        id: 'perturbed-gradient-descent',
        params: {
          stepSize: 0.008,
          radius: 0.05,
          gradientThreshold: 0.01,
          waitIterations: 60,
          decreaseThreshold: 0.001,
        },
      },
    ],
    starts: [
      [0.2, -0.6],
      [-4.6, 0.4],
      [0.4, 4.4],
    ],
    stop: { maxIterations: 400, gradientTolerance: 1e-6 },
  },
  view: { scale: 'log' },
};

/** The scenario, which is what the link holds. Every change of it can be undone. */
export const scenarioStore = create<ScenarioState>()(
  temporal((): ScenarioState => ({ scenario: openingScenario }), {
    limit: HISTORY_LIMIT,
    equality: (past, current) => past.scenario === current.scenario,
  }),
);

const history = () => scenarioStore.temporal.getState();

/** Applies an edit as one step of the history. */
export function edit(change: Edit): void {
  scenarioStore.setState((state) => ({ scenario: change(state.scenario) }));
}

/** Applies an edit that is no step of the history: moving the camera. */
export function editUnrecorded(change: Edit): void {
  const { isTracking, pause, resume } = history();
  pause();
  edit(change);
  if (isTracking) resume();
}

let inGesture = false;

/** Begins a drag: the edits until `endGesture` are undone in one step. */
export function beginGesture(): void {
  endGesture();
  inGesture = true;
}

/** Applies an edit within a gesture; outside of one, the same as `edit`. */
export function editInGesture(change: Edit): void {
  edit(change);
  if (inGesture && history().isTracking) history().pause();
}

/** Ends a drag. */
export function endGesture(): void {
  if (!inGesture) return;
  inGesture = false;
  history().resume();
}

export const undo = (): void => {
  endGesture();
  history().undo();
};

export const redo = (): void => {
  endGesture();
  history().redo();
};
