import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import { basinPixels, pixelBox } from './basinPixels.ts';
import { type PlaneFrame, pictureTransform } from './planeFrame.ts';
import type { PlaneBasins } from './types.ts';

export interface BasinsLayerProps {
  readonly basins: PlaneBasins;
  readonly frame: PlaneFrame;
}

/** The map of basins: a canvas with a pixel for each grid point, moved with the frame by a CSS transform. */
export const BasinsLayer = memo(function BasinsLayer({ basins, frame }: BasinsLayerProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, height] = [basins.xs.length, basins.ys.length];
  const box = useMemo(() => pixelBox(basins), [basins]);
  useLayoutEffect(() => {
    const pixels = new ImageData(basinPixels(basins), width, height);
    canvas.current?.getContext('2d')?.putImageData(pixels, 0, 0);
  }, [basins, width, height]);
  return (
    <canvas
      ref={canvas}
      width={width}
      height={height}
      data-basins={basins.method}
      style={{
        position: 'absolute',
        left: 0,
        top: 0,
        transformOrigin: '0 0',
        transform: pictureTransform({ box, width, height }, frame),
        imageRendering: 'pixelated',
      }}
    />
  );
});
