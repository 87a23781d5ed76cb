import { useEffect, useRef } from 'react';
import { colourAt } from '../../views/colourScales.ts';
import type { Field } from '../../views/types.ts';
import classes from './FieldPicture.module.css';

interface FieldPictureProps {
  readonly field: Field | undefined;
}

/** A landscape as a small picture: f − min on a logarithmic scale; transparent where f is not finite. */
export function FieldPicture({ field }: FieldPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context && field) paint(context, field);
  }, [field]);
  return (
    <span aria-hidden="true">
      <canvas ref={canvas} className={classes.picture} width={field?.xs.length ?? 1} height={field?.ys.length ?? 1} />
    </span>
  );
}

function paint(context: CanvasRenderingContext2D, field: Field): void {
  const { xs, ys, z, min, max } = field;
  const nx = xs.length;
  const ny = ys.length;
  const image = context.createImageData(nx, ny);
  // The offset keeps the logarithm finite at the least value and spreads the colours over the whole range.
  const offset = (max - min) / 200 || 1;
  const lowest = Math.log(offset);
  const range = Math.log(max - min + offset) - lowest || 1;
  for (let row = 0; row < ny; row++) {
    for (let column = 0; column < nx; column++) {
      const value = z[(ny - 1 - row) * nx + column] as number;
      if (!Number.isFinite(value)) continue;
      const [r, g, b] = colourAt('viridis', (Math.log(value - min + offset) - lowest) / range);
      image.data.set([r, g, b, 255], 4 * (row * nx + column));
    }
  }
  context.putImageData(image, 0, 0);
}
