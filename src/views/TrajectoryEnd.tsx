import { isInside } from './iteratePixels.ts';
import { casing } from './palette.ts';
import type { PlaneFrame } from './planeFrame.ts';
import type { ScreenPath } from './thin.ts';
import type { DrawingTheme, PlaneTrajectory } from './types.ts';

export interface TrajectoryEndProps {
  readonly trajectory: PlaneTrajectory;
  readonly path: ScreenPath;
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

/** The mark where a run ended: a ring where it settled, a cross where it was lost, nothing where it ran out of steps. */
export function TrajectoryEnd({ trajectory, path, frame, theme }: TrajectoryEndProps) {
  const { status, stroke } = trajectory;
  const last = path.count - 1;
  if (status === undefined || last < 0) return null;
  const end: readonly [number, number] = [path.xs[last] as number, path.ys[last] as number];
  const radius = 6 * theme.scale;
  if (status === 'converged' || status === 'second-order-stationary') {
    if (!isInside(frame, end)) return null;
    return (
      <g>
        <circle cx={end[0]} cy={end[1]} r={radius} stroke={casing} strokeWidth={3.4 * theme.scale} />
        <circle cx={end[0]} cy={end[1]} r={radius} stroke={stroke.colour} strokeWidth={1.8 * theme.scale} />
      </g>
    );
  }
  if (status === 'max-iterations') return null;
  const x = Math.min(frame.width - radius - 2, Math.max(radius + 2, end[0]));
  const y = Math.min(frame.height - radius - 2, Math.max(radius + 2, end[1]));
  const arm = 4.5 * theme.scale;
  const cross = `M${x - arm} ${y - arm}l${2 * arm} ${2 * arm}m${-2 * arm} 0l${2 * arm} ${-2 * arm}`;
  return (
    <g>
      <path d={cross} stroke="#ffffff" strokeWidth={5 * theme.scale} />
      <path d={cross} stroke={stroke.colour} strokeWidth={2.4 * theme.scale} />
    </g>
  );
}
