import { type ReactNode, useId, useRef } from 'react';
import type { ExpressionParam } from '../../core/params.ts';
import type { Problem } from '../../scenario/types.ts';
import { ControlLabel } from './ControlLabel.tsx';
import classes from './ExpressionControl.module.css';
import { markedPieces } from './markedPieces.ts';
import type { ControlProps } from './ParamControl.tsx';

interface ExpressionProps extends ControlProps<ExpressionParam> {
  /** True while what is typed has not been tried: the problems belong to an older text and their places are off. */
  readonly pending?: boolean;
  /** What stands below the field while nothing is wrong. */
  readonly verdict?: ReactNode;
  /** Buttons that mend a problem. */
  readonly mend?: (problem: Problem) => ReactNode;
}

/** A typed formula. The offending characters are underlined, and each problem is listed with its place. */
export function ExpressionControl({ name, spec, value, handlers, ...rest }: ExpressionProps) {
  const { problems = [], pending = false, verdict, mend } = rest;
  const field = useRef<HTMLTextAreaElement>(null);
  const fieldId = useId();
  const meaningId = useId();
  const problemsId = useId();
  const text = value as string;
  const wrong = problems.length > 0 && !pending;
  const select = ({ start, end }: Problem) => {
    field.current?.focus();
    field.current?.setSelectionRange(start ?? 0, end ?? text.length);
  };
  return (
    <div className={classes.expression}>
      <ControlLabel {...spec} htmlFor={fieldId} meaningId={meaningId} />
      <div className={classes.sheet}>
        <textarea
          ref={field}
          id={fieldId}
          className={classes.text}
          value={text}
          rows={1}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          aria-invalid={wrong || undefined}
          aria-describedby={`${meaningId} ${problemsId}`}
          onChange={(event) => handlers.set({ [name]: event.currentTarget.value.replaceAll('\n', ' ') })}
          onBlur={handlers.endSlide}
        />
        <Underlay text={text} problems={pending ? [] : problems} />
      </div>
      <div id={problemsId} className={classes.below} aria-live="polite">
        {problems.length === 0
          ? verdict
          : problems.map((problem) => (
              <Finding
                key={`${problem.start} ${problem.message}`}
                problem={problem}
                onSelect={select}
                mend={mend?.(problem)}
              />
            ))}
      </div>
    </div>
  );
}

/** The same text behind the field, invisible but for the underlined pieces; it also gives the field its height. */
function Underlay({ text, problems }: { readonly text: string; readonly problems: readonly Problem[] }) {
  return (
    <div className={classes.underlay} aria-hidden="true">
      {markedPieces(text, problems).map(({ start, piece, marked }) =>
        marked ? (
          <mark key={start} className={classes.mark}>
            {piece}
          </mark>
        ) : (
          <span key={start}>{piece}</span>
        ),
      )}
      {'\u200b'}
    </div>
  );
}

/** A sentence in which what stands between backticks is code. */
function WithCode({ text }: { readonly text: string }) {
  return text.split('`').map((piece, i) =>
    i % 2 === 1 ? (
      // The pieces of a sentence do not move.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <code key={i} className={classes.code}>
        {piece}
      </code>
    ) : (
      piece
    ),
  );
}

interface FindingProps {
  readonly problem: Problem;
  readonly onSelect: (problem: Problem) => void;
  readonly mend: ReactNode;
}

function Finding({ problem, onSelect, mend }: FindingProps) {
  const { start, end, message } = problem;
  return (
    <div className={classes.finding}>
      <span>
        {start !== undefined && (
          <button type="button" className={classes.place} onClick={() => onSelect(problem)}>
            {end !== undefined && end > start + 1 ? `Characters ${start + 1}–${end}` : `Character ${start + 1}`}
          </button>
        )}{' '}
        <WithCode text={message} />
      </span>
      {mend}
    </div>
  );
}
