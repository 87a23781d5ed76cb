import { Loader } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { describeRuns } from '../../core/descent/sentence.ts';
import type { MethodChoice } from '../../scenario/types.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { scenarioStore } from '../../store/scenarioStore.ts';
import { mapSentence } from '../panels/basinSentences.ts';
import { useDeferredRuns } from '../useDeferredRuns.ts';
import { isShown, methodName } from '../views/planeTrajectories.ts';
import { claimSentence } from './claimSentence.ts';
import classes from './Sentence.module.css';
import { useSentenceRoom } from './SentenceRoom.ts';
import { saddleSentence } from './saddleSentence.ts';
import { useSceneClaim } from './useSceneClaim.ts';
import { WorkProgress } from './WorkProgress.tsx';

/** What to look for, if the scenario says so, and what happened, in numbers. */
export function Sentence() {
  const note = useStore(scenarioStore, (state) => state.scenario.note);
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        {note && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
          <p className={classes.note} tabIndex={0}>
            {note}
          </p>
        )}
        <Measured />
      </div>
      <WorkProgress />
    </div>
  );
}

/** What to do where there is nothing to tell. */
function whyEmpty(starts: number, methods: readonly MethodChoice[]): string | null {
  if (methods.length === 0) return 'Add a method to see where it goes from here.';
  if (starts === 0) return 'Click the landscape to add a start.';
  return methods.every(({ visible }) => visible === false) ? 'Every method is hidden; press an eye to show one.' : null;
}

function Measured() {
  const methods = useStore(scenarioStore, (state) => state.scenario.experiment.methods);
  const starts = useStore(scenarioStore, (state) => state.scenario.experiment.starts.length);
  const runs = useDeferredRuns();
  const objective = useStore(resultsStore, (state) => state.objective);
  const unfinished = useStore(resultsStore, (state) => state.runsProgress !== null);
  const map = useStore(resultsStore, (state) => state.basins);
  const presenting = useStore(resultsStore, (state) => state.presenting);
  const isCutShort = useStore(resultsStore, (state) => state.cutShort.length > 0);
  const claim = useSceneClaim();
  const isChecking = claim?.checked != null && claim.checked.report === null;
  const paragraph = useRef<HTMLParagraphElement>(null);
  const fits = useSentenceRoom(paragraph);
  const sentence = useMemo(() => {
    const shown = runs.filter((run) => isShown(run, methods));
    const saddles = saddleSentence(objective, shown, methods, starts);
    const mapped = map && methods[map.method];
    const basins = mapped ? mapSentence(map, methodName(mapped)) : '';
    const all = (rest: string) => [basins, saddles, rest].filter(Boolean).join(' ');
    const whole = all(describeRuns(shown, methods.map(methodName), (rest) => fits(all(rest))));
    const shorter = [basins, saddles].filter(Boolean).join(' ');
    // An audience cannot scroll: what is special about these runs goes before what they did one by one.
    return presenting && shorter !== '' && !fits(whole) ? shorter : whole;
  }, [objective, runs, methods, starts, map, presenting, fits]);
  const rest = claim ? claimSentence(claim.name, claim.checked, fits) : whyEmpty(starts, methods);
  return (
    <p
      ref={paragraph}
      className={`${classes.sentence} ${claim ? classes.claim : ''}`}
      data-testid="sentence"
      data-finished={!unfinished && !isChecking}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
    >
      {unfinished ? (
        <Loader size={12} type="dots" aria-label="computing" />
      ) : (
        (isCutShort && sentence ? `Cut short by the cancel: ${sentence}` : sentence) || rest
      )}
    </p>
  );
}
