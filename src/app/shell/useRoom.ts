import { useMediaQuery } from '@mantine/hooks';

/** How much room the page has: both panels beside the views, only the left one, none, or one view at a time. */
export interface Room {
  readonly leftDocked: boolean;
  readonly rightDocked: boolean;
  readonly oneView: boolean;
}

/** The room of the window, following its size. */
export function useRoom(): Room {
  const wide = useMediaQuery('(min-width: 80em)', true, { getInitialValueInEffect: false });
  const desktop = useMediaQuery('(min-width: 64em)', true, { getInitialValueInEffect: false });
  const narrow = useMediaQuery('(max-width: 39.99em)', false, { getInitialValueInEffect: false });
  return { leftDocked: desktop, rightDocked: wide, oneView: narrow };
}
