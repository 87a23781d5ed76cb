import { useStore } from 'zustand';
import { formatNumber as formatShort } from '../../../core/formatNumber.ts';
import { escapeStore } from '../../../store/escapeStore.ts';
import shared from '../../controls/controls.module.css';
import classes from './EscapeLab.module.css';
import { useFoundDimensions, useShownContractions, useShownDimension } from './useEscape.ts';

const SCALES = ['log', 'linear'] as const;

/** What the charts show: which octopuses, the saddles of which dimension, on which axis. */
export function ExperimentTools() {
  return (
    <div className={classes.tools}>
      <ContractionToggles />
      <DimensionChoice />
      <ScaleSwitch />
    </div>
  );
}

function ContractionToggles() {
  const found = useStore(escapeStore, (state) => state.experiment);
  const { all, hidden } = useShownContractions(found);
  if (all.length < 2) return null;
  const toggle = (L: number) => {
    const next = hidden.includes(L) ? hidden.filter((other) => other !== L) : [...hidden, L];
    escapeStore.setState({ hidden: next.length < all.length ? next : [] });
  };
  return (
    <fieldset className={classes.toggles} aria-label="Values of L shown">
      {all.map((L) => (
        <button
          key={L}
          type="button"
          className={classes.toggle}
          aria-pressed={!hidden.includes(L)}
          onClick={() => toggle(L)}
        >
          L = {formatShort(L)}
        </button>
      ))}
    </fieldset>
  );
}

function DimensionChoice() {
  const found = useStore(escapeStore, (state) => state.experiment);
  const shown = useShownDimension(found);
  const dimensions = useFoundDimensions(found);
  if (dimensions.length < 2) return null;
  return (
    <label className={classes.choose}>
      Saddles of d =
      <select
        className={shared.select}
        value={shown}
        onChange={(event) => escapeStore.setState({ shownDimension: Number(event.currentTarget.value) })}
      >
        {dimensions.map((dimension) => (
          <option key={dimension} value={dimension}>
            {dimension}
          </option>
        ))}
      </select>
    </label>
  );
}

function ScaleSwitch() {
  const yScale = useStore(escapeStore, (state) => state.yScale);
  return (
    <fieldset className={classes.switch}>
      <legend className={classes.legend}>Vertical axis</legend>
      {SCALES.map((scale) => (
        <button
          key={scale}
          type="button"
          className={classes.choice}
          aria-pressed={scale === yScale}
          onClick={() => escapeStore.setState({ yScale: scale })}
        >
          {scale}
        </button>
      ))}
    </fieldset>
  );
}
