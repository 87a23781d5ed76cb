import { describe, expect, it } from 'vitest';
import { colourAt, plotlyColourScale } from '../../src/views/colourScales.ts';
import { markerPath } from '../../src/views/markers.ts';
import { methodColours, methodDashes, methodMarkers, strokeFor } from '../../src/views/palette.ts';
import { bandPixels } from '../../src/views/Thumbnail.tsx';
import { linear, squareField } from './fields.ts';

/** Relative luminance of sRGB components (WCAG). */
function luminance(rgb: readonly number[]): number {
  const [r, g, b] = rgb.map((part) =>
    part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

describe('colour scales', () => {
  for (const name of ['viridis', 'cividis', 'greys'] as const) {
    it(`${name} grows lighter all the way`, () => {
      const lights = Array.from({ length: 101 }, (_, k) => luminance(colourAt(name, k / 100)));
      lights.slice(1).forEach((light, k) => {
        expect(light).toBeGreaterThan(lights[k]! - 1e-4);
      });
    });
    it(`${name} is the same for Plotly`, () => {
      for (const [unit, css] of plotlyColourScale(name)) {
        const hex = colourAt(name, unit).map((part) => part.toString(16).padStart(2, '0'));
        expect(`#${hex.join('')}`).toBe(css);
      }
    });
  }
  it('has viridis between its published ends', () => {
    expect(colourAt('viridis', 0)).toEqual([0x44, 0x01, 0x54]);
    expect(colourAt('viridis', 1)).toEqual([0xfd, 0xe7, 0x25]);
    expect(colourAt('viridis', 7)).toEqual(colourAt('viridis', 1));
    expect(colourAt('viridis', Number.NaN)).toEqual(colourAt('viridis', 0));
  });
});

describe('strokes', () => {
  it('differ in colour and dash for eight methods, in all three for six, and repeat together after 24', () => {
    const strokes = Array.from({ length: 24 }, (_, k) => strokeFor(k));
    const first = strokes.slice(0, 8);
    expect(new Set(first.map(({ colour }) => colour)).size).toBe(methodColours.length);
    expect(new Set(first.map(({ dash }) => dash)).size).toBe(methodDashes.length);
    expect(new Set(first.slice(0, 6).map(({ marker }) => marker)).size).toBe(methodMarkers.length);
    expect(new Set(strokes.map((stroke) => JSON.stringify(stroke))).size).toBe(24);
    expect(strokeFor(24)).toEqual(strokeFor(0));
    expect(strokeFor(-1, 0).colour).toBe(methodColours.at(-1));
  });
  it('have closed outlines for every marker', () => {
    for (const marker of methodMarkers) expect(markerPath(marker, 10, 10, 3)).toMatch(/^M10 10m[-\d. al]+Z$/);
  });
});

describe('bandPixels', () => {
  it('paints the top row first, in bands of the scale, and gaps grey', () => {
    const field = squareField((x, y) => (x < -0.9 ? Number.NaN : y), -1, 1, 5);
    const pixels = bandPixels(field, linear);
    const at = (column: number, row: number) => [...pixels.slice(4 * (row * 5 + column), 4 * (row * 5 + column) + 3)];
    expect(at(3, 0)).toEqual(colourAt('viridis', 1));
    expect(at(3, 4)).toEqual(colourAt('viridis', 0));
    expect(at(0, 2)).toEqual([206, 210, 214]);
  });
});
