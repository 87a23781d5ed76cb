import { useId, useState } from 'react';
import type { NamesParam } from '../../core/params.ts';
import { ControlLabel } from './ControlLabel.tsx';
import classes from './controls.module.css';
import type { ControlProps } from './ParamControl.tsx';

/** The names in a text: "x, y" or "x y". */
function splitNames(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter(Boolean);
}

/** A list of names in one field; Enter or leaving it applies it. */
export function NamesControl({ name, spec, value, handlers, problems = [] }: ControlProps<NamesParam>) {
  const fieldId = useId();
  const meaningId = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const shown = (value as readonly string[]).join(', ');
  const commit = () => {
    if (draft === null) return;
    setDraft(null);
    const names = splitNames(draft);
    if (names.length > 0 && names.join(', ') !== shown) handlers.set({ [name]: names });
  };
  return (
    <div className={classes.control}>
      <ControlLabel {...spec} symbol={undefined} htmlFor={fieldId} meaningId={meaningId} />
      <input
        id={fieldId}
        className={`${classes.text} ${classes.mono}`}
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-describedby={meaningId}
        aria-invalid={problems.length > 0 || undefined}
        value={draft ?? shown}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
      {problems.map(({ message }) => (
        <p key={message} className={classes.message} role="alert">
          {message}
        </p>
      ))}
    </div>
  );
}
