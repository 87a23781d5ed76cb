import { useStore } from 'zustand';
import { subscript } from '../../../core/formatNumber.ts';
import { setEscapeView } from '../../../store/escapeEdits.ts';
import { escapeStore } from '../../../store/escapeStore.ts';
import { editEscape } from '../../../store/scenarioStore.ts';
import shared from '../../controls/controls.module.css';
import classes from './EscapeLab.module.css';
import { useRaceAxes } from './useRace.ts';

const setAxes = (axes: readonly [number, number]): void =>
  editEscape(setEscapeView({ section: { kind: 'coordinates', axes } }));

/** Chooses the two coordinates whose plane is shown. */
export function RaceTools() {
  const dimension = useStore(escapeStore, (state) => state.race?.result.dimension ?? 2);
  const axes = useRaceAxes();
  if (dimension < 3) return null;
  const positions = Array.from({ length: dimension }, (_, axis) => axis);
  // The one that the other has is exchanged with it.
  const choose = (place: 0 | 1, axis: number) => {
    const other = axes[1 - place] === axis ? axes[place] : (axes[1 - place] as number);
    setAxes(place === 0 ? [axis, other] : [other, axis]);
  };
  return (
    <div className={classes.tools}>
      {([0, 1] as const).map((place) => (
        <label key={place} className={classes.choose}>
          {place === 0 ? 'Plane of' : 'and'}
          <select
            className={shared.select}
            value={axes[place]}
            onChange={(event) => choose(place, Number(event.currentTarget.value))}
          >
            {positions.map((axis) => (
              <option key={axis} value={axis}>
                x{subscript(axis + 1)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
