import type { KnownCriticalPoint } from './Landscape.ts';

type Coordinates = readonly number[];

/** A known local minimum; `eigenvalues` ascending, left out where there is no Hessian. */
export function minimum(x: Coordinates, value: number, eigenvalues?: Coordinates): KnownCriticalPoint {
  return { x, value, type: 'minimum', ...(eigenvalues && { eigenvalues }) };
}

/** A known saddle; `eigenvalues` ascending. */
export function saddle(x: Coordinates, value: number, eigenvalues: Coordinates): KnownCriticalPoint {
  return { x, value, type: 'saddle', eigenvalues };
}

/** A known local maximum; `eigenvalues` ascending. */
export function maximum(x: Coordinates, value: number, eigenvalues: Coordinates): KnownCriticalPoint {
  return { x, value, type: 'maximum', eigenvalues };
}

/** A known critical point whose type follows from the signs of its exact eigenvalues, given in any order. */
export function bySigns(x: Coordinates, value: number, eigenvalues: Coordinates): KnownCriticalPoint {
  const sorted = [...eigenvalues].sort((a, b) => a - b);
  const low = sorted[0] as number;
  const high = sorted[sorted.length - 1] as number;
  const type = low < 0 && high > 0 ? 'saddle' : low > 0 ? 'minimum' : high < 0 ? 'maximum' : 'degenerate';
  return { x, value, type, eigenvalues: sorted };
}

/** The point and its mirror image through the origin, for an even f. */
export function withOpposite(point: KnownCriticalPoint): readonly KnownCriticalPoint[] {
  // Subtracting from zero keeps −0 out of the coordinates.
  return [point, { ...point, x: point.x.map((coordinate) => 0 - coordinate) }];
}

/** The distinct images of a planar point under (x, y) → (±x, ±y), and (±y, ±x) too with `swap`. */
export function withReflections(point: KnownCriticalPoint, swap: boolean): readonly KnownCriticalPoint[] {
  const [x, y] = point.x as [number, number];
  const images = new Map<string, readonly number[]>();
  for (const [a, b] of swap
    ? ([
        [x, y],
        [y, x],
      ] as const)
    : ([[x, y]] as const)) {
    for (const p of [a, 0 - a]) for (const q of [b, 0 - b]) images.set(`${p},${q}`, [p, q]);
  }
  return [...images.values()].map((image) => ({ ...point, x: image }));
}
