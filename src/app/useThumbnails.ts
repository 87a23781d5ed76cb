import { useEffect, useState } from 'react';
import { compute } from '../store/compute.ts';
import type { Field } from '../views/types.ts';

/** Grid points along each side of a thumbnail. */
const SIZE = 72;

/** Kept for the life of the page: the default landscapes do not change. */
const known = new Map<string, Field>();

/** Small pictures of landscapes by id, computed by the same engine as everything else; they come one by one. */
export function useThumbnails(ids: readonly string[]): ReadonlyMap<string, Field> {
  const [fields, setFields] = useState<ReadonlyMap<string, Field>>(() => new Map(known));
  const key = ids.join(' ');
  useEffect(() => {
    const missing = key.split(' ').filter((id) => !known.has(id));
    if (missing.length === 0) return;
    const controller = new AbortController();
    compute
      .run(
        'thumbnails',
        { ids: missing, size: SIZE },
        {
          lane: 'thumbnails',
          signal: controller.signal,
          onPartial: ({ id, field }) => {
            known.set(id, field);
            setFields(new Map(known));
          },
        },
      )
      .catch((error: unknown) => compute.report(error, 'The thumbnails could not be computed'));
    return () => controller.abort();
  }, [key]);
  return fields;
}
