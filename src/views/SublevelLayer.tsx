import { memo, useLayoutEffect, useRef } from 'react';
import { areaColours } from './basinColours.ts';
import { ink, paper } from './palette.ts';
import type { PlaneFrame } from './planeFrame.ts';
import { type SublevelArea, type SublevelContour, type SublevelGrid, sublevelAreas } from './sublevelAreas.ts';
import { thinContour } from './thinContour.ts';
import { type GridPlace, strokeCased, traceContours } from './traceContours.ts';
import type { DrawingTheme } from './types.ts';

/** A sublevel set as it is drawn. */
export interface ShownSublevel {
  readonly level: number;
  /** For each region of the grid its component; −1 for none. */
  readonly components: ArrayLike<number>;
  /** Components that hold no global minimum. */
  readonly spurious: ReadonlySet<number>;
}

export interface SublevelLayerProps extends ShownSublevel {
  readonly grid: SublevelGrid;
  /** Coordinates of the grid's ends along x and y. */
  readonly extent: readonly [readonly [number, number], readonly [number, number]];
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
  /** A component to outline: that of a branch of the tree; null for none. */
  readonly outlined: ShownSublevel | null;
}

/** How much of the contour is left above u, and how much of that is covered below u. */
const FADED = 0.4;
const COVER = 0.8;

/**
 * Ω_u over the contour: each component in its colour, what is above u faded. Spurious valleys have a strong red outline;
 * where a component reaches the side of the box, the side is dotted. Painted on a canvas at every move of u.
 */
export const SublevelLayer = memo(function SublevelLayer(props: SublevelLayerProps) {
  const { grid, extent, frame, theme, level, components, spurious, outlined } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const density = Math.min(2, window.devicePixelRatio || 1);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, frame.width, frame.height);
    const place = gridPlace(grid, extent, frame);
    fade(context, place, theme);
    const areas = drawnAreas(grid, level, components, place);
    for (const area of areas) fillArea(context, area, place);
    // All of one look in one stroke: each by itself takes several times as long.
    for (const isSpurious of [false, true]) {
      const alike = areas.filter(({ component }) => spurious.has(component) === isSpurious);
      const contours = alike.flatMap((area) => area.contours);
      if (contours.length > 0) strokeContours(context, contours, place, theme.scale, isSpurious);
    }
    if (!outlined) return;
    for (const area of drawnAreas(grid, outlined.level, outlined.components, place)) {
      highlight(context, area, place, theme.scale);
    }
  }, [grid, extent, frame, theme, level, components, spurious, outlined, density]);
  return (
    <canvas
      ref={canvas}
      width={Math.round(frame.width * density)}
      height={Math.round(frame.height * density)}
      data-sublevel={level}
      style={{ position: 'absolute', left: 0, top: 0, width: frame.width, height: frame.height }}
    />
  );
});

/** Where a whole grid lies. */
interface WholePlace extends GridPlace {
  readonly columns: number;
  readonly rows: number;
}

/** The outline of a spurious valley, on a light casing so that it shows on every colour. */
const RED = '#a01818';
const CASED = [
  [paper, 5],
  [RED, 2.6],
] as const;
/** More outlines than this are small, and casings would fill them. */
const MOST_CASED = 150;

/** How far in pixels a contour may be drawn from where it runs: nobody sees it. */
const CLOSE = 0.15;

/** The components with no more points than show. */
function drawnAreas(
  grid: SublevelGrid,
  level: number,
  components: ArrayLike<number>,
  { x, y }: GridPlace,
): SublevelArea[] {
  const tolerance = CLOSE / Math.max(Math.abs(x(1) - x(0)), Math.abs(y(1) - y(0)));
  return sublevelAreas(grid, level, components).map(({ component, contours }) => ({
    component,
    contours: contours.map((contour) => thinContour(contour, tolerance)),
  }));
}

function gridPlace(
  { columns, values }: SublevelGrid,
  extent: SublevelLayerProps['extent'],
  frame: PlaneFrame,
): WholePlace {
  const rows = values.length / columns;
  const [[left, right], [low, high]] = extent;
  const x0 = frame.sScale * left + frame.sShift;
  const y0 = frame.tScale * low + frame.tShift;
  const dx = (frame.sScale * (right - left)) / (columns - 1);
  const dy = (frame.tScale * (high - low)) / (rows - 1);
  return { x: (i) => x0 + dx * i, y: (j) => y0 + dy * j, columns, rows };
}

function fade(context: CanvasRenderingContext2D, { x, y, columns, rows }: WholePlace, theme: DrawingTheme): void {
  context.globalAlpha = 1 - FADED;
  context.fillStyle = theme.background;
  context.fillRect(x(0), y(rows - 1), x(columns - 1) - x(0), y(0) - y(rows - 1));
}

function fillArea(context: CanvasRenderingContext2D, { component, contours }: SublevelArea, place: GridPlace): void {
  traceContours(context, contours, place, 'all');
  context.globalAlpha = COVER;
  context.fillStyle = componentColour(component);
  context.fill('evenodd');
}

/** The colour of a component, by its lowest leaf's place in the merge tree. */
export function componentColour(component: number): string {
  return `rgb(${(areaColours[component % areaColours.length] as readonly number[]).join(' ')})`;
}

function strokeContours(
  context: CanvasRenderingContext2D,
  contours: readonly SublevelContour[],
  place: GridPlace,
  size: number,
  isSpurious: boolean,
): void {
  context.globalAlpha = 1;
  // Joints cost a fraction of round ones.
  context.lineJoin = 'bevel';
  context.setLineDash([]);
  traceContours(context, contours, place, 'level');
  const isCased = isSpurious && contours.length <= MOST_CASED;
  for (const [colour, width] of isCased ? CASED : [[isSpurious ? RED : ink, 1] as const]) {
    context.strokeStyle = colour;
    context.lineWidth = width * size;
    context.stroke();
  }
  if (!contours.some(({ onSide }) => onSide.includes(true))) return;
  traceContours(context, contours, place, 'sides');
  context.strokeStyle = ink;
  context.lineWidth = 8 * size;
  context.setLineDash([2 * size, 4 * size]);
  context.stroke();
  context.setLineDash([]);
}

function highlight(
  context: CanvasRenderingContext2D,
  { contours }: SublevelArea,
  place: GridPlace,
  size: number,
): void {
  context.globalAlpha = 1;
  context.lineJoin = 'round';
  traceContours(context, contours, place, 'all');
  strokeCased(context, 6 * size, 3 * size);
}
