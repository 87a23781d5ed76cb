import { type ReactNode, useId } from 'react';
import shared from './controls.module.css';

interface CheckControlProps {
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
  /** The words beside the box. */
  readonly children: ReactNode;
}

/** A box to tick. */
export function CheckControl({ checked, disabled = false, onChange, children }: CheckControlProps) {
  const id = useId();
  return (
    <label className={shared.check} htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {children}
    </label>
  );
}
