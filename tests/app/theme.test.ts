import { DEFAULT_THEME } from '@mantine/core';
import { describe, expect, test } from 'vitest';
import { cssVariables, drawingTheme, type ThemeName } from '../../src/app/theme.ts';

const themes: readonly ThemeName[] = ['light', 'dark', 'projector'];
const surfaces = ['background', 'panel', 'field'];

const variables = (name: ThemeName): Record<string, string> => cssVariables(name)(DEFAULT_THEME).variables;

/** WCAG 2.2, relative luminance of "#rrggbb". */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

test('contrast is measured as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
});

describe.each(themes)('%s', (name) => {
  const colour = (token: string) => variables(name)[`--sl-${token}`] as string;

  test.each(['text', 'muted', 'accent', 'error'])('%s can be read on every surface', (token) => {
    for (const surface of surfaces) {
      expect(contrast(colour(token), colour(surface)), surface).toBeGreaterThanOrEqual(name === 'projector' ? 7 : 4.5);
    }
  });

  test('text can be read on a wash and on the accent', () => {
    expect(contrast(colour('text'), colour('wash'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour('muted'), colour('wash'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour('on-accent'), colour('accent'))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['outline', 'focus'])('%s stands out from every surface', (token) => {
    for (const surface of surfaces) expect(contrast(colour(token), colour(surface))).toBeGreaterThanOrEqual(3);
  });

  test('what is drawn has the colours of the page, and is the same object every time', () => {
    expect(drawingTheme(name).text).toBe(colour('text'));
    expect(drawingTheme(name)).toBe(drawingTheme(name));
  });
});

test('no text of the projector is below 20 px', () => {
  const root = (16 * Number.parseFloat(variables('projector')['--sl-root'] as string)) / 100;
  for (const size of ['base', 'small', 'tiny']) {
    expect(root * Number.parseFloat(variables('projector')[`--sl-${size}`] as string)).toBeGreaterThanOrEqual(20);
  }
});
