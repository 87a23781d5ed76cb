import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import type { DrawingTheme } from '../views/types.ts';

/** The three looks of the page. */
export type ThemeName = DrawingTheme['name'];

/** What the style sheets read, as `--sl-…` variables. Text on any of the surfaces has a contrast of at least 4.5. */
interface Tokens {
  /** Behind the plots. */
  readonly background: string;
  /** Behind the controls. */
  readonly panel: string;
  /** Inside text fields, menus and dialogs. */
  readonly field: string;
  readonly text: string;
  readonly muted: string;
  /** Hairline between things. */
  readonly line: string;
  /** Outline of a control; contrast of at least 3 against the panel. */
  readonly outline: string;
  /** The filled part of a slider, the pressed control, links. */
  readonly accent: string;
  /** Text on the accent. */
  readonly onAccent: string;
  /** A faint wash of the accent: hover, selection. */
  readonly wash: string;
  readonly error: string;
  /** Ring around whatever has the keyboard. */
  readonly focus: string;
  /** Width of hairlines and outlines. */
  readonly stroke: string;
  /** Font size of the root, on which every rem depends. */
  readonly root: string;
  readonly base: string;
  readonly small: string;
  readonly tiny: string;
  readonly 'left-width': string;
  readonly 'right-width': string;
}

const desktop = {
  stroke: '1px',
  root: '100%',
  base: '0.875rem',
  small: '0.8125rem',
  tiny: '0.75rem',
  'left-width': '18.5rem',
  'right-width': '16.5rem',
} as const;

const tokens: Readonly<Record<ThemeName, Tokens>> = {
  light: {
    ...desktop,
    background: '#ffffff',
    panel: '#f8f9fa',
    field: '#ffffff',
    text: '#1b2026',
    muted: '#565f69',
    line: '#e1e4e8',
    outline: '#818a94',
    accent: '#2f5d86',
    onAccent: '#ffffff',
    wash: '#e6edf4',
    error: '#b3261e',
    focus: '#1f6fc2',
  },
  dark: {
    ...desktop,
    background: '#121416',
    panel: '#191c1f',
    field: '#212529',
    text: '#e3e6e9',
    muted: '#a3abb3',
    line: '#2d3238',
    outline: '#6d7680',
    accent: '#8db6d9',
    onAccent: '#10161b',
    wash: '#26323d',
    error: '#ff9c92',
    focus: '#7fbcf5',
  },
  projector: {
    background: '#ffffff',
    panel: '#ffffff',
    field: '#ffffff',
    text: '#000000',
    muted: '#2e343a',
    line: '#9aa1a8',
    outline: '#4a5158',
    accent: '#0b3f6b',
    onAccent: '#ffffff',
    wash: '#dbe7f2',
    error: '#9c1108',
    focus: '#0057b8',
    stroke: '2px',
    root: '156.25%',
    base: '0.875rem',
    small: '0.8125rem',
    tiny: '0.8125rem',
    'left-width': '17.5rem',
    'right-width': '17.5rem',
  },
};

const slate: MantineColorsTuple = [
  '#eef3f8',
  '#dbe5ef',
  '#b7cbdf',
  '#8db6d9',
  '#8db6d9',
  '#5a88b1',
  '#477aa6',
  '#2f5d86',
  '#274d70',
  '#1d3b57',
];

const dark: MantineColorsTuple = [
  '#e3e6e9',
  '#c3c8ce',
  '#a3abb3',
  '#7f8891',
  '#454d55',
  '#343a41',
  '#212529',
  '#191c1f',
  '#121416',
  '#0b0d0f',
];

const fontFamily = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif";
const fontFamilyMonospace =
  "ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', 'DejaVu Sans Mono', monospace";

/** What Mantine's own components need; everything else reads the `--sl-…` variables. */
export const mantineTheme = createTheme({
  primaryColor: 'slate',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  colors: { slate, dark },
  fontFamily,
  fontFamilyMonospace,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: { fontFamily, fontWeight: '600' },
  defaultRadius: '4px',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Menus open inside a landmark, so that no content stands outside of one.
    Portal: { defaultProps: { target: '#overlays' } },
    // The placeholder that would take the first focus is no menu item, which assistive technology stumbles over.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    // A dialog's heading is no banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
  },
});

/** The variables of one look, `--sl-text` and so on, with Mantine's own surfaces and texts in step. */
export function cssVariables(name: ThemeName): CSSVariablesResolver {
  const own = tokens[name];
  const variables = Object.fromEntries(Object.entries(own).map(([key, value]) => [`--sl-${cssName(key)}`, value]));
  const shared = {
    '--mantine-color-text': own.text,
    '--mantine-color-dimmed': own.muted,
    '--mantine-color-body': own.field,
    '--mantine-color-default-border': own.line,
    '--mantine-color-error': own.error,
  };
  return () => ({ variables, light: shared, dark: shared });
}

const cssName = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Mantine's colour scheme under a look. */
export const colorScheme = (name: ThemeName): 'light' | 'dark' => (name === 'dark' ? 'dark' : 'light');

function drawing(name: ThemeName): DrawingTheme {
  const { text, muted, background, line } = tokens[name];
  return { name, text, mutedText: muted, background, gridLine: line, scale: name === 'projector' ? 1.6 : 1 };
}

const drawings = { light: drawing('light'), dark: drawing('dark'), projector: drawing('projector') };

/** The look of everything that is drawn; the same object every time. */
export const drawingTheme = (name: ThemeName): DrawingTheme => drawings[name];
