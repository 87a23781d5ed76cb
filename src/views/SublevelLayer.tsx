import { memo, useLayoutEffect, useRef } from 'react';
import { componentColour } from './componentColour.ts';
import { ink, paper, spuriousRed } from './palette.ts';
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
  const paintedAt = useRef(Number.NEGATIVE_INFINITY);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const paint = (isMoving: boolean): boolean => {
      context.setTransform(density, 0, 0, density, 0, 0);
      context.clearRect(0, 0, frame.width, frame.height);
      const place = gridPlace(grid, extent, frame);
      fade(context, place, theme);
      const areas = drawnAreas(grid, level, components, place);
      for (const area of areas) fillArea(context, area, place);
      const isLight = strokeAreas(context, areas, spurious, place, theme.scale, isMoving);
      const lit = outlined ? drawnAreas(grid, outlined.level, outlined.components, place) : [];
      for (const area of lit) highlight(context, area, place, theme.scale);
      return isLight;
    };
    const now = performance.now();
    const isLight = paint(now - paintedAt.current < SETTLED);
    paintedAt.current = now;
    if (!isLight) return;
    const settling = window.setTimeout(() => paint(false), SETTLED);
    return () => window.clearTimeout(settling);
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
const CASED = [
  [paper, 5],
  [spuriousRed, 2.6],
] as const;
/** More outlines than this are small, and casings would fill them. */
const MOST_CASED = 150;
/** More than this wait for their casings until u stands still: a third of what a move of u takes. */
const MOST_CASED_MOVING = 24;
/** Milliseconds without a new picture after which u stands still. */
const SETTLED = 140;

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

/**
 * The outlines, all of one look in one stroke: each by itself takes several times as long.
 * @returns whether some are lighter than they will be once u stands still
 */
function strokeAreas(
  context: CanvasRenderingContext2D,
  areas: readonly SublevelArea[],
  spurious: ReadonlySet<number>,
  place: GridPlace,
  size: number,
  isMoving: boolean,
): boolean {
  const contoursOf = (isSpurious: boolean) =>
    areas.filter(({ component }) => spurious.has(component) === isSpurious).flatMap(({ contours }) => contours);
  const [others, valleys] = [contoursOf(false), contoursOf(true)];
  const isLight = isMoving && valleys.length > MOST_CASED_MOVING && valleys.length <= MOST_CASED;
  const isCased = valleys.length <= MOST_CASED && !isLight;
  strokeContours(context, others, place, size, [[ink, 1]]);
  strokeContours(context, valleys, place, size, isCased ? CASED : [[spuriousRed, 1]]);
  return isLight;
}

function strokeContours(
  context: CanvasRenderingContext2D,
  contours: readonly SublevelContour[],
  place: GridPlace,
  size: number,
  strokes: readonly (readonly [colour: string, width: number])[],
): void {
  if (contours.length === 0) return;
  context.globalAlpha = 1;
  // Joints cost a fraction of round ones.
  context.lineJoin = 'bevel';
  context.setLineDash([]);
  traceContours(context, contours, place, 'level');
  for (const [colour, width] of strokes) {
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
