import { ActionIcon, Menu, Slider } from '@mantine/core';
import {
  Check,
  ChevronFirst,
  ChevronLast,
  Gauge,
  Pause,
  Play,
  Repeat,
  RotateCcw,
  StepBack,
  StepForward,
} from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { eventText } from '../../core/descent/events.ts';
import { lastIteration, pause, restart, seek, step, togglePlaying } from '../../store/playback.ts';
import { preferencesStore } from '../../store/preferencesStore.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { useDeferredRuns } from '../useDeferredRuns.ts';
import { useStrokes } from '../useStrokes.ts';
import classes from './Transport.module.css';
import { TransportButton } from './TransportButton.tsx';

/** Iterations per second that the speed menu offers. */
const SPEEDS = [1, 5, 20, 60, 200, 1000];

/** At most this many event marks are drawn on the scrubber. */
const MAX_MARKS = 200;

/** Marks of what happened (perturbations, restarts) along the scrubber, in the colour of the method. */
function EventMarks({ last }: { readonly last: number }) {
  const runs = useDeferredRuns();
  const strokes = useStrokes();
  const marks = useMemo(
    () =>
      runs
        .flatMap((run) =>
          run.trajectory.events.map((event) => ({
            key: `${run.methodIndex}/${run.startIndex}/${run.repeat}/${event.iteration}/${event.kind}`,
            at: event.iteration / Math.max(last, 1),
            colour: strokes[run.methodIndex]?.colour,
            title: `${eventText(event.kind).label} at iteration ${event.iteration}: ${event.detail}`,
          })),
        )
        .slice(0, MAX_MARKS),
    [runs, last, strokes],
  );
  return (
    <div className={classes.events} aria-hidden>
      {marks.map(({ key, at, colour, title }) => (
        <span
          key={key}
          className={classes.event}
          title={title}
          style={{ insetInlineStart: `${100 * at}%`, '--event-colour': colour } as React.CSSProperties}
        />
      ))}
    </div>
  );
}

const toggleLoop = () => preferencesStore.setState(({ loop }) => ({ loop: !loop }));

/** Commands that narrow windows have no buttons for. */
function MoreItems() {
  const loop = useStore(preferencesStore, (state) => state.loop);
  const keys = (text: string) => <kbd className={classes.keys}>{text}</kbd>;
  return (
    <>
      <Menu.Divider />
      <Menu.Item rightSection={keys('Home')} onClick={() => seek(0)}>
        To the start
      </Menu.Item>
      <Menu.Item rightSection={keys('End')} onClick={() => seek(null)}>
        To the end
      </Menu.Item>
      <Menu.Item rightSection={keys('R')} onClick={restart}>
        Restart
      </Menu.Item>
      <Menu.Item rightSection={loop && <Check size={16} aria-label="on" />} onClick={toggleLoop}>
        Loop
      </Menu.Item>
    </>
  );
}

function SpeedMenu() {
  const speed = useStore(preferencesStore, (state) => state.speed);
  return (
    <Menu position="top" withinPortal classNames={{ dropdown: classes.menu as string }}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Speed: ${speed} iterations per second, and more`}
        >
          <Gauge size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Iterations per second</Menu.Label>
        {SPEEDS.map((choice) => (
          <Menu.Item
            key={choice}
            onClick={() => preferencesStore.setState({ speed: choice })}
            aria-current={choice === speed}
            fw={choice === speed ? 700 : 400}
          >
            {choice}
          </Menu.Item>
        ))}
        <MoreItems />
      </Menu.Dropdown>
    </Menu>
  );
}

/** Play, pause, step, scrub, speed and loop; the position it sets shows in every view and chart. */
export function Transport() {
  const runs = useDeferredRuns();
  const position = useStore(resultsStore, (state) => state.position);
  const playing = useStore(resultsStore, (state) => state.playing);
  const loop = useStore(preferencesStore, (state) => state.loop);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the last iteration is read from the runs.
  const last = useMemo(lastIteration, [runs]);
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
        <EventMarks last={last} />
      </div>
      <output className={classes.iteration} aria-label="Iteration shown">
        {shown} / {last}
      </output>
      <SpeedMenu />
      <TransportButton wide label="Loop" pressed={loop} icon={<Repeat size={17} />} onClick={toggleLoop} />
    </div>
  );
}
