import type { Rgb } from './colourScales.ts';
import { ink, paper } from './palette.ts';
import type { BasinLimit } from './types.ts';

/**
 * Colours of areas: the eight of Paul Tol's light scheme, made for areas that are told apart by readers of any colour
 * vision, then five darker ones of his muted scheme. They stay apart from the lines of the methods, which are stronger.
 * Source: Tol, Colour Schemes (SRON/EPS/TN/09-002, 2021).
 */
export const areaColours: readonly Rgb[] = [
  [0x77, 0xaa, 0xdd],
  [0xee, 0x88, 0x66],
  [0x44, 0xbb, 0x99],
  [0xee, 0xdd, 0x88],
  [0xff, 0xaa, 0xbb],
  [0xbb, 0xcc, 0x33],
  [0x99, 0xdd, 0xff],
  [0xaa, 0xaa, 0x00],
  [0x88, 0x22, 0x55],
  [0x33, 0x22, 0x88],
  [0x11, 0x77, 0x33],
  [0xaa, 0x44, 0x99],
  [0x66, 0x66, 0x66],
];

/** The two greys of the hatching where there is no limit. */
export const noLimitColours: readonly [Rgb, Rgb] = [
  [0xd6, 0xd9, 0xdc],
  [0xa4, 0xaa, 0xb0],
];

/** How far the shade goes from the colour itself towards white at once, and towards black in the end. */
const LIGHTEST = 0.3;
const DARKEST = 0.38;

/** The slowness that has the colour itself. */
export const PLAIN = 0.4;

/**
 * The shade of an area colour for a run of some length.
 * @param slowness  0 for the shortest runs, `PLAIN` for the usual ones, 1 for the longest
 */
export function shade(slot: number, slowness: number): Rgb {
  const colour = areaColours[slot % areaColours.length] as Rgb;
  const [target, part] =
    slowness < PLAIN ? [255, LIGHTEST * (1 - slowness / PLAIN)] : [0, (DARKEST * (slowness - PLAIN)) / (1 - PLAIN)];
  const mix = (value: number) => Math.round(value + (target - value) * part);
  return [mix(colour[0]), mix(colour[1]), mix(colour[2])];
}

/** `rgb(r, g, b)` of an area. */
export const areaColour = (slot: number): string => `rgb(${shade(slot, PLAIN).join(', ')})`;

/** The colour of a mark on an area: dark, or light on the darker ones. */
export function inkOn(slot: number): string {
  const [r, g, b] = areaColours[slot % areaColours.length] as Rgb;
  return 0.3 * r + 0.59 * g + 0.11 * b > 110 ? ink : paper;
}

type Placed = Pick<BasinLimit, 'position'>;

/**
 * A colour for each limit: that of the limit before that lies in the same place, else one that none of its neighbours
 * has and few others.
 * @param labels  as in `PlaneBasins`, for `columns` grid points a row
 * @param before  limits of the last picture
 * @param reach  coordinates that differ by less are the same place, for each axis
 */
export function areaSlots(
  limits: readonly Placed[],
  labels: Float64Array,
  columns: number,
  before: readonly Pick<BasinLimit, 'position' | 'slot'>[],
  reach: readonly [number, number],
): number[] {
  const uses = areaColours.map(() => 0);
  const taken = new Set<(typeof before)[number]>();
  const slots = limits.map(({ position: [x, y] }) => {
    const same = before.find(
      (known) =>
        !taken.has(known) && Math.abs(known.position[0] - x) < reach[0] && Math.abs(known.position[1] - y) < reach[1],
    );
    if (!same) return -1;
    taken.add(same);
    uses[same.slot] = (uses[same.slot] as number) + 1;
    return same.slot;
  });
  const neighbours = limits.length > areaColours.length ? neighboursOf(labels, columns) : new Map();
  for (const [place, slot] of slots.entries()) {
    if (slot >= 0) continue;
    const around = new Set([...(neighbours.get(place) ?? [])].map((other: number) => slots[other]));
    const cost = (k: number) => (uses[k] as number) + (around.has(k) ? limits.length : 0);
    const best = uses.reduce((least, _, k) => (cost(k) < cost(least) ? k : least), 0);
    slots[place] = best;
    uses[best] = (uses[best] as number) + 1;
  }
  return slots;
}

/** Which labels stand beside which. */
function neighboursOf(labels: Float64Array, columns: number): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  const note = (a: number, b: number) => {
    const set = found.get(a);
    if (set) set.add(b);
    else found.set(a, new Set([b]));
  };
  for (let k = 0; k < labels.length; k++) {
    const here = labels[k] as number;
    const beside = (k + 1) % columns === 0 ? here : (labels[k + 1] as number);
    const above = labels[k + columns] ?? here;
    for (const other of [beside, above]) {
      if (other === here || other < 0 || here < 0) continue;
      note(here, other);
      note(other, here);
    }
  }
  return found;
}
