import { ChevronDown } from 'lucide-react';
import { type ReactNode, useEffect, useId, useState } from 'react';
import classes from './Section.module.css';

interface SectionProps {
  readonly title: string;
  /** What there is to know while it is closed. */
  readonly summary?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** Open at first, and opened whenever this becomes true. */
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}

/** A part of a side panel with a heading that opens and closes it. */
export function Section({ title, summary, actions, startsOpen = true, children }: SectionProps) {
  const [open, setOpen] = useState(startsOpen);
  useEffect(() => {
    if (startsOpen) setOpen(true);
  }, [startsOpen]);
  const bodyId = useId();
  const titleId = useId();
  return (
    <section className={classes.section} aria-labelledby={titleId}>
      <header className={classes.header}>
        <h2 className={classes.heading} id={titleId}>
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={open}
            aria-controls={bodyId}
            onClick={() => setOpen(!open)}
          >
            <ChevronDown
              className={`${classes.chevron} ${open ? '' : classes.closed}`}
              size="1.1em"
              aria-hidden="true"
            />
            {title}
          </button>
        </h2>
        {!open && summary && <span className={classes.summary}>{summary}</span>}
        {actions}
      </header>
      <div id={bodyId} className={classes.body} hidden={!open}>
        {open && children}
      </div>
    </section>
  );
}
