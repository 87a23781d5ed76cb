import { lazy, memo, Suspense, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { fieldExtent } from './fieldValue.ts';
import { contourFigure } from './figures/contour.ts';
import type { Figure } from './figures/Figure.ts';
import { gapPath } from './gaps.ts';
import { Hatching } from './Hatching.tsx';
import type { LevelScale } from './levels.ts';
import { type PlaneFrame, pictureStretch, pictureTransform } from './planeFrame.ts';
import type { ContourStyle, DrawingTheme, Field, PlaneBox } from './types.ts';

const PlotlyView = lazy(() => import('./PlotlyView.tsx'));

/**
 * Up to this stretch the finished picture is a layer of its own, moved without being painted again. From about 20 on
 * Chromium never finishes to paint such a layer, and the page shows no further frame.
 */
const MOST_LAYERED = 4;

export interface ContourLayerProps {
  readonly field: Field;
  readonly scale: LevelScale;
  readonly style: ContourStyle;
  readonly theme: DrawingTheme;
  readonly frame: PlaneFrame;
  /** Size in which Plotly draws; may lag behind the frame's while the window is being resized. */
  readonly width: number;
  readonly height: number;
  /** Called whenever a new picture is on screen. */
  readonly onDrawn?: (() => void) | undefined;
}

interface Picture {
  readonly figure: Figure;
  readonly box: PlaneBox;
  readonly width: number;
  readonly height: number;
  readonly gaps: string;
}

/**
 * The contour picture. Plotly redraws it only for a new field, style or size; in between, the finished picture is
 * moved with the frame by a CSS transform, so that panning and zooming follow every frame.
 */
export const ContourLayer = memo(function ContourLayer(props: ContourLayerProps) {
  const { field, scale, style, theme, frame, width, height, onDrawn } = props;
  const wanted = useMemo<Picture>(
    () => ({
      figure: contourFigure(field, scale, style, theme, width, height),
      box: fieldExtent(field),
      width,
      height,
      gaps: gapPath(field, width, height),
    }),
    [field, scale, style, theme, width, height],
  );
  const [drawn, setDrawn] = useState<Picture | null>(null);
  const transform = drawn ? pictureTransform(drawn, frame) : 'none';
  return (
    <div
      className="contour-picture"
      style={{
        position: 'absolute',
        inset: 0,
        transformOrigin: '0 0',
        transform,
        willChange: drawn && pictureStretch(drawn, frame) > MOST_LAYERED ? 'auto' : 'transform',
        visibility: drawn ? 'visible' : 'hidden',
      }}
    >
      <Suspense fallback={null}>
        <PlotlyView
          figure={wanted.figure}
          onDrawn={() => {
            // Picture and transform must change in the same painted frame.
            flushSync(() => setDrawn(wanted));
            onDrawn?.();
          }}
        />
      </Suspense>
      {drawn && drawn.gaps !== '' && (
        <Hatching d={drawn.gaps} width={drawn.width} height={drawn.height} theme={theme} />
      )}
    </div>
  );
});
