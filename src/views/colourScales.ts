import type { ContourStyle } from './types.ts';

export type ColourScaleName = ContourStyle['colours'];

/** sRGB components, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Equally spaced stops from low to high. Sources: matplotlib's viridis; Nuñez et al. (2018) for cividis. */
const stops: Readonly<Record<ColourScaleName, readonly string[]>> = {
  viridis: [
    '#440154',
    '#470d60',
    '#48186a',
    '#482374',
    '#472d7b',
    '#453781',
    '#424086',
    '#3e4989',
    '#3b528b',
    '#375b8d',
    '#33638d',
    '#2f6b8e',
    '#2c728e',
    '#297a8e',
    '#26828e',
    '#23898e',
    '#21918c',
    '#1f978b',
    '#1f9f88',
    '#21a685',
    '#27ad81',
    '#31b57b',
    '#3dbc74',
    '#4cc26c',
    '#5cc863',
    '#6ece58',
    '#81d34d',
    '#95d840',
    '#aadc32',
    '#c0df25',
    '#d5e21a',
    '#eae51a',
    '#fde725',
  ],
  cividis: [
    '#00204c',
    '#002a66',
    '#00346e',
    '#273f6c',
    '#3c4a6b',
    '#4c556b',
    '#5b5f6d',
    '#686a70',
    '#757575',
    '#838178',
    '#928c78',
    '#a19876',
    '#b0a572',
    '#c0b16d',
    '#d1bf66',
    '#e1cc5c',
    '#f3db4f',
    '#ffe945',
  ],
  greys: ['#1c1c1c', '#f2f2f2'],
};

/** The parts of "#rrggbb", 0 to 255. */
export function rgbOf(hex: string): Rgb {
  const bits = Number.parseInt(hex.slice(1), 16);
  return [bits >> 16, (bits >> 8) & 255, bits & 255];
}

const components = new Map<ColourScaleName, readonly Rgb[]>();

function stopsOf(name: ColourScaleName): readonly Rgb[] {
  let list = components.get(name);
  if (!list) {
    list = stops[name].map(rgbOf);
    components.set(name, list);
  }
  return list;
}

/**
 * Colour at `unit`, interpolated linearly between the stops.
 * @param unit position on the scale; below 0 and above 1 the end colours hold, NaN takes the low one
 */
export function colourAt(name: ColourScaleName, unit: number): Rgb {
  const list = stopsOf(name);
  const place = Math.min(1, Math.max(0, unit || 0)) * (list.length - 1);
  const below = Math.min(list.length - 2, Math.floor(place));
  const part = place - below;
  const a = list[below] as Rgb;
  const b = list[below + 1] as Rgb;
  const mix = (i: 0 | 1 | 2) => Math.round(a[i] + (b[i] - a[i]) * part);
  return [mix(0), mix(1), mix(2)];
}

/** `rgb(r, g, b)` at `unit` for SVG and Plotly. */
export function cssColourAt(name: ColourScaleName, unit: number): string {
  return `rgb(${colourAt(name, unit).join(', ')})`;
}

/** The scale as Plotly takes it: pairs of a position in [0, 1] and a colour. */
export function plotlyColourScale(name: ColourScaleName): [number, string][] {
  const list = stops[name];
  return list.map((hex, i) => [i / (list.length - 1), hex]);
}
