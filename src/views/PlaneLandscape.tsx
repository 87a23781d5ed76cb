import { ContourLayer } from './ContourLayer.tsx';
import { Hatching } from './Hatching.tsx';
import type { LevelScale } from './levels.ts';
import styles from './PlaneView.module.css';
import type { PlaneFrame } from './planeFrame.ts';
import type { ContourStyle, DrawingTheme, Field } from './types.ts';
import { useDelayed } from './useDelayed.ts';

/** How long a size must hold until Plotly draws for it. */
const RESIZE_REST_MS = 120;

export interface PlaneLandscapeProps {
  readonly field: Field;
  readonly scale: LevelScale;
  readonly frame: PlaneFrame;
  readonly contourStyle: ContourStyle;
  readonly theme: DrawingTheme;
  readonly onDrawn?: (() => void) | undefined;
}

/** The contour picture, or hatching with a sentence where nothing is finite. */
export function PlaneLandscape({ field, scale, frame, contourStyle, theme, onDrawn }: PlaneLandscapeProps) {
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
      onDrawn={onDrawn}
    />
  );
}
