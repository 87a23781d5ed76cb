import { formatNumber } from '../formatNumber.ts';
import { lengthRatio } from './lengthRatio.ts';
import type { LengthsRow } from './lengthsAgainstLevel.ts';

const NO_VALUE = 'at an end f has no value; choose a box in which f has values.';

/** What a curve of lengths shows, in numbers; nothing where it has no row. */
export function describeLengths(rows: readonly LengthsRow[]): string {
  const measured = rows.filter(({ connected }) => connected > 0);
  const [highest, lowest] = [measured[0], measured.at(-1)];
  const connected = rows.reduce((sum, row) => sum + row.connected, 0);
  const attempted = rows.reduce((sum, row) => sum + row.attempted, 0);
  const pairs = rows.reduce((sum, row) => sum + row.pairs, 0);
  const withoutValue = rows.reduce((sum, row) => sum + row.withoutValue, 0);
  const above = pairs - attempted - withoutValue;
  if (pairs === 0) return '';
  const valueless = withoutValue > 0 ? ` ${withoutValue} of ${pairs} were not begun, as ${NO_VALUE}` : '';
  if (attempted === 0) {
    if (above === 0) return `Nothing was searched: ${NO_VALUE}`;
    return `Nothing was searched: at no level do both ends of a pair lie below it. Raise the levels, or let the ends come down further.${valueless}`;
  }
  const untried = `${above > 0 ? ` ${above} of ${pairs} were not begun, as an end lies above the level.` : ''}${valueless}`;
  if (!highest || !lowest) return `None of ${attempted} searches found a path.${untried}`;
  const count = `${connected} of ${attempted} searches found a path.${untried}`;
  const at = (row: LengthsRow) => `${lengthRatio(tightest(row))} at level ${formatNumber(row.level)}`;
  if (highest === lowest) return `The median length is ${at(highest)}, in distances of the ends. ${count}`;
  return `The median length is ${at(highest)} and ${at(lowest)}, in distances of the ends. ${count}${whereFewer(measured)}`;
}

/**
 * A warning where a level has fewer of the pairs than one above it. All pairs count, those too whose ends did not come
 * so low: what is left is the easy ones.
 */
function whereFewer(measured: readonly LengthsRow[]): string {
  const share = ({ connected, pairs }: LengthsRow) => connected / pairs;
  let [most, fewest] = [0, null as LengthsRow | null];
  for (const row of measured) {
    if (share(row) < most && !(fewest && share(fewest) < share(row))) fewest = row;
    most = Math.max(most, share(row));
  }
  if (!fewest) return '';
  const few = `${fewest.connected} of ${fewest.pairs} at level ${formatNumber(fewest.level)}`;
  return ` At low levels fewer pairs were connected (${few}): far ones and those hard to train fail first, which makes the median too small there.`;
}

const tightest = ({ shortenedLength, normalizedLength }: LengthsRow): number =>
  shortenedLength && !Number.isNaN(shortenedLength.median) ? shortenedLength.median : normalizedLength.median;
