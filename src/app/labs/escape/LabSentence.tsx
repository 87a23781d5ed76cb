import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { noteOn } from '../../../store/labNotes.ts';
import { type Lab, scenarioStore } from '../../../store/scenarioStore.ts';
import { ProgressLine } from '../../controls/ProgressLine.tsx';
import { useShownLater } from '../../controls/useShownLater.ts';
import classes from './EscapeLab.module.css';

interface LabSentenceProps {
  /** What the picture shows, in numbers. */
  readonly sentence: ReactNode;
  /** What must be said of it: that it is partial, or of other settings; null for nothing. */
  readonly state: string | null;
  /** 0 to 1; null while nothing is computed. */
  readonly progress: number | null;
  readonly label: string;
  readonly onCancel: () => void;
  readonly onRestart: () => void;
}

type Labs = ReturnType<typeof scenarioStore.getState>;

/** What to look for in the open lab, if its scenario says so. */
const NOTES: { readonly [L in Lab]: (state: Labs) => string | undefined } = {
  descent: ({ scenario }) => scenario.note,
  escape: ({ escape: escaping }) => escaping.note,
  comparison: ({ comparison, scenario }) => noteOn(comparison.note, scenario.landscape),
  topology: ({ topology, scenario }) => noteOn(topology.note, scenario.landscape),
  paths: ({ paths, scenario }) => noteOn(paths.note, scenario.landscape),
};

const noteOf = (state: Labs): string | undefined => NOTES[state.lab](state);

/** Under the picture: what to look for, what it shows, and how far what is computed has come. */
export function LabSentence({ sentence, state, progress, label, onCancel, onRestart }: LabSentenceProps) {
  const note = useStore(scenarioStore, noteOf);
  const isLong = useShownLater(progress !== null);
  return (
    <div className={classes.sentenceRow}>
      <div className={classes.words}>
        {note && <p className={classes.note}>{note}</p>}
        <p
          className={classes.sentence}
          data-testid="sentence"
          data-finished={progress === null}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
          tabIndex={0}
        >
          {state && <strong data-testid="state">{state} </strong>}
          {sentence}
        </p>
      </div>
      {progress !== null && isLong && (
        <div className={classes.work}>
          <ProgressLine label={label} fraction={progress} onCancel={onCancel} />
        </div>
      )}
      {progress === null && state && (
        <Button size="compact-sm" variant="default" onClick={onRestart}>
          Run again
        </Button>
      )}
    </div>
  );
}
