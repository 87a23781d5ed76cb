import { Button } from '@mantine/core';
import { ChevronDown, Link } from 'lucide-react';
import { type RefObject, useEffect, useId, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { Claim } from '../../core/claims/Claim.ts';
import type { Params } from '../../core/params.ts';
import { type CheckedClaim, cancelCheck, check, claimLink, claimsStore, setClaimParams } from '../../store/claims.ts';
import { notify } from '../../store/notices.ts';
import { copyText } from '../controls/copyText.ts';
import type { ParamHandlers } from '../controls/handlers.ts';
import { ParamList } from '../controls/ParamList.tsx';
import { ProgressLine } from '../controls/ProgressLine.tsx';
import { TypesetText } from '../typeset/TypesetText.tsx';
import { ClaimFindings } from './ClaimFindings.tsx';
import classes from './ClaimsPanel.module.css';
import { VerdictMark } from './VerdictMark.tsx';

interface ClaimCardProps {
  readonly claim: Claim;
  /** Number of variables of the landscape. */
  readonly dimension: number;
}

const noParams: Params = {};

/** One claim: its name with the verdict, and, opened, what it says, its parameters, and what was found. */
export function ClaimCard({ claim, dimension }: ClaimCardProps) {
  const { id, name } = claim;
  const bodyId = useId();
  const item = useRef<HTMLLIElement>(null);
  useReveal(id, item);
  const isOpen = useStore(claimsStore, ({ open }) => open === id);
  const checked = useStore(claimsStore, ({ checks }) => checks[id]);
  return (
    <li ref={item} className={classes.card} data-claim={id}>
      <h3 className={classes.name}>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => claimsStore.setState({ open: isOpen ? null : id })}
        >
          <ChevronDown
            className={`${classes.chevron} ${isOpen ? '' : classes.closed}`}
            size="1.1em"
            aria-hidden="true"
          />
          {name}
        </button>
      </h3>
      {checked?.report && <VerdictMark verdict={checked.report.verdict} />}
      {checked && checked.progress !== null && (
        <ProgressLine label={`Checking “${name}”`} fraction={checked.progress} onCancel={() => cancelCheck(id)} />
      )}
      <div id={bodyId} hidden={!isOpen}>
        {isOpen && <Details claim={claim} dimension={dimension} checked={checked} />}
      </div>
    </li>
  );
}

/** Brings the card of the claim that a link asks for to the top of the panel, once. */
function useReveal(id: string, item: RefObject<HTMLElement | null>): void {
  const isWanted = useStore(claimsStore, ({ toReveal }) => toReveal === id);
  useEffect(() => {
    if (!isWanted) return;
    item.current?.scrollIntoView({ block: 'start' });
    claimsStore.setState({ toReveal: null });
  }, [isWanted, item]);
}

function Details({ claim, dimension, checked }: ClaimCardProps & { readonly checked: CheckedClaim | undefined }) {
  const { id, params } = claim;
  const given = useStore(claimsStore, (state) => state.params[id]) ?? noParams;
  const handlers = useMemo((): ParamHandlers => {
    const set: ParamHandlers['set'] = (changes) => setClaimParams(id, changes);
    return { set, slide: set, beginSlide: () => {}, endSlide: () => {} };
  }, [id]);
  return (
    <>
      <p className={classes.statement}>
        <TypesetText text={claim.statement} />
      </p>
      <p className={classes.reference}>{claim.reference}</p>
      <ParamList specs={params} given={given} dimension={dimension} handlers={handlers} />
      <div className={classes.actions}>
        <Button size="compact-sm" variant="default" onClick={() => check(id)}>
          {checked?.report ? 'Check again' : 'Check'}
        </Button>
        {checked?.report && <CopyLink checked={checked} />}
      </div>
      {checked?.report && <ClaimFindings report={checked.report} />}
    </>
  );
}

function CopyLink({ checked }: { readonly checked: CheckedClaim }) {
  const copy = async () => {
    const link = claimLink(checked);
    const copied = await copyText(link);
    if (copied) notify({ kind: 'info', text: 'Link copied: it opens this landscape and checks the claim on it.' });
    else notify({ kind: 'warning', text: 'The browser did not allow copying.' });
  };
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<Link size="1em" aria-hidden="true" />}
      onClick={() => void copy()}
    >
      Copy link
    </Button>
  );
}
