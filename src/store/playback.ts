import { escapeStore } from './escapeStore.ts';
import { pathsStore } from './pathsStore.ts';
import { preferencesStore } from './preferencesStore.ts';
import { resultsStore } from './resultsStore.ts';
import { type Lab, scenarioStore } from './scenarioStore.ts';

/** What the transport of a lab moves. */
interface Clock {
  readonly read: () => { readonly position: number | null; readonly playing: boolean };
  readonly write: (change: { readonly position?: number | null; readonly playing?: boolean }) => void;
  readonly last: () => number;
  /** Iterations per second. */
  readonly speed: () => number;
}

/** Of the race while it is shown; where it is not, there is nothing to play. */
function raceLast(): number {
  if (!scenarioStore.getState().escape.view?.race) return 0;
  return escapeStore.getState().race?.result.racers.reduce((last, racer) => Math.max(last, racer.last), 0) ?? 0;
}

/** The last stage of the search that is shown. */
function pathsLast(): number {
  if (scenarioStore.getState().paths.lengths) return 0;
  return Math.max(0, (pathsStore.getState().path?.findings.stages.length ?? 0) - 1);
}

/** Where nothing moves. */
const STILL: Clock = {
  read: () => ({ position: null, playing: false }),
  write: () => undefined,
  last: () => 0,
  speed: () => 0,
};

const clocks: { readonly [L in Lab]: Clock } = {
  descent: {
    read: resultsStore.getState,
    write: (change) => resultsStore.setState(change),
    last: () => resultsStore.getState().runs.reduce((last, run) => Math.max(last, run.iterations), 0),
    speed: () => preferencesStore.getState().speed,
  },
  escape: {
    read: escapeStore.getState,
    write: (change) => escapeStore.setState(change),
    last: raceLast,
    // A race may take a hundred iterations or a million.
    speed: () => raceLast() / preferencesStore.getState().raceSeconds,
  },
  comparison: STILL,
  topology: STILL,
  paths: {
    read: pathsStore.getState,
    write: (change) => pathsStore.setState(change),
    last: pathsLast,
    speed: () => pathsLast() / preferencesStore.getState().raceSeconds,
  },
};

const clock = (): Clock => clocks[scenarioStore.getState().lab];

/** The last iteration of any run shown in the open lab; 0 without runs. */
export const lastIteration = (): number => clock().last();

/** Moves to an iteration, kept between the start and the last one; null shows the whole runs. */
export function seek(position: number | null): void {
  clock().write({ position: position === null ? null : Math.min(Math.max(Math.round(position), 0), lastIteration()) });
}

/** Moves by so many iterations and stops playing. */
export function step(by: number): void {
  pause();
  seek((clock().read().position ?? lastIteration()) + by);
}

/** Back to the start; plays on if it was playing. */
export function restart(): void {
  const { playing } = clock().read();
  pause();
  seek(0);
  if (playing) play();
}

export function togglePlaying(): void {
  if (clock().read().playing) pause();
  else play();
}

export function pause(): void {
  clock().write({ playing: false });
}

/** Plays from the position, from the start where the end was reached, at the speed of the open lab. */
function play(): void {
  const mine = clock();
  if (mine.read().playing || mine.last() === 0) return;
  const { position } = mine.read();
  let exact = position === null || position >= mine.last() ? 0 : position;
  mine.write({ playing: true, position: exact });
  let before: number | null = null;
  const frame = (now: number) => {
    if (!mine.read().playing) return;
    // Another lab or view has been opened: this one waits for its return.
    if (clock() !== mine || mine.last() === 0) {
      mine.write({ playing: false });
      return;
    }
    const shown = mine.read().position ?? 0;
    // A scrub while playing wins over where playing had come to.
    if (Math.round(exact) !== shown) exact = shown;
    exact += before === null ? 0 : (mine.speed() * Math.min(now - before, 250)) / 1000;
    before = now;
    if (exact >= mine.last()) {
      if (!preferencesStore.getState().loop) {
        seek(mine.last());
        pause();
        return;
      }
      exact = 0;
    }
    if (Math.round(exact) !== shown) seek(exact);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
