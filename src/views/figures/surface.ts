import { barTicks, valueName } from '../barTicks.ts';
import { plotlyColourScale } from '../colourScales.ts';
import { fieldExtent } from '../fieldValue.ts';
import { formatNumber } from '../formatNumber.ts';
import type { LevelScale } from '../levels.ts';
import { methodDashes } from '../palette.ts';
import { intervals } from '../planeFrame.ts';
import { linearTicks } from '../ticks.ts';
import type { ContourStyle, DrawingTheme, Field, IterateReference, PlaneStart, PlaneTrajectory } from '../types.ts';
import type { Figure } from './Figure.ts';
import {
  pushBreak,
  type SpaceLine,
  type SurfacePlace,
  surfaceIterate,
  surfaceLine,
  surfacePoint,
} from './surfaceLines.ts';

/** Everything that the surface view shows. */
export interface SurfaceContent {
  readonly field: Field;
  readonly contourStyle: ContourStyle;
  readonly theme: DrawingTheme;
  readonly axisNames: readonly [string, string];
  readonly trajectories: readonly PlaneTrajectory[];
  readonly starts: readonly PlaneStart[];
  readonly selectedStart: number | null;
  readonly position: number | null;
  readonly highlighted: IterateReference | null;
}

/** Plotly's nearest dash in space, in the order of `methodDashes`. */
const spaceDashes = ['solid', 'dash', 'dot', 'dashdot', 'longdash', 'dashdot', 'longdashdot', 'dash'];
const spaceMarkers = {
  circle: 'circle',
  square: 'square',
  diamond: 'diamond',
  triangle: 'diamond-open',
  cross: 'cross',
  star: 'x',
} as const;

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

/** The traces that change with runs, transport and pointer: one line per method, one cloud of marks. */
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
  return [...lines, markTrace(content, place)];
}

interface SpaceMark {
  readonly at: readonly [number, number, number];
  readonly colour: string;
  readonly symbol: string;
  readonly size: number;
}

/** Starts, current iterates and the highlighted one in a single trace. */
function markTrace(content: SurfaceContent, place: SurfacePlace): Figure['data'][number] {
  const marks = [...startMarks(content, place), ...iterateMarks(content, place)];
  const { scale } = content.theme;
  return {
    type: 'scatter3d',
    mode: 'markers',
    x: marks.map(({ at }) => at[0]),
    y: marks.map(({ at }) => at[1]),
    z: marks.map(({ at }) => at[2]),
    hoverinfo: 'skip',
    marker: {
      color: marks.map(({ colour }) => colour),
      symbol: marks.map(({ symbol }) => symbol),
      size: marks.map(({ size }) => size * scale),
      line: { color: '#1b2026', width: 1 },
      opacity: 1,
    },
  };
}

function startMarks({ starts, selectedStart }: SurfaceContent, place: SurfacePlace): SpaceMark[] {
  return starts.flatMap((start, index) => {
    const at = surfacePoint(start.position, place);
    return at ? [{ at, colour: '#ffffff', symbol: 'circle', size: index === selectedStart ? 9 : 6.5 }] : [];
  });
}

function iterateMarks({ trajectories, position, highlighted }: SurfaceContent, place: SurfacePlace): SpaceMark[] {
  return trajectories.flatMap((trajectory) => {
    const marks: SpaceMark[] = [];
    const { colour, marker } = trajectory.stroke;
    const current = position === null ? null : surfaceIterate(trajectory, position, place);
    if (current) marks.push({ at: current, colour, symbol: spaceMarkers[marker], size: 6 });
    const lit = highlighted?.trajectoryId === trajectory.id ? highlighted.iteration : null;
    const litAt = lit === null ? null : surfaceIterate(trajectory, lit, place);
    if (litAt) marks.push({ at: litAt, colour, symbol: 'circle', size: 9 });
    return marks;
  });
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

/** Layout of the space: quiet axes with real values of f, and a camera that later updates leave alone. */
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
    uirevision: 'keep',
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
      aspectratio: aspectRatio(field),
      camera: { eye: { x: 0.95, y: -1.4, z: 1.15 }, center: { x: 0, y: 0, z: -0.13 } },
      dragmode: 'turntable',
      uirevision: 'keep',
    },
  };
}

/** Equal units in the plane unless the box is more than three times as long as wide; three fifths as high as wide. */
function aspectRatio(field: Field): { x: number; y: number; z: number } {
  const [[sLow, sHigh], [tLow, tHigh]] = intervals(fieldExtent(field));
  const ratio = (sHigh - sLow) / (tHigh - tLow);
  const isLong = !(ratio > 1 / 3 && ratio < 3);
  const x = isLong ? 1 : Math.sqrt(ratio);
  return { x, y: isLong ? 1 : 1 / x, z: 0.6 };
}
