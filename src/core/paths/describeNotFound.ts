import { counted, formatNumber, formatPoint } from '../formatNumber.ts';
import type { Divider, PathResult } from './findPath.ts';
import { pathMethodById } from './registry.ts';

/**
 * What a search that found no path met within what limits, and what that shows: nothing about the components of Ω_u,
 * unless there is one variable and a point between the ends outside of Ω_u.
 */
export function describeNotFound(result: PathResult): string {
  const { stuck, divider } = result;
  const name = pathMethodById(result.method)?.name ?? result.method;
  const { value, gradient, hvp } = result.evaluations;
  const within = counted(value + gradient + hvp, 'evaluation');
  const limits = stuck === null ? within : `depth ${result.depth} and ${within}`;
  const where = stuck === null ? highest(result) + gridText(result) : whereStuck(result);
  const shown = divider
    ? dividedAt(divider, result.level)
    : 'That does not show that the ends lie in different components.';
  return `${name}: not found within ${limits}. ${where} ${shown}`;
}

/** With the place, where that is short enough to be read. */
function highest({ maxValue, level, highest: x }: PathResult): string {
  const place = x.length <= 3 ? ` at ${formatPoint(x, 1e-12)}` : '';
  if (Number.isNaN(maxValue)) {
    return `f has no value${place || ' somewhere'} on the path; choose another method, or move the ends so that the way avoids such places.`;
  }
  if (!(maxValue > level)) return `A segment of the path leaves the sublevel set of ${formatNumber(level, 6)}.`;
  return `The path rises to ${formatNumber(maxValue, 6)}${place}, above the level ${formatNumber(level, 6)}.`;
}

function gridText({ gridBarrier, gridSide }: PathResult): string {
  if (gridBarrier === null) return '';
  const grid = ` Its grid of ${gridSide} × ${gridSide} points`;
  if (gridBarrier === Number.POSITIVE_INFINITY) return `${grid} joins them at no level.`;
  return `${grid} joins them at ${formatNumber(gridBarrier, 6)}.`;
}

function whereStuck({ stuck, level }: PathResult): string {
  if (stuck === null) return '';
  const [first, second] = stuck.between;
  const above = `above the level ${formatNumber(level, 6)}`;
  const segment = Number.isNaN(stuck.maximum)
    ? `f has no value on part of the segment from ${first} to ${second}`
    : `the segment from ${first} to ${second} rises to ${formatNumber(stuck.maximum, 6)}`;
  const end = Number.isNaN(stuck.maximum) ? '' : `, ${above}`;
  if (stuck.value === null) return `It stuck where ${segment}${end}.`;
  if (Number.isNaN(stuck.value)) return `It stuck where ${segment}: a bead put on it met no value of f.`;
  return `It stuck where ${segment}: a bead dropped from it came down to ${formatNumber(stuck.value, 6)} only, ${above}.`;
}

function dividedAt({ x, value }: Divider, level: number): string {
  const what = Number.isNaN(value)
    ? 'has no value'
    : `is ${formatNumber(value, 6)}, above the level ${formatNumber(level, 6)}`;
  const place = formatNumber(Math.abs(x) < 1e-12 ? 0 : x);
  return `In one variable there is no other way than past ${place}, where f ${what}: the ends lie in different components.`;
}
