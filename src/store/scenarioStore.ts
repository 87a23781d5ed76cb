import { temporal } from 'zundo';
import { create } from 'zustand';
import type {
  ComparisonExperiment,
  DescentExperiment,
  EscapeExperiment,
  MethodChoice,
  PathExperiment,
  PathLengthsExperiment,
  Scenario,
  SublevelExperiment,
} from '../scenario/types.ts';
import type { LabNote } from './labNotes.ts';

/** What the Descent lab edits: a scenario whose experiment is a descent. */
export interface DescentScenario extends Scenario {
  readonly experiment: DescentExperiment;
}

/** What the Escape lab edits: the experiment `escape` on the octopus. */
export interface EscapeScenario extends Scenario {
  readonly experiment: EscapeExperiment;
}

/** The Descent lab's methods compared on its landscape; `comparisonScenario.ts` makes it. */
export interface ComparisonScenario extends Scenario {
  readonly experiment: ComparisonExperiment;
}

/** What a comparison has beside the Descent lab's scenario. */
export interface ComparisonSettings {
  /** Random starts; null for none. */
  readonly cloud: NonNullable<ComparisonExperiment['cloud']> | null;
  /** Id of the landscape that the cloud's box was set for; on another one it is not used. */
  readonly boxOf?: string;
  /** True runs from the Descent lab's starts too. */
  readonly useStarts: boolean;
  readonly repeats?: number;
  readonly note?: LabNote;
}

/** A pure change of those. */
export type ComparisonEdit = (settings: ComparisonSettings) => ComparisonSettings;

/** The sublevel sets of the Descent lab's landscape; `topologyScenario.ts` makes it. */
export interface SublevelScenario extends Scenario {
  readonly experiment: SublevelExperiment;
}

/** What the Topology lab has beside the Descent lab's scenario. */
export interface TopologySettings extends Omit<SublevelExperiment, 'kind'> {
  /** Id of the landscape that all of it was set for; on another one nothing of it is used. */
  readonly of?: string;
  readonly note?: LabNote;
}

/** A pure change of those. */
export type TopologyEdit = (settings: TopologySettings) => TopologySettings;

/** A path on the Descent lab's landscape; `pathsScenario.ts` makes it. */
export interface PathScenario extends Scenario {
  readonly experiment: PathExperiment;
}

/** Lengths of paths against level; `pathsScenario.ts` makes it. */
export interface PathLengthsScenario extends Scenario {
  readonly experiment: PathLengthsExperiment;
}

/** What the Paths lab has beside the Descent lab's scenario. */
export interface PathsSettings {
  /** Id of the landscape that ends, pairs and levels were set for; on another one they are not used. */
  readonly of?: string;
  readonly ends?: PathExperiment['ends'];
  readonly level?: number;
  readonly method?: MethodChoice;
  readonly shorten?: boolean;
  readonly lengthOver?: readonly number[];
  /** True shows lengths against level instead of one path. */
  readonly lengths?: boolean;
  readonly pairs?: PathLengthsExperiment['pairs'];
  readonly levels?: readonly number[];
  readonly training?: PathLengthsExperiment['training'];
  readonly note?: LabNote;
}

/** A pure change of those; `pathsEdits.ts` holds them. */
export type PathsEdit = (settings: PathsSettings) => PathsSettings;

/** A pure change of the Descent lab's scenario; `edits.ts` holds them. */
export type Edit = (scenario: DescentScenario) => DescentScenario;

/** A pure change of the Escape lab's scenario; `escapeEdits.ts` holds them. */
export type EscapeEdit = (scenario: EscapeScenario) => EscapeScenario;

/** The parts of the page; `escape` and `comparison` stand behind one tab. */
export type Lab = 'descent' | 'escape' | 'comparison' | 'topology' | 'paths';

interface ScenarioState {
  /** Of the Descent lab. */
  readonly scenario: DescentScenario;
  /** Of the Escape lab. */
  readonly escape: EscapeScenario;
  readonly comparison: ComparisonSettings;
  readonly topology: TopologySettings;
  readonly paths: PathsSettings;
  /** Whose scenario the link holds. */
  readonly lab: Lab;
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

/** Shown when the Escape lab is opened: five saddles in a row, passed by two methods. */
const openingEscape: EscapeScenario = {
  version: 1,
  seed: 7,
  title: 'Saddles in a row: what each of them costs',
  landscape: { id: 'octopus', params: { dimension: 5 } },
  experiment: {
    kind: 'escape',
    methods: [{ id: 'gradient-descent' }, { id: 'perturbed-gradient-descent' }],
    dimensions: [2, 3, 4, 5],
    L: [1],
    repeats: 15,
  },
};

const openingComparison: ComparisonSettings = { cloud: {}, useStarts: false };

/** The scenarios of the labs; the link holds that of the open one. Every change of them can be undone. */
export const scenarioStore = create<ScenarioState>()(
  temporal(
    (): ScenarioState => ({
      scenario: openingScenario,
      escape: openingEscape,
      comparison: openingComparison,
      topology: {},
      paths: {},
      lab: 'descent',
    }),
    {
      limit: HISTORY_LIMIT,
      equality: (past, current) =>
        past.scenario === current.scenario &&
        past.escape === current.escape &&
        past.comparison === current.comparison &&
        past.topology === current.topology &&
        past.paths === current.paths &&
        past.lab === current.lab,
    },
  ),
);

const history = () => scenarioStore.temporal.getState();

/** Applies an edit as one step of the history. */
export function edit(change: Edit): void {
  scenarioStore.setState((state) => ({ scenario: change(state.scenario) }));
}

/** Applies an edit of the Escape lab's scenario as one step of the history. */
export function editEscape(change: EscapeEdit): void {
  scenarioStore.setState((state) => ({ escape: change(state.escape) }));
}

/** Applies an edit of the comparison's settings as one step of the history. */
export function editComparison(change: ComparisonEdit): void {
  scenarioStore.setState((state) => ({ comparison: change(state.comparison) }));
}

/** Applies an edit of the Topology lab's settings as one step of the history. */
export function editTopology(change: TopologyEdit): void {
  scenarioStore.setState((state) => ({ topology: change(state.topology) }));
}

/** Applies an edit of the Paths lab's settings as one step of the history. */
export function editPaths(change: PathsEdit): void {
  scenarioStore.setState((state) => ({ paths: change(state.paths) }));
}

/** Opens a lab; what was done in the other ones stays. */
export function openLab(lab: Lab): void {
  if (scenarioStore.getState().lab !== lab) scenarioStore.setState({ lab });
}

/** Whether a lab stands behind the tab that two share. */
export const isBehindEscape = (lab: Lab): lab is 'escape' | 'comparison' => lab === 'escape' || lab === 'comparison';

/** Of the two behind one tab, the one that was open last. */
let behindEscape: Lab = 'escape';
scenarioStore.subscribe(({ lab }) => {
  if (isBehindEscape(lab)) behindEscape = lab;
});

/** Opens what stands behind the second tab, as it was left. */
export function openBehindEscape(): void {
  if (!isBehindEscape(scenarioStore.getState().lab)) openLab(behindEscape);
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
  holdHistory();
}

/** The same for the Escape lab's scenario. */
export function editEscapeInGesture(change: EscapeEdit): void {
  editEscape(change);
  holdHistory();
}

/** The same for the comparison's settings. */
export function editComparisonInGesture(change: ComparisonEdit): void {
  editComparison(change);
  holdHistory();
}

/** The same for the Topology lab's settings. */
export function editTopologyInGesture(change: TopologyEdit): void {
  editTopology(change);
  holdHistory();
}

/** The same for the Paths lab's settings. */
export function editPathsInGesture(change: PathsEdit): void {
  editPaths(change);
  holdHistory();
}

function holdHistory(): void {
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
