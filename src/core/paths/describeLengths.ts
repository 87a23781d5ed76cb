import { formatNumber } from '../formatNumber.ts';
import type { LengthsRow } from './lengthsAgainstLevel.ts';

/** What a curve of lengths shows, in numbers; nothing where it has no row. */
export function describeLengths(rows: readonly LengthsRow[]): string {
  const measured = rows.filter(({ connected }) => connected > 0);
  const [highest, lowest] = [measured[0], measured.at(-1)];
  const connected = rows.reduce((sum, row) => sum + row.connected, 0);
  const attempted = rows.reduce((sum, row) => sum + row.attempted, 0);
  const pairs = rows.reduce((sum, row) => sum + row.pairs, 0);
  if (pairs === 0) return '';
  if (attempted === 0) {
    return 'Nothing was searched: at no level do both ends of a pair lie below it. Raise the levels, or let the ends come down further.';
  }
  const untried =
    attempted < pairs ? ` ${pairs - attempted} of ${pairs} were not begun, as an end lies above the level.` : '';
  if (!highest || !lowest) return `None of ${attempted} searches found a path.${untried}`;
  const count = `${connected} of ${attempted} searches found a path.${untried}`;
  const at = (row: LengthsRow) => `${formatNumber(tightest(row))} at level ${formatNumber(row.level)}`;
  if (highest === lowest) return `The median length is ${at(highest)}, in distances of the ends. ${count}`;
  const fewer =
    lowest.connected / lowest.attempted < highest.connected / highest.attempted
      ? ' At low levels fewer pairs were connected, and the far ones fail first, which makes the median too small there.'
      : '';
  return `The median length is ${at(highest)} and ${at(lowest)}, in distances of the ends. ${count}${fewer}`;
}

const tightest = ({ shortenedLength, normalizedLength }: LengthsRow): number =>
  shortenedLength && !Number.isNaN(shortenedLength.median) ? shortenedLength.median : normalizedLength.median;
