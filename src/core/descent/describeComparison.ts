import { formatNumber } from '../formatNumber.ts';
import type { PointType } from '../landscapes/Landscape.ts';
import type { MethodComparison, StuckPlace } from './compareMethods.ts';
import type { RunStatus } from './Run.ts';

/** A method as sentences name it. */
export interface ComparedMethod {
  readonly methodIndex: number;
  readonly name: string;
}

/** What a critical point that is no minimum to second order is called. */
const NAMES: { readonly [K in PointType]: string } = {
  minimum: 'minimum',
  saddle: 'saddle',
  maximum: 'maximum',
  degenerate: 'degenerate critical point',
  regular: 'point',
};

/** How runs ended that came to no critical point at all. */
const ENDS: { readonly [K in RunStatus]: string } = {
  converged: 'ended by their tolerance before',
  'second-order-stationary': 'ended by their own test before',
  'max-iterations': 'reached the iteration limit',
  diverged: 'diverged',
  'non-finite': 'came where f is not finite',
  'left-domain': 'left the domain',
  'line-search-failed': 'found no further step',
};

/** More coordinates than this are left out of a sentence. */
const COORDINATES = 4;

/** A place in words: coordinates to four digits of the largest, so that rounding does not look like a position. */
export function placeText(x: ArrayLike<number>): string {
  const all = Array.from(x);
  const unit = 1e-4 * Math.max(1, ...all.map(Math.abs));
  const shown = all.slice(0, COORDINATES).map((value) => formatNumber(Math.abs(value) < unit ? 0 : value));
  return `(${[...shown, ...(all.length > COORDINATES ? ['…'] : [])].join(', ')})`;
}

/** What the end of runs that got stuck is called: "saddle", "not critical". */
export const stuckName = ({ type }: Pick<StuckPlace, 'type'>): string =>
  type === 'regular' ? 'not critical' : NAMES[type];

/**
 * How often and when each method came to a second-order stationary point, and where the other runs got stuck.
 * @param methods  those shown
 * @returns the empty string where nothing is known yet
 */
export function describeComparison(rows: readonly MethodComparison[], methods: readonly ComparedMethod[]): string {
  const known = methods.flatMap(({ methodIndex, name }) => {
    const row = rows.find((each) => each.methodIndex === methodIndex);
    return row && row.runs > 0 ? [{ name, row }] : [];
  });
  if (known.length === 0) return '';
  return known
    .map(({ name, row: { reached, runs, median, stuck } }, i) => {
      const share = `${reached} of ${runs}${i === 0 ? (runs === 1 ? ' run' : ' runs') : ''}`;
      const when = Number.isFinite(median) ? `, in the median after ${formatNumber(median)} iterations` : '';
      const lead = i === 0 ? `${name} came to a second-order stationary point in ` : `${name}: `;
      return `${lead}${share}${when}${stuckTexts(stuck)
        .map((text) => `; ${text}`)
        .join('')}.`;
    })
    .join(' ');
}

/** "4 got stuck at the saddle (0, 0)", "2 at other critical points", "3 reached the iteration limit". */
function stuckTexts(stuck: readonly StuckPlace[]): string[] {
  const [first, ...others] = stuck.filter(({ type }) => type !== 'regular');
  const elsewhere = sum(others);
  const lost = stuck.filter(({ type }) => type === 'regular');
  const statuses = [...new Set(lost.map(({ status }) => status))];
  return [
    ...(first ? [`${first.count} got stuck at the ${NAMES[first.type]} ${placeText(first.x)}`] : []),
    ...(elsewhere > 0 ? [`${elsewhere} at other critical points`] : []),
    ...statuses.map((status) => `${sum(lost.filter((place) => place.status === status))} ${ENDS[status]}`),
  ];
}

const sum = (places: readonly StuckPlace[]): number => places.reduce((total, { count }) => total + count, 0);
