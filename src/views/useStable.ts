import { useRef } from 'react';

/** True for the same parts in the same places, compared one level deep, arrays in arrays included. */
export function isSameShallow(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  const right = b as Record<string, unknown>;
  if (left.length !== Object.keys(b).length) return false;
  return left.every(([key, part]) => {
    const other = right[key];
    return Object.is(part, other) || (Array.isArray(part) && Array.isArray(other) && isSameShallow(part, other));
  });
}

/** The value of an earlier render for as long as it says the same: parents may build small objects anew each time. */
export function useStable<T extends object>(value: T): T {
  const kept = useRef(value);
  if (!isSameShallow(kept.current, value)) kept.current = value;
  return kept.current;
}
