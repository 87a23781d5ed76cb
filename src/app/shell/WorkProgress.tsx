import { useStore } from 'zustand';
import { cancelRuns } from '../../store/followRuns.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { ProgressLine } from '../controls/ProgressLine.tsx';
import { useShownLater } from '../controls/useShownLater.ts';
import classes from './Sentence.module.css';

/** The progress of the runs that a worker finishes, with a cancel; shown once it takes longer than a blink. */
export function WorkProgress() {
  const progress = useStore(resultsStore, (state) => state.runsProgress);
  const shown = useShownLater(progress !== null);
  if (!shown || progress === null) return null;
  return (
    <div className={classes.work}>
      <ProgressLine label="Runs computed" fraction={progress} onCancel={cancelRuns} />
    </div>
  );
}
