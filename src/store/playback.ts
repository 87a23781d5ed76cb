import { preferencesStore } from './preferencesStore.ts';
import { resultsStore } from './resultsStore.ts';

/** The last iteration of any run shown; 0 without runs. */
export function lastIteration(): number {
  return resultsStore.getState().runs.reduce((last, run) => Math.max(last, run.iterations), 0);
}

/** Moves to an iteration, kept between the start and the last one; null shows the whole runs. */
export function seek(position: number | null): void {
  resultsStore.setState({
    position: position === null ? null : Math.min(Math.max(Math.round(position), 0), lastIteration()),
  });
}

/** Moves by so many iterations and stops playing. */
export function step(by: number): void {
  pause();
  seek((resultsStore.getState().position ?? lastIteration()) + by);
}

/** Back to the start; plays on if it was playing. */
export function restart(): void {
  const { playing } = resultsStore.getState();
  pause();
  seek(0);
  if (playing) play();
}

export function togglePlaying(): void {
  if (resultsStore.getState().playing) pause();
  else play();
}

export function pause(): void {
  resultsStore.setState({ playing: false });
}

/** Plays from the position, from the start where the end was reached, at the preferred iterations per second. */
function play(): void {
  if (resultsStore.getState().playing || lastIteration() === 0) return;
  const { position } = resultsStore.getState();
  let exact = position === null || position >= lastIteration() ? 0 : position;
  resultsStore.setState({ playing: true, position: exact });
  let before: number | null = null;
  const frame = (now: number) => {
    if (!resultsStore.getState().playing) return;
    const { speed, loop } = preferencesStore.getState();
    const shown = resultsStore.getState().position ?? 0;
    // A scrub while playing wins over where playing had come to.
    if (Math.round(exact) !== shown) exact = shown;
    exact += before === null ? 0 : (speed * Math.min(now - before, 250)) / 1000;
    before = now;
    if (exact >= lastIteration()) {
      if (!loop) {
        seek(lastIteration());
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
