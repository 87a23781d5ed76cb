import { type ReactNode, useMemo, useRef } from 'react';
import { PlaneStage } from './PlaneStage.tsx';
import styles from './PlaneView.module.css';
import type { PlaneFrame } from './planeFrame.ts';
import { planeMargins } from './planeMargins.ts';
import type {
  CurvatureArrows,
  Field,
  IterateReference,
  LandscapeContent,
  PlaneBasins,
  PlaneBox,
  PlaneCurve,
  PlaneMark,
} from './types.ts';
import { useElementSize } from './useElementSize.ts';
import { useStable } from './useStable.ts';

/** (s, t) in the visible plane. */
export type PlanePoint = [number, number];

/** The room right of the plot rectangle, in pixels from the view's upper left corner. */
export interface BesidePlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Baseline of a name below it, from its top. */
  readonly nameY: number;
}

export interface PlaneViewProps extends LandscapeContent {
  /** Null before the first one; the last one stays on screen while the next is computed. */
  readonly field: Field | null;
  /** Share of the field's computation that is done, 0 to 1; null when nothing is computed. */
  readonly computing: number | null;
  readonly box: PlaneBox;
  readonly arrows: CurvatureArrows | null;
  /** Stable and unstable sets of saddles. */
  readonly curves?: readonly PlaneCurve[];
  /** Basins of attraction, drawn under the contour lines instead of their colours. */
  readonly basins?: PlaneBasins | null;
  /** A landscape of one variable: every row of the field is f, and the vertical axis too; its graph is drawn. */
  readonly graph?: boolean;
  /** Drawn between the contour and what moves over it; must fill the plot rectangle. A new function draws it again. */
  readonly layer?: (frame: PlaneFrame) => ReactNode;
  /** Drawn in the SVG over the plot, under the starts; over a graph. */
  readonly drawing?: (frame: PlaneFrame) => ReactNode;
  /** The same, under the trajectories and the starts. */
  readonly underlay?: (frame: PlaneFrame) => ReactNode;
  /** Stands in the place of the colour bar. */
  readonly beside?: (place: BesidePlace) => ReactNode;
  /** Spoken name of the whole view: "Contours of Rosenbrock's function". */
  readonly label: string;
  /** Further words that are spoken after the coordinates of a point moved by keyboard: "f = 3.2". */
  readonly describePoint?: (point: PlanePoint) => string;
  readonly onBoxChange: (box: PlaneBox, phase: 'moving' | 'settled') => void;
  readonly onBoxReset: () => void;
  /** The point under the pointer or the keyboard's crosshair; null when there is none. */
  readonly onPointer: (point: PlanePoint | null) => void;
  readonly onStartAdd: (point: PlanePoint) => void;
  readonly onStartMove: (index: number, point: PlanePoint, phase: 'start' | 'move' | 'end') => void;
  readonly onStartRemove: (index: number) => void;
  readonly onStartSelect: (index: number | null) => void;
  readonly onHoverIterate: (iterate: IterateReference | null) => void;
  /** A tap on a drawn iterate; without it such a tap adds a start like any other. */
  readonly onIterateSelect?: (iterate: IterateReference) => void;
  /** A tap on a mark; without it such a tap is one on what is below. */
  readonly onMarkSelect?: (mark: PlaneMark) => void;
  /** Called whenever a new contour picture is on screen. */
  readonly onDrawn?: (() => void) | undefined;
}

/**
 * The landscape from above: contours, axes and colour bar, and over them the trajectories and the draggable starts.
 * Fills its parent. The contour picture is Plotly's; everything that moves with the pointer is an SVG of its own.
 */
export function PlaneView(props: PlaneViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  const { scale } = props.theme;
  // The same object as long as it says the same: the axes are drawn again where it is another.
  const margins = useMemo(() => size && planeMargins(size.width, scale, true), [size, scale]);
  const stable = {
    theme: useStable(props.theme),
    contourStyle: useStable(props.contourStyle),
    axisNames: useStable(props.axisNames),
    box: useStable(props.box),
  };
  const fits = size && margins && size.width > margins.left + margins.right + 40 && size.height > margins.bottom + 60;
  return (
    <div ref={host} className={styles.view} data-picture="plane" data-background={stable.theme.background}>
      {fits && <PlaneStage {...props} {...stable} {...size} margins={margins} />}
    </div>
  );
}
