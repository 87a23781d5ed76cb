import { formatBox } from '../formatNumber.ts';
import type { Box } from '../params.ts';
import { bead, beadCount } from './beads.ts';
import type { PathResult } from './findPath.ts';

/** Variables at most; beyond them a box cannot be read, and no grid is laid over it. */
const MOST_VARIABLES = 3;
/** Room between what is outside and the side of the wider box, as a share of that box. */
const ROOM = 0.05;

/**
 * Which ends and how many of the beads between them lie outside of the landscape's box, and how wide it must be to hold
 * them all: one sentence after a space. Empty where all are inside, and of more than three variables.
 */
export function describeOutside({
  beads,
  domain,
  shortened,
}: Pick<PathResult, 'beads' | 'domain'> & { readonly shortened: Pick<PathResult, 'beads'> | null }): string {
  const n = domain.length;
  if (n > MOST_VARIABLES) return '';
  const last = beadCount(beads, n) - 1;
  const outside = outsideOf(beads, domain);
  const names = outside.flatMap((k) => (k === 0 ? ['End 1'] : k === last ? ['End 2'] : []));
  const between = outside.length - names.length;
  if (between > 0) names.push(beadsText(between, last - 1, names.length === 2));
  const isTight = shortened !== null && outsideOf(shortened.beads, domain).length > 0;
  if (names.length === 0 && isTight) names.push('part of the path pulled tight');
  if (names.length === 0) return '';
  const wider = widened(domain, shortened ? [beads, shortened.beads] : [beads]);
  const listed = [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
  const who = listed.charAt(0).toUpperCase() + listed.slice(1);
  const lie = names.length > 1 || between > 1 ? 'lie' : 'lies';
  const grids = n === 2 ? ', and to let grids look there' : '';
  return ` ${who} ${lie} outside of the box ${formatBox(domain)}; to see all of it${grids}, widen the box to ${formatBox(wider)}.`;
}

function beadsText(outside: number, all: number, areEndsNamed: boolean): string {
  const beads = `between ${areEndsNamed ? 'them' : 'the ends'}`;
  if (all === 1) return `the bead ${beads}`;
  return outside === all ? `all ${all} beads ${beads}` : `${outside} of the ${all} beads ${beads}`;
}

/** Positions of the points that are not in the box, ascending. @param points  m·n */
export function outsideOf(points: Float64Array, box: Box): number[] {
  const n = box.length;
  return Array.from({ length: beadCount(points, n) }, (_, k) => k).filter((k) =>
    box.some(([low, high], i) => {
      const coordinate = bead(points, n, k)[i] as number;
      return !(coordinate >= low && coordinate <= high);
    }),
  );
}

/** The box with the sides moved out, to round numbers, past which there are points. */
function widened(box: Box, lists: readonly Float64Array[]): Box {
  const n = box.length;
  return box.map(([low, high], i) => {
    let [least, most] = [low, high];
    for (const points of lists) {
      for (let k = i; k < points.length; k += n) {
        least = Math.min(least, points[k] as number);
        most = Math.max(most, points[k] as number);
      }
    }
    const room = ROOM * (most - least);
    // A tenth of its power of ten, by the digits themselves: logarithms differ from engine to engine.
    const unit = Number(`1e${Number((most - least).toExponential().split('e')[1]) - 1}`);
    return [
      least < low ? Math.floor((least - room) / unit) * unit : low,
      most > high ? Math.ceil((most + room) / unit) * unit : high,
    ];
  });
}
