import { useStore } from 'zustand';
import { scenarioStore } from '../../../store/scenarioStore.ts';
import { type EscapePlace, escapePlaces, openEscapePlace, shownEscapePlace } from '../../escapePlaces.ts';
import classes from './EscapeLab.module.css';

const NAMES: { readonly [K in EscapePlace]: string } = {
  experiment: 'Experiment',
  race: 'Race',
  comparison: 'Your landscape',
};

/** What of the Escape lab is shown: its octopuses in two views, or methods compared on any landscape. */
export function ViewSwitch() {
  const shown = useStore(scenarioStore, shownEscapePlace);
  return (
    <fieldset className={classes.switch}>
      <legend className={classes.legend}>View (V)</legend>
      {escapePlaces.map((place) => (
        <button
          key={place}
          type="button"
          className={classes.choice}
          aria-pressed={place === shown}
          onClick={() => openEscapePlace(place)}
        >
          {NAMES[place]}
        </button>
      ))}
    </fieldset>
  );
}
