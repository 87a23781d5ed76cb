import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import type { ChoiceParam } from '../../core/params.ts';
import { ControlLabel } from './ControlLabel.tsx';
import classes from './controls.module.css';
import type { ControlProps } from './ParamControl.tsx';

/** More letters than this do not fit side by side in a panel. */
const SEGMENT_LETTERS = 24;

/** One of a few words: side by side where they fit, else in a list. */
export function ChoiceControl({ name, spec, value, handlers }: ControlProps<ChoiceParam>) {
  const fieldId = useId();
  const meaningId = useId();
  const letters = spec.choices.reduce((sum, choice) => sum + choice.label.length, 0);
  const set = (chosen: string) => handlers.set({ [name]: chosen === spec.default ? undefined : chosen });
  const fits = letters <= SEGMENT_LETTERS && spec.choices.length <= 4;
  return (
    <div className={classes.control}>
      <ControlLabel {...spec} htmlFor={fits ? undefined : fieldId} meaningId={meaningId} />
      {fits ? (
        <SegmentedControl
          size="xs"
          aria-label={spec.label}
          aria-describedby={meaningId}
          data={spec.choices.map((choice) => ({ ...choice }))}
          value={value as string}
          onChange={set}
        />
      ) : (
        <select
          id={fieldId}
          className={classes.select}
          aria-describedby={meaningId}
          value={value as string}
          onChange={(event) => set(event.currentTarget.value)}
        >
          {spec.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
