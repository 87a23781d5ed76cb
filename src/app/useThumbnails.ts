import { useEffect, useState } from 'react';
import { compute } from '../store/compute.ts';
import type { Field } from '../views/types.ts';
import type { Pictured } from '../worker/jobs/thumbnails.ts';

/** Grid points along each side of a thumbnail. */
const SIZE = 72;

/** Kept for the life of the page: what they show does not change. */
const known = new Map<string, Field>();

/**
 * Small pictures by key, computed by the same engine as everything else; they come one by one.
 * @param pictures  stable over renders, except when it changes; a key always means the same picture
 */
export function useThumbnails(pictures: readonly Pictured[]): ReadonlyMap<string, Field> {
  const [fields, setFields] = useState<ReadonlyMap<string, Field>>(() => new Map(known));
  useEffect(() => {
    const missing = pictures.filter(({ key }) => !known.has(key));
    if (missing.length === 0) return;
    const controller = new AbortController();
    compute
      .run(
        'thumbnails',
        { pictures: missing, size: SIZE },
        {
          lane: 'thumbnails',
          signal: controller.signal,
          onPartial: ({ key, field }) => {
            known.set(key, field);
            setFields(new Map(known));
          },
        },
      )
      .catch((error: unknown) => compute.report(error, 'The thumbnails could not be computed'));
    return () => controller.abort();
  }, [pictures]);
  return fields;
}
