import { ActionIcon, Menu, Slider } from '@mantine/core';
import { ChevronFirst, ChevronLast, Gauge, Pause, Play, Repeat, RotateCcw, StepBack, StepForward } from 'lucide-react';
import { useStore } from 'zustand';
import { escapeStore } from '../../../store/escapeStore.ts';
import { lastIteration, pause, restart, seek, step, togglePlaying } from '../../../store/playback.ts';
import { preferencesStore } from '../../../store/preferencesStore.ts';
import classes from '../../shell/Transport.module.css';
import { TransportButton } from '../../shell/TransportButton.tsx';
import { useShownRacers } from './useRace.ts';

/** Seconds for a whole race that the speed menu offers. */
const SECONDS = [5, 12, 30, 60];

const toggleLoop = () => preferencesStore.setState(({ loop }) => ({ loop: !loop }));

/** Play, pause, step and scrub of the race; the marks over the scrubber are the saddles passed. */
export function RaceTransport() {
  const position = useStore(escapeStore, (state) => state.position);
  const playing = useStore(escapeStore, (state) => state.playing);
  const loop = useStore(preferencesStore, (state) => state.loop);
  // The racers, because the last iteration is theirs.
  useStore(escapeStore, (state) => state.race);
  const last = lastIteration();
  const shown = Math.min(position ?? last, last);
  return (
    <div className={classes.transport} role="toolbar" aria-label="Playback">
      <TransportButton wide label="To the start (Home)" icon={<ChevronFirst size={18} />} onClick={() => seek(0)} />
      <TransportButton label="One step back (←)" icon={<StepBack size={18} />} onClick={() => step(-1)} />
      <TransportButton
        label={playing ? 'Pause (Space)' : 'Play (Space)'}
        icon={playing ? <Pause size={20} /> : <Play size={20} />}
        onClick={togglePlaying}
      />
      <TransportButton label="One step on (→)" icon={<StepForward size={18} />} onClick={() => step(1)} />
      <TransportButton wide label="To the end (End)" icon={<ChevronLast size={18} />} onClick={() => seek(null)} />
      <TransportButton wide label="Restart (R)" icon={<RotateCcw size={17} />} onClick={restart} />
      <div className={classes.scrub}>
        <Slider
          min={0}
          max={Math.max(last, 1)}
          step={1}
          value={shown}
          onChange={(value) => {
            pause();
            seek(value);
          }}
          label={(value) => `iteration ${value}`}
          thumbLabel="Iteration"
          size="sm"
          classNames={{
            root: classes.slider as string,
            trackContainer: classes.track as string,
            thumb: classes.thumb as string,
          }}
          disabled={last === 0}
        />
        <PassageMarks last={last} />
      </div>
      <output className={classes.iteration} aria-label="Iteration shown">
        {shown} / {last}
      </output>
      <SpeedMenu />
      <TransportButton wide label="Loop" pressed={loop} icon={<Repeat size={17} />} onClick={toggleLoop} />
    </div>
  );
}

function PassageMarks({ last }: { readonly last: number }) {
  const racers = useShownRacers();
  const marks = racers.flatMap(({ racer, stroke, name }) =>
    Array.from(racer.passages, (passage, j) => ({
      key: `${racer.methodIndex}/${j}`,
      passage,
      colour: stroke.colour,
      title: `${name} passed saddle ${j + 1} at iteration ${passage}`,
    })).filter(({ passage }) => Number.isFinite(passage)),
  );
  return (
    <div className={classes.events} aria-hidden>
      {marks.map(({ key, passage, colour, title }) => (
        <span
          key={key}
          className={classes.event}
          title={title}
          style={
            {
              insetInlineStart: `${(100 * passage) / Math.max(last, 1)}%`,
              '--event-colour': colour,
            } as React.CSSProperties
          }
        />
      ))}
    </div>
  );
}

function SpeedMenu() {
  const seconds = useStore(preferencesStore, (state) => state.raceSeconds);
  return (
    <Menu position="top" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Speed: the whole race in ${seconds} seconds`}>
          <Gauge size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>The whole race in</Menu.Label>
        {SECONDS.map((choice) => (
          <Menu.Item
            key={choice}
            onClick={() => preferencesStore.setState({ raceSeconds: choice })}
            aria-current={choice === seconds}
            fw={choice === seconds ? 700 : 400}
          >
            {choice} seconds
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
