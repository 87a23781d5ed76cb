import { ChevronDown, ChevronUp } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useStore } from 'zustand';
import { setView } from '../../store/edits.ts';
import { pause, seek } from '../../store/playback.ts';
import { preferencesStore } from '../../store/preferencesStore.ts';
import { type RunId, resultsStore } from '../../store/resultsStore.ts';
import { edit, scenarioStore } from '../../store/scenarioStore.ts';
import { EXCHANGE } from '../../views/ChartAxes.tsx';
import { ChartView } from '../../views/ChartView.tsx';
import type { IterateReference } from '../../views/types.ts';
import { FailureBoundary } from '../shell/FailureBoundary.tsx';
import { drawingTheme } from '../theme.ts';
import { useThemeName } from '../useThemeName.ts';
import classes from './ChartsStrip.module.css';
import { LayoutSwitch } from './LayoutSwitch.tsx';
import { useCharts, useEmphasis, useEmphasisedStart } from './useCharts.ts';
import { useHighlight } from './usePlaneProps.ts';

const onHoverIterate = (iterate: IterateReference | null) =>
  resultsStore.setState({
    hovered: iterate && { run: iterate.trajectoryId as RunId, iteration: iterate.iteration },
  });

const toggle = () => preferencesStore.setState((state) => ({ chartsOpen: !state.chartsOpen }));

function Charts({ only }: { readonly only: number | null }) {
  const charts = useCharts();
  const position = useStore(resultsStore, (state) => state.position);
  const highlighted = useHighlight();
  const emphasised = useEmphasis(highlighted);
  const theme = drawingTheme(useThemeName());
  const onSeek = useCallback((iteration: number) => {
    pause();
    seek(iteration);
  }, []);
  return (
    <div className={classes.charts}>
      {charts.map((chart, i) =>
        only === null || only === i ? (
          <div key={chart.title} className={classes.chart} data-view={`chart-${i}`}>
            <ChartView
              chart={chart}
              theme={theme}
              position={position}
              highlighted={highlighted}
              emphasised={emphasised}
              onHoverIterate={onHoverIterate}
              onSeek={onSeek}
            />
          </div>
        ) : null,
      )}
    </div>
  );
}

const LEAST = (
  <>
    λ<sub>min</sub>
  </>
);
const TITLES = [
  ['value', 'f − f*'],
  ['gradient norm', '‖∇f‖'],
  ['least eigenvalue', LEAST],
] as const;

/** Counts evaluations instead of iterations along the charts, and back. */
function ByEvaluations() {
  const by = useStore(scenarioStore, ({ scenario }) => scenario.view?.chartsBy ?? 'iterations');
  return (['iterations', 'evaluations'] as const).map((choice) => (
    <button
      key={choice}
      type="button"
      className={classes.tab}
      aria-pressed={by === choice}
      title={choice === 'evaluations' ? EXCHANGE : undefined}
      onClick={() => edit(setView({ chartsBy: choice === 'iterations' ? undefined : choice }))}
    >
      by {choice}
    </button>
  ));
}

interface ChartsStripProps {
  readonly open: boolean;
  /** One chart at a time, and the choice of the view beside them. */
  readonly oneChart: boolean;
  /** Nothing is charted: only the choice of the view is left. */
  readonly empty: boolean;
}

/** The convergence charts side by side under the views, or one at a time where there is little room. */
export function ChartsStrip({ open: isOpen, oneChart, empty }: ChartsStripProps) {
  const open = isOpen && !empty;
  const [only, setOnly] = useState(0);
  const start = useEmphasisedStart();
  return (
    <section className={classes.strip} aria-label={empty ? 'View' : 'Convergence charts'}>
      <div className={classes.header}>
        {!empty && (
          <button type="button" className={classes.toggle} aria-expanded={open} onClick={toggle}>
            {open ? <ChevronDown size={14} aria-hidden /> : <ChevronUp size={14} aria-hidden />} Charts
          </button>
        )}
        {open &&
          oneChart &&
          TITLES.map(([name, title], i) => (
            <button
              key={name}
              type="button"
              className={classes.tab}
              aria-pressed={only === i}
              onClick={() => setOnly(i)}
            >
              {title}
            </button>
          ))}
        {open && !oneChart && start !== null && (
          <span className={classes.emphasis}>· start {start + 1} in full, the others faint</span>
        )}
        <div className={classes.space} />
        {open && !oneChart && <ByEvaluations />}
        {oneChart && <LayoutSwitch oneView />}
      </div>
      {open && (
        <FailureBoundary what="The charts">
          <Charts only={oneChart ? only : null} />
        </FailureBoundary>
      )}
    </section>
  );
}
