import { useEffect, useState } from 'react';

/** The value as it was when it last held still for `rest` milliseconds; the first value counts at once. */
export function useDelayed<T>(value: T, rest: number, isSame: (a: T, b: T) => boolean): T {
  const [settled, setSettled] = useState(value);
  const differs = !isSame(settled, value);
  useEffect(() => {
    if (!differs) return;
    const timer = setTimeout(() => setSettled(value), rest);
    return () => clearTimeout(timer);
  }, [differs, value, rest]);
  return settled;
}
