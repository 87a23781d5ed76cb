import { useMemo } from 'react';
import { useStore } from 'zustand';
import { eventText } from '../../core/descent/events.ts';
import { lastIteration } from '../../store/playback.ts';
import { preferencesStore } from '../../store/preferencesStore.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { useDeferredRuns } from '../useDeferredRuns.ts';
import { useStrokes } from '../useStrokes.ts';
import { TransportBar, type TransportMark } from './TransportBar.tsx';

/** Iterations per second that the speed menu offers. */
const SPEEDS = [1, 5, 20, 60, 200, 1000].map((value) => ({ value, text: String(value) }));

/** At most this many event marks are drawn on the scrubber. */
const MAX_MARKS = 200;

const onSpeed = (speed: number) => preferencesStore.setState({ speed });

/** The transport of the runs; the position it sets shows in every view and chart. */
export function Transport() {
  const runs = useDeferredRuns();
  const position = useStore(resultsStore, (state) => state.position);
  const playing = useStore(resultsStore, (state) => state.playing);
  const speed = useStore(preferencesStore, (state) => state.speed);
  const marks = useEventMarks();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the last iteration is read from the runs.
  const last = useMemo(lastIteration, [runs]);
  const label = `${speed} iterations per second`;
  return (
    <TransportBar
      {...{ position, last, playing, marks }}
      speed={{ label, heading: 'Iterations per second', choices: SPEEDS, chosen: speed, onChoose: onSpeed }}
    />
  );
}

/** What happened in the runs (perturbations, restarts), in the colours of their methods. */
function useEventMarks(): readonly TransportMark[] {
  const runs = useDeferredRuns();
  const strokes = useStrokes();
  return useMemo(
    () =>
      runs
        .flatMap((run) =>
          run.trajectory.events.map(({ iteration, kind, detail }) => ({
            key: `${run.methodIndex}/${run.startIndex}/${run.repeat}/${iteration}/${kind}`,
            iteration,
            colour: strokes[run.methodIndex]?.colour,
            title: `${eventText(kind).label} at iteration ${iteration}: ${detail}`,
          })),
        )
        .slice(0, MAX_MARKS),
    [runs, strokes],
  );
}
