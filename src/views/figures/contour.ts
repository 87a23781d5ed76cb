import { cssColourAt, plotlyColourScale } from '../colourScales.ts';
import { withoutGaps } from '../gaps.ts';
import type { LevelScale } from '../levels.ts';
import type { ContourStyle, DrawingTheme, Field } from '../types.ts';
import type { Figure } from './Figure.ts';

/** Isolines by colour scale: dark enough on the light end, light enough on the dark one. */
const lineColours: Readonly<Record<ContourStyle['colours'], string>> = {
  viridis: 'rgba(255, 255, 255, 0.28)',
  cividis: 'rgba(255, 255, 255, 0.28)',
  greys: 'rgba(255, 255, 255, 0.45)',
};

/** Isolines over areas of several light colours. */
const lineOverAreas = 'rgba(12, 14, 20, 0.34)';

/**
 * Filled contours of a field with thin isolines, without axes or margins: the picture fills `width` by `height`
 * pixels exactly, from the first to the last grid point. Plotly is given positions on the colour scale instead of f,
 * so that its equal steps are the scale's levels. Cells that are not finite are filled from their neighbours; the
 * hatching of `gapPath` must be laid over them.
 */
export function contourFigure(
  field: Field,
  scale: LevelScale,
  style: ContourStyle,
  theme: DrawingTheme,
  width: number,
  height: number,
): Figure {
  const lastLevel = scale.unitStart + (scale.levels.length - 1) * scale.unitStep;
  const trace = {
    type: 'contour',
    x: field.xs,
    y: field.ys,
    z: unitRows(field, scale),
    zmin: 0,
    zmax: 1,
    zauto: false,
    autocontour: false,
    colorscale: scale.levels.length > 0 ? plotlyColourScale(style.colours) : oneColour(style),
    showscale: false,
    hoverinfo: 'skip',
    contours: {
      coloring: style.linesOnly ? 'none' : 'fill',
      showlines: scale.levels.length > 0,
      start: scale.unitStart,
      end: Math.max(scale.unitStart, lastLevel),
      size: scale.unitStep,
    },
    line: {
      color: style.linesOnly ? lineOverAreas : lineColours[style.colours],
      width: 0.75 * theme.scale,
      smoothing: field.xs.length < 100 ? 1 : 0,
    },
  };
  return { data: [trace], layout: pictureLayout(field, width, height) };
}

/** A constant field has the colour in the middle, as the colour bar does. */
function oneColour(style: ContourStyle): [number, string][] {
  const colour = cssColourAt(style.colours, 0.5);
  return [
    [0, colour],
    [1, colour],
  ];
}

/** Rows of positions on the colour scale, as Plotly takes z. */
function unitRows(field: Field, scale: LevelScale): Float64Array[] {
  const nx = field.xs.length;
  const units = withoutGaps(field.z.map(scale.toUnit), nx);
  return Array.from(field.ys, (_, j) => units.subarray(j * nx, (j + 1) * nx));
}

/** A layout without axes whose plot area is the whole picture. */
function pictureLayout(field: Field, width: number, height: number): Figure['layout'] {
  const axis = (coordinates: Float64Array) => ({
    visible: false,
    fixedrange: true,
    type: 'linear',
    range: [coordinates[0] ?? 0, coordinates.at(-1) ?? 1],
  });
  return {
    width,
    height,
    margin: { l: 0, r: 0, t: 0, b: 0, pad: 0 },
    xaxis: axis(field.xs),
    yaxis: axis(field.ys),
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    showlegend: false,
    hovermode: false,
    dragmode: false,
  };
}
