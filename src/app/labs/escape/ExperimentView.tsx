import { useMemo } from 'react';
import { useStore } from 'zustand';
import { describeEscape } from '../../../core/escape/sentence.ts';
import { escapeStore } from '../../../store/escapeStore.ts';
import { cancelExperiment, restartExperiment } from '../../../store/followEscape.ts';
import { BandChartView } from '../../../views/BandChartView.tsx';
import { drawingTheme } from '../../theme.ts';
import { useThemeName } from '../../useThemeName.ts';
import classes from './EscapeLab.module.css';
import { EscapeTable } from './EscapeTable.tsx';
import { ExperimentTools } from './ExperimentTools.tsx';
import { passageChart, totalChart } from './escapeCharts.ts';
import { LabSentence } from './LabSentence.tsx';
import { useFoundMethods, useShownContractions, useShownDimension } from './useEscape.ts';

/** The charts of the experiment, its table, and what it says in one sentence. */
export function ExperimentView({ presenting }: { readonly presenting: boolean }) {
  const found = useStore(escapeStore, (state) => state.experiment);
  const yScale = useStore(escapeStore, (state) => state.yScale);
  const { methods } = useFoundMethods(found);
  const { hidden } = useShownContractions(found);
  const dimension = useShownDimension(found);
  const theme = drawingTheme(useThemeName());
  const charts = useMemo(() => {
    if (!found) return [];
    const choice = { methods, hidden, dimension, yScale };
    return [passageChart(found.result, choice), totalChart(found.result, choice)];
  }, [found, methods, hidden, dimension, yScale]);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={classes.experiment} aria-label="The experiment" tabIndex={0}>
        {!presenting && <ExperimentTools />}
        <div className={classes.charts}>
          {charts.map((chart, i) => (
            <div key={chart.xName} className={classes.chart} data-view={`escape-chart-${i}`}>
              <BandChartView chart={chart} theme={theme} />
            </div>
          ))}
        </div>
        {!presenting && <EscapeTable />}
      </section>
      <ExperimentSentence />
    </>
  );
}

function ExperimentSentence() {
  const found = useStore(escapeStore, (state) => state.experiment);
  const progress = useStore(escapeStore, (state) => state.experimentProgress);
  const { isCurrent, named } = useFoundMethods(found);
  const { shown } = useShownContractions(found);
  const dimension = useShownDimension(found);
  const sentence = useMemo(
    () => (found ? describeEscape(found.result, shown, dimension, named) : ''),
    [found, shown, dimension, named],
  );
  const state = progress !== null ? null : !found ? 'Nothing was found.' : stateOf(isCurrent, found.isWhole);
  return (
    <LabSentence
      sentence={sentence}
      state={state}
      progress={progress}
      label="Runs computed"
      onCancel={cancelExperiment}
      onRestart={restartExperiment}
    />
  );
}

/** What there is to know of findings that are not all there is, or not of what is set; null otherwise. */
function stateOf(isCurrent: boolean, isWhole: boolean): string | null {
  if (!isCurrent) return 'This is of the settings before: the experiment with the new ones was cancelled.';
  return isWhole ? null : 'Partial: the experiment was cancelled, and this is what it had found.';
}
