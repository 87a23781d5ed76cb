import type { PointType } from '../core/landscapes/Landscape.ts';

/** The marks of critical points in text, as on the contour. */
export const pointMarks: Readonly<Record<PointType, string>> = {
  minimum: '●',
  saddle: '✕',
  maximum: '▲',
  degenerate: '◌',
  regular: '·',
};
