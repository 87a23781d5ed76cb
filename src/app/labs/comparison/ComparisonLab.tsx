import { useLayoutEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { describeComparison } from '../../../core/descent/describeComparison.ts';
import { comparisonStore } from '../../../store/comparisonStore.ts';
import { setMethodLook } from '../../../store/edits.ts';
import { cancelComparison, followComparison, restartComparison } from '../../../store/followComparison.ts';
import { edit, scenarioStore } from '../../../store/scenarioStore.ts';
import { IterationChartView } from '../../../views/IterationChartView.tsx';
import { FailureBoundary } from '../../shell/FailureBoundary.tsx';
import { drawingTheme } from '../../theme.ts';
import { useThemeName } from '../../useThemeName.ts';
import { methodName } from '../../views/planeTrajectories.ts';
import { MethodToggles } from '../escape/EscapeKey.tsx';
import lab from '../escape/EscapeLab.module.css';
import { LabSentence } from '../escape/LabSentence.tsx';
import { ViewSwitch } from '../escape/ViewSwitch.tsx';
import classes from './ComparisonLab.module.css';
import { ComparisonTable } from './ComparisonTable.tsx';
import { comparisonCharts } from './comparisonCharts.ts';
import { useFoundComparison } from './useComparison.ts';

/** Methods compared on the Descent lab's landscape: how long they take to a second-order stationary point. */
export default function ComparisonLab({ presenting }: { readonly presenting: boolean }) {
  const title = useStore(scenarioStore, (state) => state.scenario.title);
  const methods = useStore(scenarioStore, (state) => state.scenario.experiment.methods);
  // Before anything is painted, because what is not begun yet would look as if it had been cancelled.
  useLayoutEffect(followComparison, []);
  return (
    <main id="views" className={`${lab.lab} ${presenting ? lab.presenting : ''}`} tabIndex={-1}>
      {presenting && <h1 className={lab.title}>{title ?? 'Methods compared'}</h1>}
      <header className={lab.header}>
        {!presenting && <ViewSwitch />}
        <MethodToggles methods={methods} onShow={onShow} />
      </header>
      <FailureBoundary what="The comparison">
        <Findings presenting={presenting} />
        <ComparisonSentence />
      </FailureBoundary>
    </main>
  );
}

const onShow = (index: number, visible: boolean) =>
  edit(setMethodLook(index, { visible: visible ? undefined : false }));

function Findings({ presenting }: { readonly presenting: boolean }) {
  const { found, methods } = useFoundComparison();
  const theme = drawingTheme(useThemeName());
  const charts = useMemo(() => (found ? comparisonCharts(found.result, methods) : []), [found, methods]);
  return (
    <section
      className={`${classes.findings} ${presenting ? classes.presenting : ''}`}
      aria-label="The comparison"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
    >
      <div className={classes.charts}>
        {charts.map((chart, i) => (
          <div key={chart.title} className={lab.chart} data-view={`comparison-chart-${i}`}>
            <IterationChartView chart={chart} theme={theme} />
          </div>
        ))}
      </div>
      {!presenting && <ComparisonTable />}
    </section>
  );
}

function ComparisonSentence() {
  const progress = useStore(comparisonStore, (state) => state.progress);
  const { found, isCurrent, methods } = useFoundComparison();
  const sentence = useMemo(() => {
    const named = methods.flatMap((method, methodIndex) =>
      method.visible === false ? [] : [{ methodIndex, name: methodName(method) }],
    );
    if (methods.length === 0) return 'Add a method to compare.';
    return found ? describeComparison(found.result.rows, named) : '';
  }, [found, methods]);
  const state = progress !== null ? null : !found ? 'Nothing was found.' : stateOf(isCurrent, found.isWhole);
  return (
    <LabSentence
      sentence={sentence}
      state={state}
      progress={progress}
      label="Runs computed"
      onCancel={cancelComparison}
      onRestart={restartComparison}
    />
  );
}

/** What there is to know of findings that are not all there is, or not of what is set; null otherwise. */
function stateOf(isCurrent: boolean, isWhole: boolean): string | null {
  if (!isCurrent) return 'This is of the settings before: the comparison with the new ones was cancelled.';
  return isWhole ? null : 'Partial: the comparison was cancelled, and this is what it had found.';
}
