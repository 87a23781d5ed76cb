import { memo, useLayoutEffect, useRef } from 'react';
import type { PlaneFrame } from './planeFrame.ts';
import { type SublevelArea, sublevelAreas } from './sublevelAreas.ts';
import { type GridPlace, strokeCased, traceContours } from './traceContours.ts';
import type { DrawingTheme, Field } from './types.ts';

export interface LevelLayerProps {
  readonly field: Field;
  readonly level: number;
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

/** How much of the contour is covered where f is above the level. */
const FADED = 0.58;

/** Ω_u over the contour: what is above the level is faded, and the level has an outline. Painted on a canvas. */
export const LevelLayer = memo(function LevelLayer({ field, level, frame, theme }: LevelLayerProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const density = Math.min(2, window.devicePixelRatio || 1);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, frame.width, frame.height);
    context.globalCompositeOperation = 'source-over';
    context.globalAlpha = FADED;
    context.fillStyle = theme.background;
    context.fillRect(0, 0, frame.width, frame.height);
    context.globalAlpha = 1;
    const grid = { columns: field.xs.length, values: field.z, labels: new Int32Array(field.z.length) };
    const place = placeOf(field, frame);
    for (const area of sublevelAreas(grid, level, [0])) paintArea(context, area, place, theme.scale);
  }, [field, level, frame, theme, density]);
  return (
    <canvas
      ref={canvas}
      width={Math.round(frame.width * density)}
      height={Math.round(frame.height * density)}
      data-level={level}
      style={{ position: 'absolute', left: 0, top: 0, width: frame.width, height: frame.height }}
    />
  );
});

function placeOf({ xs, ys }: Field, frame: PlaneFrame): GridPlace {
  const step = (line: Float64Array) => ((line.at(-1) ?? 1) - (line[0] ?? 0)) / (line.length - 1);
  return {
    x: (i) => frame.sScale * ((xs[0] ?? 0) + i * step(xs)) + frame.sShift,
    y: (j) => frame.tScale * ((ys[0] ?? 0) + j * step(ys)) + frame.tShift,
  };
}

/** Uncovers the area and draws its outline. */
function paintArea(
  context: CanvasRenderingContext2D,
  { contours }: SublevelArea,
  place: GridPlace,
  scale: number,
): void {
  traceContours(context, contours, place, 'all');
  context.globalCompositeOperation = 'destination-out';
  context.fill('evenodd');
  context.globalCompositeOperation = 'source-over';
  context.lineJoin = 'round';
  traceContours(context, contours, place, 'level');
  strokeCased(context, 3.2 * scale, 1.4 * scale);
}
