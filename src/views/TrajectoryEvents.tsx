import { visiblePixels } from './iteratePixels.ts';
import type { PlaneFrame } from './planeFrame.ts';
import type { DrawingTheme, PlaneTrajectory } from './types.ts';

export interface TrajectoryEventsProps {
  readonly trajectory: PlaneTrajectory;
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

/** Most events that are drawn on one trajectory. */
const MOST_EVENTS = 40;

/** Rings around the iterates where something happened (a perturbation, a restart), each with its sentence. */
export function TrajectoryEvents({ trajectory, frame, theme }: TrajectoryEventsProps) {
  if (trajectory.events.length === 0) return null;
  const radius = 5.5 * theme.scale;
  return trajectory.events.slice(0, MOST_EVENTS).map((event, place) => {
    const pixels = visiblePixels(trajectory, frame, event.iteration);
    if (!pixels) return null;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: events come in order, and under a drag the same rings are moved
      <g key={place}>
        <title>{`${event.label} at iteration ${event.iteration}: ${event.detail}`}</title>
        <circle
          cx={pixels[0]}
          cy={pixels[1]}
          r={radius}
          stroke="#ffffff"
          strokeWidth={3 * theme.scale}
          strokeOpacity={0.9}
        />
        <circle
          cx={pixels[0]}
          cy={pixels[1]}
          r={radius}
          stroke={trajectory.stroke.colour}
          strokeWidth={1.6 * theme.scale}
          strokeDasharray={`${2.4 * theme.scale} ${1.6 * theme.scale}`}
        />
      </g>
    );
  });
}
