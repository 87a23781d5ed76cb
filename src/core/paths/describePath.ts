import { counted, formatNumber, formatPoint } from '../formatNumber.ts';
import type { PathResult } from './findPath.ts';
import { lengthRatio } from './lengthRatio.ts';
import { pathMethodById } from './registry.ts';
import type { ShortenedPath } from './shortenPath.ts';

/**
 * What a search found, in numbers. A path that was not found is not called missing, and the ends not disconnected: a
 * search that fails shows nothing about Ω_u.
 */
export function describePath(result: PathResult): string {
  return result.status === 'connected' ? connected(result) : notFound(result);
}

function connected(result: PathResult): string {
  const { level, maxValue, normalizedLength, shortened, verification } = result;
  const count = result.beads.length / result.highest.length;
  const name = pathMethodById(result.method)?.name ?? result.method;
  const length = shortened === null ? times(normalizedLength) : `${times(normalizedLength)}, and ${pulled(shortened)}`;
  const open =
    verification.open === 0
      ? ''
      : ` In ${counted(verification.open, 'interval')} between samples the estimated bound still exceeds the level.`;
  return (
    `${name} joined the ends below ${formatNumber(level, 6)} over ${count} beads: the path rises to ` +
    `${formatNumber(maxValue, 6)} and is ${length}. ${evaluationsText(result)}; confirmed at ` +
    `${verification.samples} samples at most ${formatNumber(verification.spacing)} apart.${open}`
  );
}

function notFound(result: PathResult): string {
  const { stuck, gridBarrier } = result;
  const name = pathMethodById(result.method)?.name ?? result.method;
  const { value, gradient, hvp } = result.evaluations;
  const within = counted(value + gradient + hvp, 'evaluation');
  const limits = stuck === null ? within : `depth ${result.depth} and ${within}`;
  const grid = gridBarrier === null || stuck !== null ? '' : ` Its grid joins them at ${formatNumber(gridBarrier, 6)}.`;
  return (
    `${name}: not found within ${limits}. ${stuck === null ? highest(result) : whereStuck(result)}${grid} ` +
    'That does not show that the ends lie in different components.'
  );
}

const times = (share: number, than = 'the straight segment'): string =>
  lengthRatio(share) === '1' ? `as long as ${than}` : `${lengthRatio(share)} times as long as ${than}`;

const pulled = ({ normalizedLength, isCutShort }: ShortenedPath): string =>
  `${times(normalizedLength, 'the segment')} when pulled ${isCutShort ? 'as far as it went, perhaps not yet tight' : 'tight'}`;

/** With the place, where that is short enough to be read. */
function highest({ maxValue, level, highest: x }: PathResult): string {
  if (!(maxValue > level)) return `A segment of the path leaves the sublevel set of ${formatNumber(level, 6)}.`;
  const place = x.length <= 3 ? ` at ${formatPoint(x, 1e-12)}` : '';
  return `The path rises to ${formatNumber(maxValue, 6)}${place}, above the level ${formatNumber(level, 6)}.`;
}

function whereStuck({ stuck, level }: PathResult): string {
  if (stuck === null) return '';
  const [first, second] = stuck.between;
  const segment = `the segment from ${first} to ${second} rises to ${formatNumber(stuck.maximum, 6)}`;
  if (stuck.value === null) return `It stuck where ${segment}, above the level ${formatNumber(level, 6)}.`;
  return `It stuck where ${segment}: a bead dropped from it came down to ${formatNumber(stuck.value, 6)} only, above the level ${formatNumber(level, 6)}.`;
}

function evaluationsText({ evaluations: { value, gradient, hvp } }: PathResult): string {
  const products = hvp > 0 ? [counted(hvp, 'Hessian product')] : [];
  const parts = [counted(value, 'value'), counted(gradient, 'gradient'), ...products];
  return parts.length === 2 ? parts.join(' and ') : `${parts[0]}, ${parts[1]} and ${parts[2]}`;
}
