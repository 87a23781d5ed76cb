import { useStore } from 'zustand';
import { cancelCheck } from '../../store/claims.ts';
import { cancelRuns } from '../../store/followRuns.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { ProgressLine } from '../controls/ProgressLine.tsx';
import { useShownLater } from '../controls/useShownLater.ts';
import classes from './Sentence.module.css';
import { useSceneClaim } from './useSceneClaim.ts';

/**
 * The progress of the runs that a worker finishes, or of the claim that the scene is about, with a cancel; shown once
 * it takes longer than a blink.
 */
export function WorkProgress() {
  const runs = useStore(resultsStore, (state) => state.runsProgress);
  const claim = useSceneClaim();
  const progress = runs ?? claim?.checked?.progress ?? null;
  const shown = useShownLater(progress !== null);
  if (!shown || progress === null) return null;
  const isClaim = runs === null && claim !== null;
  return (
    <div className={classes.work}>
      <ProgressLine
        label={isClaim ? 'Claim checked' : 'Runs computed'}
        fraction={progress}
        onCancel={isClaim ? () => cancelCheck(claim.id) : cancelRuns}
      />
    </div>
  );
}
