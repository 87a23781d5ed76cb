import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { landscapeById } from '../../../core/landscapes/registry.ts';
import { methodById, methods } from '../../../core/methods/registry.ts';
import type { IntegerParam, Params } from '../../../core/params.ts';
import { PATH_LENGTHS_DEFAULTS } from '../../../scenario/experiments/pathLengthsDefaults.ts';
import { trainingMethodOf } from '../../../scenario/training.ts';
import { setTraining, setTrainingParams } from '../../../store/pathsEdits.ts';
import { settingsOn } from '../../../store/pathsScenario.ts';
import { pathsStore } from '../../../store/pathsStore.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import { editPaths, scenarioStore } from '../../../store/scenarioStore.ts';
import {
  cancelTraining,
  endsOfRuns,
  takeEndsOfRuns,
  trainNextPair,
  trainPathEnds,
} from '../../../store/trainPathEnds.ts';
import { IterationChartView } from '../../../views/IterationChartView.tsx';
import { ParamControl } from '../../controls/ParamControl.tsx';
import { ParamList } from '../../controls/ParamList.tsx';
import { ProgressLine } from '../../controls/ProgressLine.tsx';
import { useShownLater } from '../../controls/useShownLater.ts';
import { Section } from '../../panels/Section.tsx';
import { drawingTheme } from '../../theme.ts';
import { useThemeName } from '../../useThemeName.ts';
import panels from '../escape/EscapePanels.module.css';
import classes from './EndsPanel.module.css';
import { MethodSelect } from './MethodSelect.tsx';
import { pathsHandlers } from './pathsHandlers.ts';
import { trainingChart } from './trainingChart.ts';

/** What there is where no method is named. */
const BACKTRACKING = { id: '', name: 'Descent with backtracking' };
const noParams: Params = {};
const handlers = pathsHandlers(setTrainingParams);
const stepsHandlers = pathsHandlers(({ iterations }) => setTraining({ iterations: iterations as number | undefined }));

const stepsSpec: IntegerParam = {
  kind: 'integer',
  label: 'Steps',
  symbol: 'K',
  meaning: 'For each end and level at most; it ends a little below the level.',
  default: PATH_LENGTHS_DEFAULTS.iterations,
  min: 0,
  max: 10_000_000,
  slider: { from: 100, to: 100_000, scale: 'log' },
};

/** How ends are brought down to a level: by which method, in how many steps; and, of one path, how they came. */
export function TrainingPanel({ isOfOnePath }: { readonly isOfOnePath: boolean }) {
  const landscape = useStore(scenarioStore, (state) => state.scenario.landscape);
  const training = useStore(scenarioStore, (state) => settingsOn(state.paths, state.scenario.landscape).training);
  const dimension = useStore(resultsStore, (state) => state.landscape?.dimension ?? 2);
  const choice = trainingMethodOf(training ?? {}, landscape.id);
  const method = choice && methodById(choice.id);
  const family = landscapeById(landscape.id);
  const standard = family?.training?.id ?? BACKTRACKING.id;
  const choose = (id: string) => editPaths(setTraining({ method: id === standard ? undefined : { id } }));
  return (
    <Section title="Training of the ends" summary={method?.name ?? BACKTRACKING.name}>
      {isOfOnePath && <TrainingActions isRandom={family?.initialPoint !== undefined} />}
      {isOfOnePath && <TrainedEnds />}
      <MethodSelect
        label="Training method"
        value={choice?.id ?? BACKTRACKING.id}
        methods={family?.training ? methods : [BACKTRACKING, ...methods]}
        onChoose={choose}
      />
      {method && (
        <ParamList specs={method.params} given={choice.params ?? noParams} dimension={dimension} handlers={handlers} />
      )}
      <ParamControl
        name="iterations"
        spec={stepsSpec}
        value={training?.iterations ?? PATH_LENGTHS_DEFAULTS.iterations}
        given={training?.iterations !== undefined}
        handlers={stepsHandlers}
      />
    </Section>
  );
}

/** Starts a training, or ends the one under way. */
function TrainingActions({ isRandom }: { readonly isRandom: boolean }) {
  const progress = useStore(pathsStore, (state) => state.endsProgress);
  const hasRuns = useStore(resultsStore, ({ runs, landscapeChoice }) => endsOfRuns(runs, landscapeChoice) !== null);
  const isLong = useShownLater(progress !== null);
  if (progress !== null && isLong) {
    return <ProgressLine label="Ends trained" fraction={progress} onCancel={cancelTraining} />;
  }
  return (
    <div className={panels.chips}>
      <Button size="compact-sm" variant="default" onClick={() => void trainPathEnds()}>
        Let both descend to u
      </Button>
      {isRandom && (
        <Button size="compact-sm" variant="default" onClick={() => void trainNextPair()}>
          Train the next random pair
        </Button>
      )}
      {hasRuns && (
        <Button size="compact-sm" variant="default" onClick={takeEndsOfRuns}>
          Take the ends of the lowest two runs
        </Button>
      )}
    </div>
  );
}

/** f at the ends over the steps of their last training. */
function TrainedEnds() {
  const trained = useStore(pathsStore, (state) => state.endsTrained);
  const landscape = useStore(scenarioStore, (state) => state.scenario.landscape);
  const theme = drawingTheme(useThemeName());
  const chart = useMemo(() => trained && trainingChart(trained.curves, trained.of.experiment.level), [trained]);
  if (!chart || trained?.of.landscape !== landscape) return null;
  return (
    <div className={classes.trained} data-view="training">
      <IterationChartView chart={chart} theme={theme} />
    </div>
  );
}
