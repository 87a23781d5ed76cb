import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { formatNumber } from '../../core/formatNumber.ts';
import classes from './NumberField.module.css';
import { fullText, type Typed } from './numberText.ts';
import { keyStep } from './Slider.tsx';
import type { StepSize } from './sliderScale.ts';

interface NumberFieldProps {
  readonly value: number;
  /** Significant digits at rest, 4 where left out. */
  readonly digits?: number;
  readonly label: string;
  /** Reads what was typed. */
  readonly read: (text: string) => Typed;
  readonly onCommit: (value: number) => void;
  /** Arrow up and down. */
  readonly onStep?: ((direction: 1 | -1, size: StepSize) => void) | undefined;
  /** Tells what is wrong with the text, or null; whoever shows it gives it the id `messageId`. */
  readonly onMessage: (message: string | null) => void;
  readonly messageId: string;
  readonly id?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly className?: string | undefined;
}

/**
 * A number in a text field: a few significant digits at rest, all of them while it has the keyboard. Enter or leaving
 * the field applies it, Escape takes it back. A text that is not accepted stays, marked, and changes nothing.
 */
export function NumberField({
  value,
  digits = 4,
  label,
  read,
  onCommit,
  onStep,
  onMessage,
  ...rest
}: NumberFieldProps) {
  const { draft, invalid, type, commit, revert } = useDraft(value, read, onCommit, onMessage);
  const [focused, setFocused] = useState(false);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      revert();
    }
    const step = event.key === 'ArrowUp' || event.key === 'ArrowDown' ? keyStep(event) : null;
    if (!step || !onStep) return;
    event.preventDefault();
    revert();
    onStep(step.direction, step.size);
  };
  return (
    <input
      id={rest.id}
      className={`${classes.field} ${rest.className ?? ''}`}
      type="text"
      inputMode="text"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={[rest.describedBy, invalid && rest.messageId].filter(Boolean).join(' ') || undefined}
      title={fullText(value)}
      value={draft ?? (focused ? fullText(value) : formatNumber(value, digits))}
      onFocus={(event) => {
        setFocused(true);
        selectSoon(event.currentTarget, fullText(value));
      }}
      onBlur={() => {
        setFocused(false);
        commit();
      }}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

/** Selects all of a field once the press that focused it is over, unless something has been typed by then. */
function selectSoon(field: HTMLInputElement, text: string): void {
  requestAnimationFrame(() => {
    if (field === document.activeElement && field.value === text) field.select();
  });
}

/** What is typed and not yet applied; null shows the value itself. */
function useDraft(
  value: number,
  read: (text: string) => Typed,
  onCommit: (value: number) => void,
  onMessage: (message: string | null) => void,
) {
  const [draft, setDraft] = useState<string | null>(null);
  const [invalid, setInvalid] = useState(false);
  const report = (message: string | null) => {
    setInvalid(message !== null);
    onMessage(message);
  };
  const revert = () => {
    setDraft(null);
    report(null);
  };
  const latestRevert = useRef(revert);
  useEffect(() => {
    latestRevert.current = revert;
  });
  // A value that changes from elsewhere (a slider, undo) replaces what was typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `value` is the trigger
  useEffect(() => latestRevert.current(), [value]);

  const type = (text: string) => {
    setDraft(text);
    const typed = read(text);
    report('message' in typed ? typed.message : null);
  };
  const commit = () => {
    if (draft === null) return;
    const typed = read(draft);
    if ('message' in typed) return;
    setDraft(null);
    if (typed.value !== value) onCommit(typed.value);
  };
  return { draft, invalid, type, commit, revert };
}

interface LoneNumberFieldProps extends Omit<NumberFieldProps, 'onMessage' | 'messageId'> {}

/** A number field that shows its own message below itself. */
export function LoneNumberField(props: LoneNumberFieldProps) {
  const [message, setMessage] = useState<string | null>(null);
  const messageId = useId();
  return (
    <span className={classes.lone}>
      <NumberField {...props} messageId={messageId} onMessage={setMessage} />
      {message && (
        <span id={messageId} className={classes.message} role="alert">
          {message}
        </span>
      )}
    </span>
  );
}
