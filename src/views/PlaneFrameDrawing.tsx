import { BasinsLegend } from './BasinsLegend.tsx';
import { basinAt } from './basinPixels.ts';
import { ColourBar } from './ColourBar.tsx';
import { fieldValue } from './fieldValue.ts';
import type { LevelScale } from './levels.ts';
import { PlaneAxes } from './PlaneAxes.tsx';
import type { PlaneStageProps } from './PlaneStage.tsx';
import styles from './PlaneView.module.css';
import type { PlanePoint } from './PlaneView.tsx';
import type { PlaneFrame } from './planeFrame.ts';
import { fontSize } from './planeMargins.ts';
import type { PlaneBox } from './types.ts';

export interface PlaneFrameDrawingProps
  extends Pick<
    PlaneStageProps,
    'field' | 'contourStyle' | 'theme' | 'axisNames' | 'width' | 'height' | 'margins' | 'basins' | 'beside'
  > {
  readonly frame: PlaneFrame;
  readonly box: PlaneBox;
  readonly scale: LevelScale | null;
  /** Marked on the colour bar; null for none. */
  readonly pointed: PlanePoint | null;
}

/** What stands around the plot rectangle: axes on the left and below, the colour bar or the basins' limits on the right. */
export function PlaneFrameDrawing(props: PlaneFrameDrawingProps) {
  const { field, contourStyle, theme, axisNames, width, height, margins, frame, box, scale, pointed, basins } = props;
  const gap = fontSize(theme.scale);
  const beside = {
    theme,
    height: frame.height,
    width: margins.right - gap,
    nameY: frame.height + margins.bottom - gap * 0.5,
  };
  return (
    <svg className={styles.frame} width={width} height={height} aria-hidden="true">
      <g transform={`translate(${margins.left} ${margins.top})`}>
        <PlaneAxes frame={frame} margins={margins} box={box} theme={theme} names={axisNames} />
        <g transform={`translate(${frame.width + gap} 0)`}>
          {basins && (
            <BasinsLegend
              {...beside}
              nameRoom={frame.width / 2 - 2 * gap}
              basins={basins}
              pointed={pointed && basinAt(basins, pointed)}
            />
          )}
          {!basins && !props.beside && scale && Number.isFinite(scale.low) && (
            <ColourBar
              {...beside}
              scale={scale}
              colours={contourStyle.colours}
              value={pointed && field ? fieldValue(field, pointed[0], pointed[1]) : null}
            />
          )}
        </g>
      </g>
    </svg>
  );
}
