import type { Barrier } from '../../../scenario/methodPaths.ts';
import { pathMethodName } from './pathMethodLook.ts';

/**
 * What the table of the path methods shows, for its caption: what the excess is counted from, with the resolution of the
 * grid.
 * @param isOld  of settings from before
 */
export function describePeers(barrier: Barrier | null, isOld: boolean): string {
  const what = isOld ? 'All methods, with the settings before.' : 'All methods between these ends.';
  return `${what} ✓ connected, ✗ not found${barrier ? `; excess over ${excessText(barrier)}` : ''}.`;
}

function excessText({ side, lowerBy, isCoarse }: Barrier): string {
  const grid = `grid of ${side} × ${side}`;
  if (lowerBy === null) return `the maximum of the minimax path on a ${grid}`;
  const coarse = isCoarse ? ', which is too coarse here' : '';
  return `the lowest maximum: ${pathMethodName(lowerBy)} found a lower way than the ${grid}${coarse}`;
}
