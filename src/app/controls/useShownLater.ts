import { useEffect, useState } from 'react';

/** Anything shorter is over before a bar could be read, in milliseconds. */
const BLINK = 250;

/** True once work has gone on for longer than a blink. */
export function useShownLater(working: boolean): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!working) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), BLINK);
    return () => clearTimeout(timer);
  }, [working]);
  return shown;
}
