import { formatNumber } from './formatNumber.ts';
import { isInside, iteratePixels } from './iteratePixels.ts';
import type { PlaneFrame } from './planeFrame.ts';
import { fontSize } from './planeMargins.ts';
import { recordAt } from './screenPaths.ts';
import type { DrawingTheme, PlaneTrajectory } from './types.ts';

export interface HighlightMarkProps {
  readonly trajectory: PlaneTrajectory;
  readonly iteration: number;
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

/** A ring around one iterate with a small card: method, iteration, f. */
export function HighlightMark({ trajectory, iteration, frame, theme }: HighlightMarkProps) {
  const record = recordAt(trajectory.iterations, iteration);
  const pixels = iteratePixels(trajectory, frame, record);
  if (record < 0 || !isInside(frame, pixels)) return null;
  const [x, y] = pixels;
  const size = fontSize(theme.scale);
  const where = `iteration ${trajectory.iterations[record]}   f = ${formatNumber(trajectory.values[record] ?? Number.NaN)}`;
  const width = Math.max(trajectory.label.length + 3, where.length) * size * 0.54 + size;
  const height = size * 3.1;
  const left = Math.max(4, x + 14 + width > frame.width ? x - 14 - width : x + 14);
  const top = Math.min(Math.max(4, y - height - 8), frame.height - height - 4);
  return (
    <g style={{ pointerEvents: 'none', fontVariantNumeric: 'tabular-nums' }}>
      <circle cx={x} cy={y} r={7 * theme.scale} fill="none" stroke="#ffffff" strokeWidth={3.6 * theme.scale} />
      <circle
        cx={x}
        cy={y}
        r={7 * theme.scale}
        fill="none"
        stroke={trajectory.stroke.colour}
        strokeWidth={2 * theme.scale}
      />
      <g fontSize={size}>
        <rect
          x={left}
          y={top}
          width={width}
          height={height}
          rx={4}
          fill={theme.background}
          fillOpacity={0.94}
          stroke={theme.gridLine}
        />
        <line
          x1={left + size * 0.6}
          x2={left + size * 2}
          y1={top + size}
          y2={top + size}
          stroke={trajectory.stroke.colour}
          strokeWidth={2.4 * theme.scale}
          strokeDasharray={trajectory.stroke.dash || undefined}
        />
        <text x={left + size * 2.5} y={top + size * 1.35} fill={theme.text}>
          {trajectory.label}
        </text>
        <text x={left + size * 0.6} y={top + size * 2.6} fill={theme.mutedText} style={{ whiteSpace: 'pre' }}>
          {where}
        </text>
      </g>
    </g>
  );
}
