import { useStore } from 'zustand';
import type { ChoiceParam, IntegerParam } from '../../core/params.ts';
import { LIMITS } from '../../scenario/limits.ts';
import type { ViewChoice } from '../../scenario/types.ts';
import { setView } from '../../store/edits.ts';
import { scenarioStore } from '../../store/scenarioStore.ts';
import { editHandlers } from '../controls/handlers.ts';
import { ParamControl } from '../controls/ParamControl.tsx';

/** Linear or logarithmic. */
const scaleSpec: ChoiceParam = {
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
const coloursSpec: ChoiceParam = {
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
const levelsSpec: IntegerParam = {
  kind: 'integer',
  label: 'Contour levels',
  symbol: '',
  meaning: 'Number of contour lines, about; the levels are round numbers.',
  default: 16,
  min: 1,
  max: LIMITS.contourLevels,
  slider: { from: 4, to: 60, scale: 'linear' },
};

const handlers = editHandlers((changes) => setView(changes as ViewChoice));

/** What a section with these controls says of them while it is closed. */
export function useContourStyleSummary(): string {
  return useStore(scenarioStore, ({ scenario: { view } }) => {
    return `${view?.scale ?? scaleSpec.default} · ${view?.colours ?? coloursSpec.default}`;
  });
}

/** How values become colours and heights, in every lab that shows a landscape. */
export function ContourStyleControls() {
  const scale = useStore(scenarioStore, ({ scenario }) => scenario.view?.scale);
  const colours = useStore(scenarioStore, ({ scenario }) => scenario.view?.colours);
  const levels = useStore(scenarioStore, ({ scenario }) => scenario.view?.levels);
  return (
    <>
      <ParamControl
        name="scale"
        spec={scaleSpec}
        value={scale ?? scaleSpec.default}
        given={scale !== undefined}
        handlers={handlers}
      />
      <ParamControl
        name="colours"
        spec={coloursSpec}
        value={colours ?? coloursSpec.default}
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
    </>
  );
}
