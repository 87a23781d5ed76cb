import { counted, formatNumber } from '../formatNumber.ts';
import { describeNotFound } from './describeNotFound.ts';
import { describeOutside } from './describeOutside.ts';
import type { PathResult } from './findPath.ts';
import { lengthRatio } from './lengthRatio.ts';
import { pathMethodById } from './registry.ts';
import type { ShortenedPath } from './shortenPath.ts';

/**
 * What a search found, in numbers, and what of it lies outside of the landscape's box. A path that was not found is not
 * called missing, and the ends not disconnected: a search that fails shows nothing about Ω_u, but of one variable.
 */
export function describePath(result: PathResult): string {
  return (result.status === 'connected' ? connected(result) : describeNotFound(result)) + describeOutside(result);
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

const times = (share: number, than = 'the straight segment'): string =>
  lengthRatio(share) === '1' ? `as long as ${than}` : `${lengthRatio(share)} times as long as ${than}`;

const pulled = ({ normalizedLength, isCutShort }: ShortenedPath): string =>
  `${times(normalizedLength, 'the segment')} when pulled ${isCutShort ? 'as far as it went, perhaps not yet tight' : 'tight'}`;

function evaluationsText({ evaluations: { value, gradient, hvp } }: PathResult): string {
  const products = hvp > 0 ? [counted(hvp, 'Hessian product')] : [];
  const parts = [counted(value, 'value'), counted(gradient, 'gradient'), ...products];
  return parts.length === 2 ? parts.join(' and ') : `${parts[0]}, ${parts[1]} and ${parts[2]}`;
}
