import { memo, useLayoutEffect, useRef } from 'react';
import { ink, paper } from './palette.ts';
import type { PlaneFrame } from './planeFrame.ts';
import { type SublevelArea, sublevelAreas } from './sublevelAreas.ts';
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

/** From units of the grid to pixels. */
interface Place {
  readonly x: (i: number) => number;
  readonly y: (j: number) => number;
}

function placeOf({ xs, ys }: Field, frame: PlaneFrame): Place {
  const step = (line: Float64Array) => ((line.at(-1) ?? 1) - (line[0] ?? 0)) / (line.length - 1);
  return {
    x: (i) => frame.sScale * ((xs[0] ?? 0) + i * step(xs)) + frame.sShift,
    y: (j) => frame.tScale * ((ys[0] ?? 0) + j * step(ys)) + frame.tShift,
  };
}

/** Uncovers the area and draws its outline. */
function paintArea(context: CanvasRenderingContext2D, area: SublevelArea, { x, y }: Place, scale: number): void {
  const { runs, polygons, outline } = area;
  context.beginPath();
  for (let k = 0; k < runs.length; k += 3) {
    const [left, row, right] = [x(runs[k] as number), runs[k + 1] as number, x(runs[k + 2] as number)];
    context.rect(left, y(row), right - left, y(row + 1) - y(row));
  }
  let isOpen = false;
  for (let k = 0; k < polygons.length; k += 2) {
    const [at, up] = [polygons[k] as number, polygons[k + 1] as number];
    if (Number.isNaN(at)) context.closePath();
    else if (isOpen) context.lineTo(x(at), y(up));
    else context.moveTo(x(at), y(up));
    isOpen = !Number.isNaN(at);
  }
  context.globalCompositeOperation = 'destination-out';
  context.fill();
  context.globalCompositeOperation = 'source-over';
  context.lineCap = 'round';
  context.beginPath();
  for (let k = 0; k < outline.length; k += 4) {
    context.moveTo(x(outline[k] as number), y(outline[k + 1] as number));
    context.lineTo(x(outline[k + 2] as number), y(outline[k + 3] as number));
  }
  for (const [colour, width] of [
    [paper, 3.2],
    [ink, 1.4],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width * scale;
    context.stroke();
  }
}
