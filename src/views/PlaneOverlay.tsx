import { memo } from 'react';
import { CriticalMarks } from './CriticalMarks.tsx';
import { CurvatureGlyphs } from './CurvatureGlyphs.tsx';
import { HighlightMark } from './HighlightMark.tsx';
import { InvariantCurves } from './InvariantCurves.tsx';
import type { PlaneFrame } from './planeFrame.ts';
import { type StartActions, StartHandle } from './StartHandle.tsx';
import { recordAt } from './screenPaths.ts';
import { TrajectoryMark } from './TrajectoryMark.tsx';
import type { ScreenPath } from './thin.ts';
import type { CurvatureArrows, LandscapeContent, PlaneBox, PlaneCurve, PlaneMark } from './types.ts';

type Shown = 'theme' | 'trajectories' | 'position' | 'highlighted' | 'starts' | 'selectedStart';

export interface PlaneOverlayProps extends Pick<LandscapeContent, Shown> {
  readonly frame: PlaneFrame;
  readonly box: PlaneBox;
  readonly names: readonly [string, string];
  /** Thinned paths in the order of the trajectories. */
  readonly paths: readonly ScreenPath[];
  readonly arrows: CurvatureArrows | null;
  readonly marks: readonly PlaneMark[];
  readonly curves: readonly PlaneCurve[];
  readonly startActions: StartActions;
}

/** Everything over the contour, bottom to top: critical points, trajectories, arrows, starts, the highlighted iterate. */
export const PlaneOverlay = memo(function PlaneOverlay(props: PlaneOverlayProps) {
  const { frame, box, theme, names, trajectories, paths, position, highlighted, arrows } = props;
  const lit = highlighted && trajectories.find(({ id }) => id === highlighted.trajectoryId);
  return (
    <>
      <Extent frame={frame} />
      {props.curves.length > 0 && <InvariantCurves curves={props.curves} frame={frame} theme={theme} />}
      <CriticalMarks marks={props.marks} frame={frame} theme={theme} />
      {trajectories.map((trajectory, place) => {
        const path = paths[place];
        const record = position === null ? null : recordAt(trajectory.iterations, position);
        return (
          path && (
            <TrajectoryMark
              key={trajectory.id}
              trajectory={trajectory}
              path={path}
              frame={frame}
              theme={theme}
              record={record}
            />
          )
        );
      })}
      {arrows && <CurvatureGlyphs arrows={arrows} frame={frame} theme={theme} />}
      {props.starts.map((start, index) => (
        <StartHandle
          // biome-ignore lint/suspicious/noArrayIndexKey: a start has no other identity than its place
          key={index}
          start={start}
          index={index}
          selected={index === props.selectedStart}
          frame={frame}
          box={box}
          theme={theme}
          names={names}
          actions={props.startActions}
        />
      ))}
      {lit && highlighted && (
        <HighlightMark trajectory={lit} iteration={highlighted.iteration} frame={frame} theme={theme} />
      )}
    </>
  );
});

/** Room around the plot for what is drawn half outside of it. */
const MARGIN = 80;

/**
 * Nothing to see: it keeps the extent of the drawing the same while things move in it. A browser that sees the extent
 * change builds the layers of the whole page again, which takes longer than drawing all of this. For the same reason
 * nothing here is moved by a transform or made translucent by `opacity` instead of that of its fill and stroke.
 */
const Extent = memo(function Extent({ frame }: { readonly frame: PlaneFrame }) {
  const size = { width: frame.width + 2 * MARGIN, height: frame.height + 2 * MARGIN };
  return (
    <rect
      x={-MARGIN}
      y={-MARGIN}
      {...size}
      fill="#808080"
      fillOpacity={0.004}
      pointerEvents="none"
      data-screen-only=""
    />
  );
});
