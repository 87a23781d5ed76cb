import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Claim } from '../../core/claims/Claim.ts';
import { claims } from '../../core/claims/registry.ts';
import { whyInapplicable } from '../../core/claims/whyInapplicable.ts';
import { check, claimsStore } from '../../store/claims.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { ClaimCard } from './ClaimCard.tsx';
import classes from './ClaimsPanel.module.css';
import { InapplicableClaim } from './InapplicableClaim.tsx';

/** The theorems of the lectures, to be checked on the landscape that is shown; those that say nothing of it last. */
export default function ClaimsPanel() {
  const landscape = useStore(resultsStore, (state) => state.landscape);
  useEffect(() => {
    claimsStore.setState({ onScreen: true });
    return () => claimsStore.setState({ onScreen: false });
  }, []);
  if (!landscape) return <p className={classes.note}>There is no landscape yet.</p>;
  const applicable: Claim[] = [];
  const others: { readonly claim: Claim; readonly why: string }[] = [];
  for (const claim of claims) {
    const why = whyInapplicable(claim, landscape);
    if (why === null) applicable.push(claim);
    else others.push({ claim, why });
  }
  return (
    <div className={classes.panel}>
      <h2 className={classes.heading}>What theorems say here</h2>
      <p className={classes.note}>
        Hypotheses and conclusions are measured on this landscape; no number proves anything.
      </p>
      <div className={classes.all}>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            for (const { id } of applicable) check(id);
          }}
        >
          Check all {applicable.length}
        </Button>
      </div>
      <ul className={classes.list} aria-label="Claims about this landscape">
        {applicable.map((claim) => (
          <ClaimCard key={claim.id} claim={claim} dimension={landscape.dimension} />
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h2 className={classes.heading}>About other landscapes</h2>
          <ul className={classes.list} aria-label="Claims about other landscapes">
            {others.map(({ claim, why }) => (
              <InapplicableClaim key={claim.id} claim={claim} why={why} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
