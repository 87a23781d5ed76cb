import { CircleCheck, CircleHelp, type LucideIcon, OctagonX } from 'lucide-react';
import type { Verdict } from '../../core/claims/Claim.ts';
import classes from './ClaimsPanel.module.css';

const looks: Readonly<Record<Verdict, { readonly Icon: LucideIcon; readonly className: string | undefined }>> = {
  supported: { Icon: CircleCheck, className: classes.supported },
  contradicted: { Icon: OctagonX, className: classes.contradicted },
  inconclusive: { Icon: CircleHelp, className: classes.inconclusive },
};

/** A verdict by word, shape and colour. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  const { Icon, className } = looks[verdict];
  return (
    <p className={`${classes.verdict} ${className}`} data-verdict={verdict}>
      <Icon size="1.15em" aria-hidden="true" />
      {verdict}
    </p>
  );
}
