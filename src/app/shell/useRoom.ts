import { useMediaQuery } from '@mantine/hooks';
import type { ThemeName } from '../theme.ts';

/** How much room the page has: both panels beside the views, only the left one, none, or one view at a time. */
export interface Room {
  readonly leftDocked: boolean;
  readonly rightDocked: boolean;
  readonly oneView: boolean;
}

/** Least window widths, in pixels, for the left panel and for both; the projector's large type needs more of each. */
const WIDTHS: { readonly [K in ThemeName]: { readonly left: number; readonly both: number } } = {
  light: { left: 1024, both: 1280 },
  dark: { left: 1024, both: 1280 },
  projector: { left: 1280, both: 2000 },
};

/** The room of the window, following its size. */
export function useRoom(theme: ThemeName): Room {
  const { left, both } = WIDTHS[theme];
  const atOnce = { getInitialValueInEffect: false };
  const leftDocked = useMediaQuery(`(min-width: ${left}px)`, true, atOnce);
  const rightDocked = useMediaQuery(`(min-width: ${both}px)`, true, atOnce);
  const oneView = useMediaQuery('(max-width: 639px)', false, atOnce);
  return { leftDocked, rightDocked, oneView };
}
