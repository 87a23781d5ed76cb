import { useId } from 'react';
import type { DrawingTheme } from './types.ts';

export interface HatchingProps {
  /** SVG path data of what is hatched. */
  readonly d: string;
  readonly width: number;
  readonly height: number;
  readonly theme: DrawingTheme;
}

/** Diagonal lines on the background colour: here the landscape has no finite value. */
export function Hatching({ d, width, height, theme }: HatchingProps) {
  const id = useId();
  const step = 7 * theme.scale;
  return (
    <svg
      aria-hidden="true"
      width={width}
      height={height}
      style={{ position: 'absolute', left: 0, top: 0, pointerEvents: 'none' }}
    >
      <defs>
        <pattern id={id} width={step} height={step} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={step} height={step} fill={theme.background} />
          <line
            y2={step}
            x1={step / 2}
            x2={step / 2}
            stroke={theme.mutedText}
            strokeWidth={theme.scale}
            opacity={0.55}
          />
        </pattern>
      </defs>
      <path d={d} fill={`url(#${id})`} stroke={theme.mutedText} strokeOpacity={0.5} strokeWidth={0} />
    </svg>
  );
}
