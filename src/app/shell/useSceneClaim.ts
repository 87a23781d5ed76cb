import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type CheckedClaim, claimsStore } from '../../store/claims.ts';
import { scenarioStore } from '../../store/scenarioStore.ts';
import { firstPicture } from '../firstPicture.ts';

/** The claim that a scene is about. */
interface SceneClaim {
  readonly id: string;
  /** Null until the claims’ code is there. */
  readonly name: string | null;
  /** Null where it is neither checked nor being checked: its landscape is on its way, or the check was cancelled. */
  readonly checked: CheckedClaim | null;
}

/** The claim that the opened scenario is about; null where it is about something else, and once there are methods. */
export function useSceneClaim(): SceneClaim | null {
  const scene = useStore(claimsStore, (state) => state.scene);
  const checked = useStore(claimsStore, (state) => (state.scene === null ? undefined : state.checks[state.scene]));
  const hasMethods = useStore(scenarioStore, (state) => state.scenario.experiment.methods.length > 0);
  const id = hasMethods ? null : scene;
  const name = useClaimName(id);
  return id === null ? null : { id, name, checked: checked ?? null };
}

function useClaimName(id: string | null): string | null {
  const [known, setKnown] = useState<{ readonly id: string; readonly name: string } | null>(null);
  useEffect(() => {
    if (id === null) return;
    let current = true;
    const load = async () => {
      // The claims are no part of what the page loads first.
      await firstPicture;
      const { claimById } = await import('../../core/claims/registry.ts');
      if (current) setKnown({ id, name: claimById(id)?.name ?? id });
    };
    // Without a network the sentence goes without the name.
    load().catch(() => {});
    return () => {
      current = false;
    };
  }, [id]);
  return known?.id === id ? known.name : null;
}
