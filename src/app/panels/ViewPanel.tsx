import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import type { ChoiceParam } from '../../core/params.ts';
import type { ViewChoice } from '../../scenario/types.ts';
import { setView } from '../../store/edits.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { scenarioStore } from '../../store/scenarioStore.ts';
import { EXCHANGE } from '../../views/ChartAxes.tsx';
import { editHandlers } from '../controls/handlers.ts';
import { ParamControl } from '../controls/ParamControl.tsx';
import { ContourStyleControls, useContourStyleSummary } from './ContourStyleControls.tsx';
import { Section } from './Section.tsx';

/** Its code comes with the first landscape of more than two variables. */
const SectionChooser = lazy(() => import('./SectionChooser.tsx'));

const chartsSpec: ChoiceParam = {
  kind: 'choice',
  label: 'Charts by',
  symbol: '',
  meaning: `What the convergence charts count along their axis. ${EXCHANGE}`,
  default: 'iterations',
  choices: [
    { value: 'iterations', label: 'iterations' },
    { value: 'evaluations', label: 'evaluations' },
  ],
};

const handlers = editHandlers((changes) => setView(changes as ViewChoice));

/** How the landscape is drawn, and which plane of it. */
export function ViewPanel() {
  const chartsBy = useStore(scenarioStore, ({ scenario }) => scenario.view?.chartsBy);
  const hasRuns = useStore(scenarioStore, ({ lab }) => lab === 'descent');
  const dimension = useStore(resultsStore, (state) => state.landscape?.dimension ?? 2);
  const summary = useContourStyleSummary();
  return (
    // Opens of itself where there is a plane to choose.
    <Section key={dimension > 2 ? 'plane' : 'whole'} title="View" startsOpen={dimension > 2} summary={summary}>
      {dimension > 2 && (
        <Suspense>
          <SectionChooser />
        </Suspense>
      )}
      <ContourStyleControls />
      {hasRuns && (
        <ParamControl
          name="chartsBy"
          spec={chartsSpec}
          value={chartsBy ?? 'iterations'}
          given={chartsBy !== undefined}
          handlers={handlers}
        />
      )}
    </Section>
  );
}
