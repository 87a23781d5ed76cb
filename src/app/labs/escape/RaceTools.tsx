import { useStore } from 'zustand';
import { subscript } from '../../../core/formatNumber.ts';
import { setEscapeView } from '../../../store/escapeLooks.ts';
import { escapeStore } from '../../../store/escapeStore.ts';
import { editEscape } from '../../../store/scenarioStore.ts';
import { CheckControl } from '../../controls/CheckControl.tsx';
import shared from '../../controls/controls.module.css';
import classes from './EscapeLab.module.css';
import { useChosenAxes, useRaceAxes } from './useRace.ts';

const setAxes = (axes: readonly [number, number] | null): void =>
  editEscape(setEscapeView({ section: axes ? { kind: 'coordinates', axes } : undefined }));

/** Chooses the two coordinates whose plane is shown, or lets it follow the slowest racer. */
export function RaceTools() {
  const dimension = useStore(escapeStore, (state) => state.race?.result.dimension ?? 2);
  const chosen = useChosenAxes();
  const shown = useRaceAxes();
  if (dimension < 3) return null;
  // The one that the other has is exchanged with it.
  const choose = (place: 0 | 1, axis: number) => {
    const other = shown[1 - place] === axis ? shown[place] : (shown[1 - place] as number);
    setAxes(place === 0 ? [axis, other] : [other, axis]);
  };
  return (
    <div className={classes.tools}>
      <CheckControl checked={chosen === null} onChange={(follows) => setAxes(follows ? null : shown)}>
        Follow the slowest
      </CheckControl>
      {([0, 1] as const).map((place) => (
        <AxisChoice
          key={place}
          name={place === 0 ? 'Plane of' : 'and'}
          axis={shown[place]}
          dimension={dimension}
          onChoose={(axis) => choose(place, axis)}
        />
      ))}
    </div>
  );
}

interface AxisChoiceProps {
  readonly name: string;
  readonly axis: number;
  readonly dimension: number;
  readonly onChoose: (axis: number) => void;
}

function AxisChoice({ name, axis, dimension, onChoose }: AxisChoiceProps) {
  const positions = Array.from({ length: dimension }, (_, position) => position);
  return (
    <label className={classes.choose}>
      {name}
      <select className={shared.select} value={axis} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
        {positions.map((position) => (
          <option key={position} value={position}>
            x{subscript(position + 1)}
          </option>
        ))}
      </select>
    </label>
  );
}
