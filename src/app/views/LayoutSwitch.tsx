import { useStore } from 'zustand';
import { setView } from '../../store/edits.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { edit, scenarioStore } from '../../store/scenarioStore.ts';
import classes from './LandscapeViews.module.css';

const LAYOUTS = [
  { layout: 'contour', label: 'Contour' },
  { layout: 'surface', label: 'Surface' },
  { layout: 'both', label: 'Both' },
] as const;

/** The views that are shown: of one variable the graph; where there is room for one view only, one of them. */
export function useLayout(oneView: boolean): 'contour' | 'surface' | 'both' {
  const chosen = useStore(scenarioStore, (state) => state.scenario.view?.layout ?? 'contour');
  const dimension = useStore(resultsStore, (state) => state.landscape?.dimension ?? 2);
  return dimension === 1 || (chosen === 'both' && oneView) ? 'contour' : chosen;
}

/** Chooses between contour, surface and both. */
export function LayoutSwitch({ oneView }: { readonly oneView: boolean }) {
  const layout = useLayout(oneView);
  const dimension = useStore(resultsStore, (state) => state.landscape?.dimension ?? 2);
  if (dimension === 1) return null;
  return (
    <fieldset className={classes.switch}>
      <legend className={classes.legend}>View (V)</legend>
      {LAYOUTS.filter((choice) => !oneView || choice.layout !== 'both').map((choice) => (
        <button
          key={choice.layout}
          type="button"
          className={classes.choice}
          aria-pressed={layout === choice.layout}
          onClick={() => edit(setView({ layout: choice.layout }))}
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  );
}
