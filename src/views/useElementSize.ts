import { type RefObject, useLayoutEffect, useState } from 'react';

/** Width and height of an element's content box in whole CSS pixels, kept up to date; null before the first layout. */
export function useElementSize(element: RefObject<Element | null>): { width: number; height: number } | null {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const measure = (width: number, height: number) => {
      const next = { width: Math.floor(width), height: Math.floor(height) };
      setSize((old) => (old && old.width === next.width && old.height === next.height ? old : next));
    };
    const { width, height } = target.getBoundingClientRect();
    measure(width, height);
    const observer = new ResizeObserver(([entry]) => {
      if (entry) measure(entry.contentRect.width, entry.contentRect.height);
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
