import type { SyntheticEvent } from 'react';

type FocusEventOf = Pick<SyntheticEvent, 'currentTarget'>;

/**
 * Notes on an element, in `data-pointer-focus`, that the pointer gives it the focus: its frame is for the keyboard, and
 * a browser shows one at the first key that is pressed afterwards, also at a clicker's.
 */
export function markPointerFocus({ currentTarget }: FocusEventOf): void {
  currentTarget.setAttribute('data-pointer-focus', '');
}

/** Takes the note away: at a key of the element’s own, and when it loses the focus. */
export function clearPointerFocus({ currentTarget }: FocusEventOf): void {
  currentTarget.removeAttribute('data-pointer-focus');
}
