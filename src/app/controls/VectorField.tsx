import { useEffect, useId, useState } from 'react';
import { formatNumber } from '../../core/formatNumber.ts';
import classes from './NumberField.module.css';
import { readVector, vectorText } from './vectorText.ts';

interface VectorFieldProps {
  readonly label: string;
  readonly value: readonly number[];
  readonly onCommit: (value: readonly number[]) => void;
}

/** Many numbers in one field, separated by commas; works as `NumberField`. */
export function VectorField({ label, value, onCommit }: VectorFieldProps) {
  const messageId = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const revert = () => {
    setDraft(null);
    setMessage(null);
  };
  // A value that changes from elsewhere replaces what was typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `value` is the trigger
  useEffect(revert, [value]);
  const type = (text: string) => {
    setDraft(text);
    const typed = readVector(text, value.length);
    setMessage('message' in typed ? typed.message : null);
  };
  const commit = () => {
    if (draft === null || message !== null) return;
    const typed = readVector(draft, value.length);
    setDraft(null);
    if ('value' in typed && vectorText(typed.value) !== vectorText(value)) onCommit(typed.value);
  };
  return (
    <span className={classes.lone}>
      <input
        className={`${classes.field} ${classes.vector}`}
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={message !== null || undefined}
        aria-describedby={message === null ? undefined : messageId}
        title={vectorText(value)}
        value={draft ?? (focused ? vectorText(value) : value.map((number) => formatNumber(number)).join(', '))}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          commit();
        }}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') revert();
        }}
      />
      {message && (
        <span id={messageId} className={classes.message} role="alert">
          {message}
        </span>
      )}
    </span>
  );
}
