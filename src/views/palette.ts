import type { Stroke } from './types.ts';

/**
 * Okabe and Ito's colours (2008) in the order that keeps neighbours apart on viridis and on paper; the black of the
 * original is a grey here, because black vanishes on a dark page.
 */
export const methodColours = [
  '#D55E00',
  '#56B4E9',
  '#CC79A7',
  '#E69F00',
  '#009E73',
  '#0072B2',
  '#F0E442',
  '#999999',
] as const;

/** SVG dash arrays in pixels at scale 1; the first is solid. */
export const methodDashes = ['', '7 4', '2 3', '10 3 2 3', '14 4', '5 3 1 3', '10 3 2 3 2 3', '4 2'] as const;

/** Marker shapes, in the same fixed order. */
export const methodMarkers = ['circle', 'square', 'diamond', 'triangle', 'cross', 'star'] as const;

/** The two tones of marks that stand on the landscape whatever the theme. */
export const paper = '#ffffff';
export const ink = '#1b2026';

/** The outline of spurious valleys. */
export const spuriousRed = '#a01818';

/** Thin light line around paths and markers over the landscape, so that they read on every colour of it. */
export const casing = 'rgba(255, 255, 255, 0.8)';

const strokes = new Map<string, Stroke>();

/**
 * The stroke of the method with these places in the lists above; places beyond the end begin again, so that colour,
 * dash and marker only repeat together after 24 methods. The same places give the same object.
 */
export function strokeFor(colour: number, dash: number = colour): Stroke {
  const key = `${Math.trunc(colour)} ${Math.trunc(dash)}`;
  const known = strokes.get(key);
  if (known) return known;
  const stroke = { colour: at(methodColours, colour), dash: at(methodDashes, dash), marker: at(methodMarkers, colour) };
  strokes.set(key, stroke);
  return stroke;
}

function at<T>(list: readonly T[], place: number): T {
  return list[((Math.trunc(place) % list.length) + list.length) % list.length] as T;
}

/** Colours of the two ways to curve; the pair stays apart for colour-blind readers, and shape and dash differ too. */
export const upColour = '#ffffff';
export const downColour = '#ffd166';
