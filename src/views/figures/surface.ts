import { barTicks, valueName } from '../barTicks.ts';
import { plotlyColourScale } from '../colourScales.ts';
import { fieldExtent } from '../fieldValue.ts';
import { formatNumber } from '../formatNumber.ts';
import type { LevelScale } from '../levels.ts';
import { methodDashes } from '../palette.ts';
import { intervals } from '../planeFrame.ts';
import { linearTicks } from '../ticks.ts';
import type { ContourStyle, Field, LandscapeContent, PlaneTrajectory } from '../types.ts';
import type { Figure } from './Figure.ts';
import { fittedCamera } from './spaceCamera.ts';
import { pushBreak, type SpaceLine, type SurfacePlace, surfaceLine } from './surfaceLines.ts';
import { surfaceMarkTraces } from './surfaceMarks.ts';

/** Everything that the surface view shows. */
export interface SurfaceContent extends LandscapeContent {
  readonly field: Field;
}

/** Plotly's nearest dash in space, in the order of `methodDashes`. */
const spaceDashes = ['solid', 'dash', 'dot', 'dashdot', 'longdash', 'dashdot', 'longdashdot', 'dash'];

/** Where the surface ends above and below, as a sentence; empty if it shows every finite value. */
export function surfaceCaption(scale: LevelScale): string {
  const ends = [
    ...(scale.cutAbove ? [`above at f = ${formatNumber(scale.high)}`] : []),
    ...(scale.cutBelow ? [`below at f = ${formatNumber(scale.low)}`] : []),
  ];
  return ends.length > 0 ? `Surface cut ${ends.join(' and ')}.` : '';
}

/** The trace of the surface alone; heights are positions on the unit scale, NaN where it has a hole. */
export function surfaceTrace(field: Field, scale: LevelScale, style: ContourStyle): Figure['data'][number] {
  const nx = field.xs.length;
  const heights = surfaceHeights(field, scale);
  const colours = field.z.map((value) => Math.min(1, Math.max(0, scale.toUnit(value))));
  const rows = (values: Float64Array) => Array.from(field.ys, (_, j) => values.subarray(j * nx, (j + 1) * nx));
  return {
    type: 'surface',
    x: field.xs,
    y: field.ys,
    z: rows(heights),
    surfacecolor: rows(colours),
    cmin: 0,
    cmax: 1,
    cauto: false,
    colorscale: plotlyColourScale(style.colours),
    showscale: false,
    hoverinfo: 'skip',
    connectgaps: false,
    lighting: { ambient: 0.72, diffuse: 0.5, specular: 0.06, roughness: 0.9, fresnel: 0.02 },
    lightposition: { x: -2000, y: -3000, z: 6000 },
    contours: {
      x: { highlight: false },
      y: { highlight: false },
      z: {
        highlight: false,
        show: scale.levels.length > 0,
        start: scale.unitStart,
        end: scale.unitStart + (scale.levels.length - 1) * scale.unitStep,
        size: scale.unitStep,
        color: '#dfe6e6',
        width: 1,
      },
    },
  };
}

/** Heights on the unit scale. Beyond a cut one ring of cells lies flat in the cut, the rest are holes. */
function surfaceHeights(field: Field, scale: LevelScale): Float64Array {
  const nx = field.xs.length;
  const units = field.z.map(scale.toUnit);
  const isShown = (k: number) => (units[k] as number) >= 0 && (units[k] as number) <= 1;
  return units.map((unit, k) => {
    if (Number.isNaN(unit) || isShown(k)) return unit;
    const i = k % nx;
    const touches = (i > 0 && isShown(k - 1)) || (i < nx - 1 && isShown(k + 1)) || isShown(k - nx) || isShown(k + nx);
    return touches ? Math.min(1, Math.max(0, unit)) : Number.NaN;
  });
}

/** The traces that change with runs, transport and pointer: one line per method, then the marks. */
export function surfaceLineTraces(content: SurfaceContent, place: SurfacePlace): Figure['data'] {
  const byStroke = new Map<string, { trajectory: PlaneTrajectory; line: SpaceLine }>();
  for (const trajectory of content.trajectories) {
    const { colour, dash, marker } = trajectory.stroke;
    const key = `${colour} ${dash} ${marker}`;
    const { x, y, z } = surfaceLine(trajectory, place);
    const group = byStroke.get(key) ?? { trajectory, line: { x: [], y: [], z: [] } };
    byStroke.set(key, group);
    group.line.x.push(...x);
    group.line.y.push(...y);
    group.line.z.push(...z);
    pushBreak(group.line);
  }
  const lines = [...byStroke.values()].map(({ trajectory, line }) => ({
    type: 'scatter3d',
    mode: 'lines',
    ...line,
    connectgaps: false,
    hoverinfo: 'skip',
    line: {
      color: trajectory.stroke.colour,
      width: 5 * content.theme.scale,
      dash: spaceDashes[(methodDashes as readonly string[]).indexOf(trajectory.stroke.dash)] ?? 'solid',
    },
  }));
  return [...lines, ...surfaceMarkTraces(content, place)];
}

interface SpaceTick {
  readonly place: number;
  readonly label: string;
}

function spaceTicks([low, high]: readonly [number, number]): SpaceTick[] {
  const { ticks, offset, power } = linearTicks(low, high, 4);
  const whole = (label: string) => (power === '' ? label : `${label}×${power}`);
  return ticks.map(({ value, label }) => ({
    place: value,
    label: offset === '' ? whole(label) : whole(label.replace(/^(?!−)/, `${offset} + `)),
  }));
}

/** Layout of the space: quiet axes with real values of f, and the camera that shows all of it. */
export function surfaceLayout(content: SurfaceContent, scale: LevelScale, width: number, height: number) {
  const { field, theme, axisNames } = content;
  const font = { size: 11 + 5 * (theme.scale - 1), color: theme.mutedText };
  const axis = (title: string, ticks: readonly SpaceTick[]) => ({
    title: { text: title, font: { ...font, size: 14 + 12 * (theme.scale - 1), color: theme.text } },
    tickfont: font,
    gridcolor: theme.gridLine,
    zerolinecolor: theme.gridLine,
    showbackground: false,
    showspikes: false,
    tickvals: ticks.map(({ place }) => place),
    ticktext: ticks.map(({ label }) => label),
  });
  // The lowest label would stand on those of the other axes.
  const extent = boxExtent(field, width, height);
  const bar = barTicks(scale, 4);
  const heights = bar.ticks.map(({ value, label }) => ({ place: scale.toUnit(value), label }));
  const [sEnds, tEnds] = intervals(fieldExtent(field));
  return {
    width,
    height,
    margin: { l: 0, r: 0, t: 0, b: 0 },
    paper_bgcolor: 'rgba(0,0,0,0)',
    showlegend: false,
    hovermode: false,
    scene: {
      xaxis: { ...axis(axisNames[0], spaceTicks(sEnds)), range: sEnds },
      yaxis: { ...axis(axisNames[1], spaceTicks(tEnds)), range: tEnds },
      zaxis: {
        ...axis(
          valueName(bar),
          heights.filter(({ place }) => place > 0.08),
        ),
        range: [0, 1.02],
      },
      aspectmode: 'manual',
      aspectratio: extent,
      camera: fittedCamera(extent, width, height, theme.scale),
      dragmode: 'turntable',
    },
  };
}

/**
 * Equal units in the plane unless the box is more than three times as long as wide; three fifths as high as wide, up to
 * the whole width where the picture is a tall one.
 */
function boxExtent(field: Field, width: number, height: number): { x: number; y: number; z: number } {
  const [[sLow, sHigh], [tLow, tHigh]] = intervals(fieldExtent(field));
  const ratio = (sHigh - sLow) / (tHigh - tLow);
  const isLong = !(ratio > 1 / 3 && ratio < 3);
  const x = isLong ? 1 : Math.sqrt(ratio);
  return { x, y: isLong ? 1 : 1 / x, z: Math.min(1, Math.max(0.6, (0.75 * height) / width)) };
}
