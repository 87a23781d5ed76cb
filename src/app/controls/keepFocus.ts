/** Long enough for a menu to close and give its focus back. */
const SETTLED_MS = 60;

/**
 * Keeps the keyboard near: if what has the focus vanishes with the next change, the part of the panel that it stood in
 * takes it.
 * @param element  what is about to vanish, or something beside it
 */
export function keepFocusNear(element: Element | null): void {
  const section = element?.closest('section');
  setTimeout(() => {
    if (document.activeElement === document.body) section?.querySelector('button')?.focus();
  }, SETTLED_MS);
}
