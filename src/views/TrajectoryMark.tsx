import { memo, useMemo } from 'react';
import { isInside, iteratePixels } from './iteratePixels.ts';
import { markerPath } from './markers.ts';
import { markPlaces } from './markPlaces.ts';
import { casing } from './palette.ts';
import type { PlaneFrame } from './planeFrame.ts';
import { scaledDash } from './scaledDash.ts';
import { verticesUpTo } from './screenPaths.ts';
import { TrajectoryEnd } from './TrajectoryEnd.tsx';
import { TrajectoryEvents } from './TrajectoryEvents.tsx';
import type { ScreenPath } from './thin.ts';
import type { DrawingTheme, PlaneTrajectory } from './types.ts';

export interface TrajectoryMarkProps {
  readonly trajectory: PlaneTrajectory;
  readonly path: ScreenPath;
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
  /** Recorded iterate that the transport shows; null draws the whole path without a current iterate. */
  readonly record: number | null;
}

/** Paths with more vertices are tangles: a casing would only hide them, and cost as much to paint as they do. */
const MOST_CASED = 700;

/**
 * One trajectory: casing, line, markers at some iterates, events, end, and the current iterate. The nearest iterate is
 * found from the vertices; testing strokes under the pointer would cost the browser milliseconds a move.
 */
export const TrajectoryMark = memo(function TrajectoryMark(props: TrajectoryMarkProps) {
  const { trajectory, path, frame, theme, record } = props;
  const { colour, dash, marker } = trajectory.stroke;
  const markers = useMemo(
    () =>
      markPlaces(path, 24 * theme.scale)
        .map((k) => markerPath(marker, path.xs[k] as number, path.ys[k] as number, 2.6 * theme.scale))
        .join(''),
    [path, marker, theme.scale],
  );
  const isWhole = record === null || record >= trajectory.iterations.length - 1;
  const passed = isWhole ? path.d : passedPath(path, trajectory, frame, record);
  const width = 1.8 * theme.scale;
  const dashes = scaledDash(dash, theme.scale);
  return (
    <g fill="none" strokeLinejoin="round" data-trajectory={trajectory.id}>
      {path.count <= MOST_CASED && (
        <path
          d={path.d}
          stroke={casing}
          strokeWidth={width + 2 * theme.scale}
          strokeDasharray={dashes}
          strokeOpacity={isWhole ? 1 : 0.45}
          pointerEvents="none"
        />
      )}
      {!isWhole && (
        <path
          d={path.d}
          stroke={colour}
          strokeWidth={width}
          strokeDasharray={dashes}
          strokeOpacity={0.5}
          pointerEvents="none"
        />
      )}
      <path d={passed} stroke={colour} strokeWidth={width} strokeDasharray={dashes} pointerEvents="none" />
      <path
        d={markers}
        fill={colour}
        stroke={casing}
        strokeWidth={0.8 * theme.scale}
        fillOpacity={isWhole ? 1 : 0.7}
        strokeOpacity={isWhole ? 1 : 0.7}
        pointerEvents="none"
      />
      <TrajectoryEvents trajectory={trajectory} frame={frame} theme={theme} />
      <TrajectoryEnd trajectory={trajectory} path={path} frame={frame} theme={theme} />
      {record !== null && record >= 0 && (
        <CurrentIterate trajectory={trajectory} frame={frame} theme={theme} record={record} />
      )}
    </g>
  );
});

/** Path data from the start to the recorded iterate `record`. */
function passedPath(path: ScreenPath, trajectory: PlaneTrajectory, frame: PlaneFrame, record: number): string {
  const vertices = verticesUpTo(path, record);
  if (vertices === 0) return '';
  const begun = path.d.slice(0, path.ends[vertices - 1]);
  const [x, y] = iteratePixels(trajectory, frame, record);
  const isNear = Math.abs(x) < 1e5 && Math.abs(y) < 1e5;
  return isNear ? `${begun}L${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}` : begun;
}

interface CurrentIterateProps {
  readonly trajectory: PlaneTrajectory;
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
  readonly record: number;
}

function CurrentIterate({ trajectory, frame, theme, record }: CurrentIterateProps) {
  const pixels = iteratePixels(trajectory, frame, Math.min(record, trajectory.iterations.length - 1));
  if (!isInside(frame, pixels)) return null;
  const { colour, marker } = trajectory.stroke;
  return (
    <path
      d={markerPath(marker, pixels[0], pixels[1], 5.2 * theme.scale)}
      fill={colour}
      stroke="#ffffff"
      strokeWidth={1.8 * theme.scale}
      paintOrder="stroke"
    />
  );
}
