import type { ScreenPath } from './thin.ts';

/**
 * Kept vertices that get a marker, in drawing order: iterates, at most one in each square of `spacing` pixels and not
 * nearer than that to the marker before, so that a trajectory that stays in one place carries few of them.
 */
export function markPlaces(path: ScreenPath, spacing: number): number[] {
  const places: number[] = [];
  const taken = new Set<number>();
  let x = Number.NEGATIVE_INFINITY;
  let y = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < path.count; k += 1) {
    const nextX = path.xs[k] as number;
    const nextY = path.ys[k] as number;
    const square = Math.floor(nextX / spacing) * 65_536 + Math.floor(nextY / spacing);
    if ((path.iterates[k] as number) < 0 || taken.has(square)) continue;
    if ((nextX - x) ** 2 + (nextY - y) ** 2 < spacing * spacing) continue;
    taken.add(square);
    places.push(k);
    x = nextX;
    y = nextY;
  }
  return places;
}
