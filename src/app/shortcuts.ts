import { setMethodLook, setView } from '../store/edits.ts';
import { setEscapeLook } from '../store/escapeLooks.ts';
import { setPaths } from '../store/pathsEdits.ts';
import { pathsStore } from '../store/pathsStore.ts';
import { restart, seek, step, togglePlaying } from '../store/playback.ts';
import { toggleFullScreen, togglePresenting } from '../store/presenting.ts';
import { openScene } from '../store/presets.ts';
import { resultsStore } from '../store/resultsStore.ts';
import { edit, editEscape, editPaths, isBehindEscape, redo, scenarioStore, undo } from '../store/scenarioStore.ts';
import { nextEscapePlace } from './escapePlaces.ts';
import { togglePeer } from './labs/paths/togglePeer.ts';

/** One keyboard command; the help dialog lists these. */
export interface Shortcut {
  /** As `KeyboardEvent.key` gives it, in lower case. */
  readonly key: string;
  /** Ctrl, or ⌘ on a Mac. */
  readonly control?: boolean;
  /** Left out: with and without Shift alike. */
  readonly shift?: boolean;
  /** How the keys are shown. */
  readonly shown: string;
  readonly meaning: string;
  /** Left out: always. Otherwise the key keeps its usual effect while this is false. */
  readonly when?: () => boolean;
  readonly run: (event: KeyboardEvent) => void;
}

const layouts = ['contour', 'surface', 'both'] as const;

function nextLayout(): void {
  const { lab, scenario, paths } = scenarioStore.getState();
  if (isBehindEscape(lab)) {
    nextEscapePlace();
    return;
  }
  if (lab === 'paths') {
    editPaths(setPaths({ lengths: paths.lengths ? undefined : true }));
    return;
  }
  const current = scenario.view?.layout ?? 'contour';
  edit(setView({ layout: layouts[(layouts.indexOf(current) + 1) % layouts.length] }));
}

function toggleMethod(index: number): void {
  const { lab, scenario, escape: escaping } = scenarioStore.getState();
  if (lab === 'paths') {
    const peer = pathsStore.getState().peers?.peers[index];
    if (peer) togglePeer(peer.method);
    return;
  }
  const method = (lab === 'escape' ? escaping : scenario).experiment.methods[index];
  if (!method) return;
  const visible = method.visible === false ? undefined : false;
  if (lab === 'escape') editEscape(setEscapeLook(index, { visible }));
  else edit(setMethodLook(index, { visible }));
}

const isPresenting = (): boolean => resultsStore.getState().presenting;

const stepBy = (sign: number) => (event: KeyboardEvent) => step(sign * (event.shiftKey ? 10 : 1));

/** Every keyboard command of the page, in the order of the help. */
export const shortcuts: readonly Shortcut[] = [
  { key: ' ', shown: 'Space', meaning: 'play or pause', run: togglePlaying },
  { key: 'arrowleft', shown: '←', meaning: 'one step back (Shift: 10)', run: stepBy(-1) },
  { key: 'arrowright', shown: '→', meaning: 'one step on (Shift: 10)', run: stepBy(1) },
  { key: 'home', shown: 'Home', meaning: 'to the start', run: () => seek(0) },
  { key: 'end', shown: 'End', meaning: 'to the end', run: () => seek(null) },
  { key: 'r', shown: 'R', meaning: 'restart', run: restart },
  ...Array.from(
    { length: 9 },
    (_, i): Shortcut => ({
      key: String(i + 1),
      shown: String(i + 1),
      meaning: `show or hide method ${i + 1}`,
      run: () => toggleMethod(i),
    }),
  ),
  {
    key: 'v',
    shown: 'V',
    meaning: 'contour, surface or both; in the Escape and the Paths lab, the next of its views',
    run: nextLayout,
  },
  { key: 'f', shown: 'F', meaning: 'full screen', run: toggleFullScreen },
  { key: 'p', shown: 'P', meaning: 'present', run: togglePresenting },
  {
    key: 'pagedown',
    shown: 'Page Down',
    meaning: 'next scene of the family, while presenting',
    when: isPresenting,
    run: () => void openScene(1),
  },
  {
    key: 'pageup',
    shown: 'Page Up',
    meaning: 'the scene before, while presenting',
    when: isPresenting,
    run: () => void openScene(-1),
  },
  { key: 'z', control: true, shift: false, shown: 'Ctrl+Z', meaning: 'undo', run: undo },
  { key: 'z', control: true, shift: true, shown: 'Ctrl+Shift+Z', meaning: 'redo', run: redo },
  { key: 'y', control: true, shown: 'Ctrl+Y', meaning: 'redo', run: redo },
  {
    key: '?',
    shown: '?',
    meaning: 'this list',
    run: () => resultsStore.setState({ helpOpen: true }),
  },
];

/**
 * Elements that use every key: what is typed into, and what is searched by letters. Sliders and the tree are none of
 * them, because they stop the keys that move them; all others are the page’s, the clicker’s among them.
 */
const OWN_KEYS =
  'input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable=true], [role=menu], [role=dialog]';

const PRESSED = 'button, a, summary, input:not([type=range]), [role=button], [role=switch]';

function isTakenBy(target: EventTarget | null, event: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (event.key === ' ' && target.closest(PRESSED)) return true;
  // The browser moves among radio buttons after this.
  if (event.key.startsWith('Arrow') && target.matches('[type=radio]')) return true;
  const own = target.closest(OWN_KEYS);
  if (own === null) return false;
  // Undo stays ours where the element has no text of its own to undo.
  return !(event.ctrlKey || event.metaKey) || own.matches('input, textarea, [contenteditable=true]');
}

/** Runs the command of a key press, unless the focused element or an earlier handler has taken it. */
export function handleShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || event.isComposing || isTakenBy(event.target, event)) return;
  const control = event.ctrlKey || event.metaKey;
  const found = shortcuts.find(
    (shortcut) =>
      shortcut.key === event.key.toLowerCase() &&
      (shortcut.control ?? false) === control &&
      (shortcut.shift === undefined || shortcut.shift === event.shiftKey) &&
      (shortcut.when?.() ?? true),
  );
  if (!found) return;
  event.preventDefault();
  found.run(event);
}
