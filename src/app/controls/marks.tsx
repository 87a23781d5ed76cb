import {
  Ban,
  Check,
  CheckCheck,
  CircleSlash,
  Hourglass,
  LogOut,
  type LucideIcon,
  SearchX,
  TrendingUp,
} from 'lucide-react';
import type { RunStatus } from '../../core/descent/Run.ts';
import { statusText } from '../../core/descent/statuses.ts';

const statusIcons: Readonly<Record<RunStatus, LucideIcon>> = {
  converged: Check,
  'second-order-stationary': CheckCheck,
  'max-iterations': Hourglass,
  diverged: TrendingUp,
  'non-finite': CircleSlash,
  'left-domain': LogOut,
  'line-search-failed': SearchX,
};

/** The sign of an outcome, told by its shape. */
export function StatusIcon({ status }: { readonly status: RunStatus }) {
  const Icon = statusIcons[status] ?? Ban;
  return <Icon size="1.1em" role="img" aria-label={statusText(status).label} style={{ flex: 'none' }} />;
}
