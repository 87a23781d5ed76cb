import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { cancelRuns } from '../../store/followRuns.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { ProgressLine } from '../controls/ProgressLine.tsx';
import classes from './Sentence.module.css';

/** Anything shorter is over before a bar could be read, in milliseconds. */
const BLINK = 250;

/** The progress of the runs that a worker finishes, with a cancel; shown once it takes longer than a blink. */
export function WorkProgress() {
  const progress = useStore(resultsStore, (state) => state.runsProgress);
  const working = progress !== null;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!working) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), BLINK);
    return () => clearTimeout(timer);
  }, [working]);
  if (!shown || progress === null) return null;
  return (
    <div className={classes.work}>
      <ProgressLine label="Runs computed" fraction={progress} onCancel={cancelRuns} />
    </div>
  );
}
