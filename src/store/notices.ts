/** Something to tell the user that has no place of its own on the page. */
export interface Notice {
  readonly kind: 'info' | 'warning' | 'error';
  readonly text: string;
  /** Further lines: all the problems of a file. */
  readonly details?: readonly string[];
}

type Listener = (notice: Notice) => void;

const listeners = new Set<Listener>();

/** Notices that came before there was a place for them. */
let waiting: readonly Notice[] = [];
let onFirst: (() => void) | null = null;

/** Shows a notice wherever notices are shown. */
export function notify(notice: Notice): void {
  for (const listener of listeners) listener(notice);
  if (listeners.size > 0) return;
  waiting = [...waiting, notice];
  onFirst?.();
}

/**
 * Listens to notices, those first that came before anybody listened.
 * @returns ends the listening
 */
export function onNotice(listener: Listener): () => void {
  listeners.add(listener);
  const before = waiting;
  waiting = [];
  for (const notice of before) listener(notice);
  return () => listeners.delete(listener);
}

/**
 * Calls back when there is a notice and no place for it; at once where there is one already.
 * @returns ends the waiting
 */
export function whenNoticed(callback: () => void): () => void {
  onFirst = callback;
  if (waiting.length > 0) callback();
  return () => {
    onFirst = null;
  };
}
