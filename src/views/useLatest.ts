import { type RefObject, useRef } from 'react';

/** A reference that always holds the latest value, for handlers that are attached once. */
export function useLatest<T>(value: T): RefObject<T> {
  const reference = useRef(value);
  reference.current = value;
  return reference;
}
