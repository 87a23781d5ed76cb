import { useStore } from 'zustand';
import { escapeStore } from '../../../store/escapeStore.ts';
import { lastIteration } from '../../../store/playback.ts';
import { preferencesStore } from '../../../store/preferencesStore.ts';
import { TransportBar, type TransportMark } from '../../shell/TransportBar.tsx';
import { useShownRacers } from './useRace.ts';

/** Seconds for a whole race that the speed menu offers. */
const SECONDS = [5, 12, 30, 60].map((value) => ({ value, text: `${value} seconds` }));

const onSpeed = (raceSeconds: number) => preferencesStore.setState({ raceSeconds });

/** The transport of the race; the marks over the scrubber are the saddles passed. */
export function RaceTransport() {
  const position = useStore(escapeStore, (state) => state.position);
  const playing = useStore(escapeStore, (state) => state.playing);
  const seconds = useStore(preferencesStore, (state) => state.raceSeconds);
  const marks = usePassageMarks();
  // The racers, because the last iteration is theirs.
  useStore(escapeStore, (state) => state.race);
  const last = lastIteration();
  const label = `the whole race in ${seconds} seconds`;
  return (
    <TransportBar
      {...{ position, last, playing, marks }}
      speed={{ label, heading: 'The whole race in', choices: SECONDS, chosen: seconds, onChoose: onSpeed }}
    />
  );
}

function usePassageMarks(): readonly TransportMark[] {
  return useShownRacers().flatMap(({ racer, stroke, name }) =>
    Array.from(racer.passages, (iteration, j) => ({
      key: `${racer.methodIndex}/${j}`,
      iteration,
      colour: stroke.colour,
      title: `${name} passed saddle ${j + 1} at iteration ${iteration}`,
    })).filter(({ iteration }) => Number.isFinite(iteration)),
  );
}
