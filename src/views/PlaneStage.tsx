import { useEffect, useMemo, useRef, useState } from 'react';
import { ColourBar } from './ColourBar.tsx';
import { ContourLayer } from './ContourLayer.tsx';
import { Crosshair } from './Crosshair.tsx';
import { fieldValue } from './fieldValue.ts';
import { Hatching } from './Hatching.tsx';
import { levelScale } from './levels.ts';
import { PlaneAxes } from './PlaneAxes.tsx';
import { PlaneOverlay } from './PlaneOverlay.tsx';
import styles from './PlaneView.module.css';
import type { PlanePoint, PlaneViewProps } from './PlaneView.tsx';
import { type PlaneFrame, planeFrame, toPlane } from './planeFrame.ts';
import { fontSize, type Margins } from './planeMargins.ts';
import { nearestIterate, screenPaths } from './screenPaths.ts';
import { useDelayed } from './useDelayed.ts';
import { useLatest } from './useLatest.ts';
import { useLiveBox } from './useLiveBox.ts';
import { usePlaneGestures } from './usePlaneGestures.ts';
import { usePlaneKeyboard } from './usePlaneKeyboard.ts';
import { useStartActions } from './useStartActions.ts';

/** Reach in pixels within which the pointer finds an iterate, and within which a tap selects it. */
const HOVER_REACH = 10;
const TAP_REACH = 6;
/** How long a size must hold until Plotly draws for it. */
const RESIZE_REST_MS = 120;

export interface PlaneStageProps extends PlaneViewProps {
  /** Size of the whole view in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly margins: Margins;
}

const noMarks: NonNullable<PlaneViewProps['marks']> = [];

/** The plane view at a known size. */
export function PlaneStage(props: PlaneStageProps) {
  const { theme, field, contourStyle, axisNames, width, height, margins, trajectories } = props;
  const overlay = useRef<SVGSVGElement>(null);
  const plotWidth = width - margins.left - margins.right;
  const plotHeight = height - margins.top - margins.bottom;
  const live = useLiveBox(props.box, props.onBoxChange);
  const box = live.shown;
  const frame = useMemo(() => planeFrame(box, plotWidth, plotHeight), [box, plotWidth, plotHeight]);
  const scale = useMemo(() => field && levelScale(field, contourStyle), [field, contourStyle]);
  const paths = useMemo(() => screenPaths(trajectories, frame), [trajectories, frame]);
  useReportedSize(plotWidth, plotHeight, props.onPlotSize);
  const [pointed, setPointed] = useState<PlanePoint | null>(null);
  const [spoken, setSpoken] = useState('');
  const point = (at: PlanePoint | null) => {
    setPointed(at);
    props.onPointer(at);
  };
  const speak = (name: string, at: PlanePoint) => setSpoken(sentenceFor(name, at, props));
  const startActions = useStartActions(props, overlay, speak);
  const keyboard = usePlaneKeyboard({ ...props, box, live, speak, onPoint: point });
  const [onIterate, setOnIterate] = useState(false);
  const gestures = usePlaneGestures(overlay, {
    box,
    width: plotWidth,
    height: plotHeight,
    onMove: live.move,
    onSettle: live.settle,
    onTap: (px, py) => {
      const tapped = props.onIterateSelect && nearestIterate(trajectories, paths, px, py, TAP_REACH);
      if (tapped) props.onIterateSelect?.(tapped);
      else props.onStartAdd(toPlane(frame, px, py));
    },
    onHover: (pixel) => {
      const found = pixel && nearestIterate(trajectories, paths, pixel[0], pixel[1], HOVER_REACH);
      setOnIterate(found !== null && props.onIterateSelect !== undefined);
      props.onHoverIterate(found);
      point(pixel && toPlane(frame, pixel[0], pixel[1]));
    },
  });
  return (
    <>
      <div
        className={styles.plot}
        data-plot=""
        style={{ ...plotPlace(margins, plotWidth, plotHeight), background: theme.gridLine }}
      >
        {field && scale && <Landscape {...props} field={field} scale={scale} frame={frame} />}
        <svg
          ref={overlay}
          role="application"
          aria-label={props.label}
          aria-roledescription="landscape"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keyboard
          tabIndex={0}
          className={onIterate ? `${styles.overlay} ${styles.onIterate}` : styles.overlay}
          width={plotWidth}
          height={plotHeight}
          {...gestures}
          {...keyboard.handlers}
        >
          <PlaneOverlay
            graph={props.graph ? field : null}
            frame={frame}
            box={box}
            theme={theme}
            names={axisNames}
            trajectories={trajectories}
            paths={paths}
            position={props.position}
            highlighted={props.highlighted}
            arrows={props.arrows}
            marks={props.marks ?? noMarks}
            starts={props.starts}
            selectedStart={props.selectedStart}
            startActions={startActions}
          />
          {keyboard.crosshair && <Crosshair at={keyboard.crosshair} frame={frame} theme={theme} />}
        </svg>
      </div>
      <div className={styles.focusRing} style={plotPlace(margins, plotWidth, plotHeight)} />
      <svg className={styles.frame} width={width} height={height} aria-hidden="true">
        <g transform={`translate(${margins.left} ${margins.top})`}>
          <PlaneAxes frame={frame} margins={margins} box={box} theme={theme} names={axisNames} />
          {scale && Number.isFinite(scale.low) && (
            <g transform={`translate(${plotWidth + fontSize(theme.scale)} 0)`}>
              <ColourBar
                scale={scale}
                colours={contourStyle.colours}
                theme={theme}
                height={plotHeight}
                width={margins.right - fontSize(theme.scale)}
                value={pointed && field ? fieldValue(field, pointed[0], pointed[1]) : null}
              />
            </g>
          )}
        </g>
      </svg>
      {props.computing !== null && (
        <div
          className={styles.progress}
          style={{
            ...plotPlace(margins, plotWidth, 2),
            transform: `scaleX(${Math.min(1, Math.max(0.02, props.computing))})`,
          }}
        />
      )}
      <div className={styles.spoken} aria-live="polite">
        {spoken}
      </div>
    </>
  );
}

interface LandscapeProps extends PlaneStageProps {
  readonly field: NonNullable<PlaneViewProps['field']>;
  readonly scale: ReturnType<typeof levelScale>;
  readonly frame: PlaneFrame;
}

/** The contour picture, or hatching with a sentence where nothing is finite. */
function Landscape({ field, scale, frame, contourStyle, theme }: LandscapeProps) {
  const size = useDelayed(frame, RESIZE_REST_MS, (a, b) => a.width === b.width && a.height === b.height);
  if (!Number.isFinite(field.min)) {
    const whole = `M0 0H${frame.width}V${frame.height}H0Z`;
    return (
      <>
        <Hatching d={whole} width={frame.width} height={frame.height} theme={theme} />
        <div className={styles.sentence}>
          <span style={{ background: theme.background, color: theme.text }}>
            The landscape has no finite value in this box.
          </span>
        </div>
      </>
    );
  }
  return (
    <ContourLayer
      field={field}
      scale={scale}
      style={contourStyle}
      theme={theme}
      frame={frame}
      width={size.width}
      height={size.height}
    />
  );
}

function plotPlace(margins: Margins, width: number, height: number) {
  return { left: margins.left, top: margins.top, width, height };
}

function useReportedSize(width: number, height: number, report: PlaneViewProps['onPlotSize']): void {
  const latest = useLatest(report);
  useEffect(() => latest.current?.(width, height), [latest, width, height]);
}

/** What is announced when a point was moved by keyboard. */
function sentenceFor(name: string, at: PlanePoint, props: PlaneViewProps): string {
  const [first, second] = props.axisNames;
  const more = props.describePoint?.(at) ?? '';
  return `${name}: ${first} ${spokenNumber(at[0])}, ${second} ${spokenNumber(at[1])}${more && `, ${more}`}`;
}

const spokenNumber = (value: number): string => String(Number(value.toPrecision(4)));
