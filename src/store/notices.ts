/** Something to tell the user that has no place of its own on the page. */
export interface Notice {
  readonly kind: 'info' | 'warning' | 'error';
  readonly text: string;
  /** Further lines: all the problems of a file. */
  readonly details?: readonly string[];
}

type Listener = (notice: Notice) => void;

const listeners = new Set<Listener>();

/** Shows a notice wherever notices are shown. */
export function notify(notice: Notice): void {
  for (const listener of listeners) listener(notice);
}

/** @returns ends the listening */
export function onNotice(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
