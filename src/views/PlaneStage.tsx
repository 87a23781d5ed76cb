import { useMemo, useRef } from 'react';
import { BasinsLayer } from './BasinsLayer.tsx';
import { Crosshair } from './Crosshair.tsx';
import { GraphCurve } from './GraphCurve.tsx';
import { levelScale } from './levels.ts';
import { PlaneFrameDrawing } from './PlaneFrameDrawing.tsx';
import { PlaneLandscape } from './PlaneLandscape.tsx';
import { PlaneOverlay } from './PlaneOverlay.tsx';
import styles from './PlaneView.module.css';
import type { BesidePlace, PlaneViewProps } from './PlaneView.tsx';
import { planeFrame } from './planeFrame.ts';
import { fontSize, type Margins } from './planeMargins.ts';
import { screenPaths } from './screenPaths.ts';
import { useLiveBox } from './useLiveBox.ts';
import { usePlaneInteraction } from './usePlaneInteraction.ts';

export interface PlaneStageProps extends PlaneViewProps {
  /** Size of the whole view in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly margins: Margins;
}

const noCurves: NonNullable<PlaneViewProps['curves']> = [];
const noMarks: NonNullable<PlaneViewProps['marks']> = [];

/** The plane view at a known size. */
export function PlaneStage(props: PlaneStageProps) {
  const { theme, field, margins, trajectories, basins = null } = props;
  const hasMap = basins !== null;
  // The map lies beneath, with the contour lines over it.
  const contourStyle = useMemo(
    () => (hasMap ? { ...props.contourStyle, linesOnly: true } : props.contourStyle),
    [hasMap, props.contourStyle],
  );
  const overlay = useRef<SVGSVGElement>(null);
  const plotWidth = props.width - margins.left - margins.right;
  const plotHeight = props.height - margins.top - margins.bottom;
  const live = useLiveBox(props.box, props.onBoxChange);
  const box = live.shown;
  const frame = useMemo(() => planeFrame(box, plotWidth, plotHeight), [box, plotWidth, plotHeight]);
  const scale = useMemo(() => field && levelScale(field, contourStyle), [field, contourStyle]);
  const paths = useMemo(() => screenPaths(trajectories, frame), [trajectories, frame]);
  const { pointed, spoken, isOnIterate, startActions, crosshair, handlers } = usePlaneInteraction(
    props,
    overlay,
    live,
    frame,
    paths,
  );
  const plotPlace = { left: margins.left, top: margins.top, width: plotWidth, height: plotHeight };
  return (
    <>
      <div className={styles.plot} data-plot="" style={{ ...plotPlace, background: theme.gridLine }}>
        {basins && <BasinsLayer basins={basins} frame={frame} />}
        {field && scale && <PlaneLandscape {...{ field, scale, frame, contourStyle, theme }} onDrawn={props.onDrawn} />}
        {props.layer?.(frame)}
        <svg
          ref={overlay}
          role="application"
          aria-label={props.label}
          aria-roledescription="landscape"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keyboard
          tabIndex={0}
          className={isOnIterate ? `${styles.overlay} ${styles.onIterate}` : styles.overlay}
          width={plotWidth}
          height={plotHeight}
          {...handlers}
        >
          {props.graph && field && <GraphCurve {...{ field, frame, theme }} />}
          {props.underlay?.(frame)}
          {!props.graph && props.drawing?.(frame)}
          <PlaneOverlay
            {...{ frame, box, theme, trajectories, paths, startActions }}
            names={props.axisNames}
            position={props.position}
            highlighted={props.highlighted}
            arrows={props.arrows}
            marks={props.marks ?? noMarks}
            curves={props.curves ?? noCurves}
            starts={props.starts}
            selectedStart={props.selectedStart}
          />
          {props.graph && props.drawing?.(frame)}
          {crosshair && <Crosshair at={crosshair} frame={frame} theme={theme} />}
        </svg>
      </div>
      <div className={styles.focusRing} style={plotPlace} />
      <PlaneFrameDrawing {...props} {...{ frame, box, scale, pointed }} />
      {props.beside?.(besidePlace(props))}
      {props.computing !== null && <Progress share={props.computing} place={plotPlace} />}
      <div className={styles.spoken} aria-live="polite">
        {spoken}
      </div>
    </>
  );
}

function besidePlace({ width, height, margins, theme }: PlaneStageProps): BesidePlace {
  const gap = fontSize(theme.scale);
  const plotHeight = height - margins.top - margins.bottom;
  return {
    left: width - margins.right + gap,
    top: margins.top,
    width: margins.right - gap,
    height: plotHeight,
    nameY: plotHeight + margins.bottom - gap * 0.5,
  };
}

interface ProgressProps {
  readonly share: number;
  readonly place: { readonly left: number; readonly top: number; readonly width: number };
}

/** A thin line along the upper edge while a field is computed. */
function Progress({ share, place: { left, top, width } }: ProgressProps) {
  const transform = `scaleX(${Math.min(1, Math.max(0.02, share))})`;
  return <div className={styles.progress} style={{ left, top, width, transform }} />;
}
