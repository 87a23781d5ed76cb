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
import { useStore } from 'zustand';
import { pause, restart, seek, step, togglePlaying } from '../../store/playback.ts';
import { preferencesStore } from '../../store/preferencesStore.ts';
import classes from './Transport.module.css';
import { TransportButton } from './TransportButton.tsx';

/** Something that happened at an iteration, marked along the scrubber. */
export interface TransportMark {
  readonly key: string;
  readonly iteration: number;
  readonly colour: string | undefined;
  readonly title: string;
}

/** The speeds that a transport offers. */
export interface SpeedChoice {
  /** What the chosen speed is, for assistive technology. */
  readonly label: string;
  readonly heading: string;
  readonly choices: readonly { readonly value: number; readonly text: string }[];
  readonly chosen: number;
  readonly onChoose: (value: number) => void;
}

export interface TransportBarProps {
  /** Iteration shown; null shows the last. */
  readonly position: number | null;
  readonly last: number;
  /** What a position is: "iteration" where left out. */
  readonly unit?: string;
  readonly playing: boolean;
  readonly marks: readonly TransportMark[];
  readonly speed: SpeedChoice;
}

/** Play, pause, step, scrub, speed and loop of whatever the open lab plays. */
export function TransportBar({ position, last, unit = 'iteration', playing, marks, speed }: TransportBarProps) {
  const loop = useStore(preferencesStore, (state) => state.loop);
  const shown = Math.min(position ?? last, last);
  const idle = last === 0;
  return (
    <div className={classes.transport} role="toolbar" aria-label="Playback">
      <TransportButton
        wide
        label="To the start (Home)"
        icon={<ChevronFirst size={18} />}
        onClick={() => seek(0)}
        idle={idle}
      />
      <TransportButton label="One step back (←)" icon={<StepBack size={18} />} onClick={() => step(-1)} idle={idle} />
      <TransportButton
        label={playing ? 'Pause (Space)' : 'Play (Space)'}
        icon={playing ? <Pause size={20} /> : <Play size={20} />}
        onClick={togglePlaying}
        idle={idle}
      />
      <TransportButton label="One step on (→)" icon={<StepForward size={18} />} onClick={() => step(1)} idle={idle} />
      <TransportButton
        wide
        label="To the end (End)"
        icon={<ChevronLast size={18} />}
        onClick={() => seek(null)}
        idle={idle}
      />
      <TransportButton wide label="Restart (R)" icon={<RotateCcw size={17} />} onClick={restart} idle={idle} />
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
          label={(value) => `${unit} ${value}`}
          thumbLabel={capitalised(unit)}
          size="sm"
          classNames={{
            root: classes.slider as string,
            trackContainer: classes.track as string,
            thumb: classes.thumb as string,
          }}
          disabled={idle}
        />
        <Marks marks={marks} last={last} />
      </div>
      <output className={classes.iteration} aria-label={`${capitalised(unit)} shown`}>
        {shown} / {last}
      </output>
      <SpeedMenu {...speed} />
      <TransportButton wide label="Loop" pressed={loop} icon={<Repeat size={17} />} onClick={toggleLoop} />
    </div>
  );
}

function Marks({ marks, last }: Pick<TransportBarProps, 'marks' | 'last'>) {
  return (
    <div className={classes.events} aria-hidden>
      {marks.map(({ key, iteration, colour, title }) => (
        <span
          key={key}
          className={classes.event}
          title={title}
          style={
            {
              insetInlineStart: `${(100 * iteration) / Math.max(last, 1)}%`,
              '--event-colour': colour,
            } as React.CSSProperties
          }
        />
      ))}
    </div>
  );
}

const capitalised = (word: string): string => `${word[0]?.toUpperCase()}${word.slice(1)}`;

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

function SpeedMenu({ label, heading, choices, chosen, onChoose }: SpeedChoice) {
  return (
    <Menu position="top" withinPortal classNames={{ dropdown: classes.menu as string }}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Speed: ${label}, and more`}>
          <Gauge size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{heading}</Menu.Label>
        {choices.map(({ value, text }) => (
          <Menu.Item
            key={value}
            onClick={() => onChoose(value)}
            aria-current={value === chosen}
            fw={value === chosen ? 700 : 400}
          >
            {text}
          </Menu.Item>
        ))}
        <MoreItems />
      </Menu.Dropdown>
    </Menu>
  );
}
