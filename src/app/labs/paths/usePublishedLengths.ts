import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { landscapeById } from '../../../core/landscapes/registry.ts';
import type { PublishedCurve } from '../../../core/networks/freemanBrunaFigures.ts';
import type { PreparedLandscape } from '../../../scenario/prepare.ts';
import { resultsStore } from '../../../store/resultsStore.ts';

interface Loaded {
  readonly of: PreparedLandscape;
  readonly curve: PublishedCurve;
}

/** The published curve of the landscape shown; null where there is none, and until it is loaded. */
export function usePublishedLengths(): PublishedCurve | null {
  const landscape = useStore(resultsStore, (state) => state.landscape);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let isWanted = true;
    if (landscape) {
      landscapeById(landscape.id)
        ?.publishedLengths?.(landscape.params)
        // Without the curve, as offline before it was ever loaded, the page shows its own alone.
        ?.then(
          (curve) => isWanted && setLoaded({ of: landscape, curve }),
          () => {},
        );
    }
    return () => {
      isWanted = false;
    };
  }, [landscape]);
  return loaded?.of === landscape ? (loaded?.curve ?? null) : null;
}
