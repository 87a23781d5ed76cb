import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import type { ChoiceParam, IntegerParam } from '../../core/params.ts';
import { LIMITS } from '../../scenario/limits.ts';
import type { ViewChoice } from '../../scenario/types.ts';
import { setView } from '../../store/edits.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { scenarioStore } from '../../store/scenarioStore.ts';
import { EXCHANGE } from '../../views/ChartAxes.tsx';
import { editHandlers } from '../controls/handlers.ts';
import { ParamControl } from '../controls/ParamControl.tsx';
import { Section } from './Section.tsx';

/** Its code comes with the first landscape of more than two variables. */
const SectionChooser = lazy(() => import('./SectionChooser.tsx'));

/** Linear or logarithmic. */
export const scaleSpec: ChoiceParam = {
  kind: 'choice',
  label: 'Scale',
  symbol: '',
  meaning: 'Linear in f, or logarithmic in f above its least value, which shows the floor of a valley.',
  default: 'linear',
  choices: [
    { value: 'linear', label: 'linear' },
    { value: 'log', label: 'log' },
  ],
};

/** The colour scale of the landscape. */
export const coloursSpec: ChoiceParam = {
  kind: 'choice',
  label: 'Colours',
  symbol: '',
  meaning: 'From dark (low) to light (high); all three read in the same order for every eye.',
  default: 'viridis',
  choices: [
    { value: 'viridis', label: 'viridis' },
    { value: 'cividis', label: 'cividis' },
    { value: 'greys', label: 'greys' },
  ],
};

/** How many contour lines. */
export const levelsSpec: IntegerParam = {
  kind: 'integer',
  label: 'Contour levels',
  symbol: '',
  meaning: 'Number of contour lines, about; the levels are round numbers.',
  default: 16,
  min: 1,
  max: LIMITS.contourLevels,
  slider: { from: 4, to: 60, scale: 'linear' },
};

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
  const scale = useStore(scenarioStore, ({ scenario }) => scenario.view?.scale);
  const colours = useStore(scenarioStore, ({ scenario }) => scenario.view?.colours);
  const levels = useStore(scenarioStore, ({ scenario }) => scenario.view?.levels);
  const chartsBy = useStore(scenarioStore, ({ scenario }) => scenario.view?.chartsBy);
  const dimension = useStore(resultsStore, (state) => state.landscape?.dimension ?? 2);
  const summary = `${scale ?? scaleSpec.default} · ${colours ?? coloursSpec.default}`;
  return (
    // Opens of itself where there is a plane to choose.
    <Section key={dimension > 2 ? 'plane' : 'whole'} title="View" startsOpen={dimension > 2} summary={summary}>
      {dimension > 2 && (
        <Suspense>
          <SectionChooser />
        </Suspense>
      )}
      <ParamControl
        name="scale"
        spec={scaleSpec}
        value={scale ?? 'linear'}
        given={scale !== undefined}
        handlers={handlers}
      />
      <ParamControl
        name="colours"
        spec={coloursSpec}
        value={colours ?? 'viridis'}
        given={colours !== undefined}
        handlers={handlers}
      />
      <ParamControl
        name="levels"
        spec={levelsSpec}
        value={levels ?? 16}
        given={levels !== undefined}
        handlers={handlers}
      />
      <ParamControl
        name="chartsBy"
        spec={chartsSpec}
        value={chartsBy ?? 'iterations'}
        given={chartsBy !== undefined}
        handlers={handlers}
      />
    </Section>
  );
}
