import { Button } from '@mantine/core';
import type { Claim } from '../../core/claims/Claim.ts';
import { landscapeById } from '../../core/landscapes/registry.ts';
import { claimsStore } from '../../store/claims.ts';
import { chooseLandscape } from '../../store/followLandscape.ts';
import classes from './ClaimsPanel.module.css';

interface InapplicableClaimProps {
  readonly claim: Claim;
  /** Why it says nothing about the landscape that is shown. */
  readonly why: string;
}

/** A claim that says nothing about this landscape, with the way to one about which it does. */
export function InapplicableClaim({ claim, why }: InapplicableClaimProps) {
  const { example } = claim;
  const open = () => {
    claimsStore.setState({ open: claim.id });
    void chooseLandscape(example);
  };
  return (
    <li className={classes.card}>
      <h3 className={classes.name}>{claim.name}</h3>
      <p className={classes.note}>{why}</p>
      <Button size="compact-xs" variant="default" onClick={open} aria-label={`Open a landscape for “${claim.name}”`}>
        Open “{landscapeById(example.id)?.name ?? example.id}”
      </Button>
    </li>
  );
}
