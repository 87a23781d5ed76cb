import { useId } from 'react';
import shared from '../../controls/controls.module.css';
import classes from './EndsPanel.module.css';

interface MethodSelectProps {
  readonly label: string;
  readonly value: string;
  readonly methods: readonly { readonly id: string; readonly name: string; readonly disabled?: boolean }[];
  readonly onChoose: (id: string) => void;
}

/** One of the methods, by its name, as wide as the panel. */
export function MethodSelect({ label, value, methods, onChoose }: MethodSelectProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      <select
        id={id}
        className={`${shared.select} ${classes.select}`}
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {methods.map((method) => (
          <option key={method.id} value={method.id} disabled={method.disabled}>
            {method.name}
          </option>
        ))}
      </select>
    </>
  );
}
