import { memo } from 'react';
import { formatFull } from './formatNumber.ts';
import { isInside } from './iteratePixels.ts';
import { type PlaneFrame, toPixels } from './planeFrame.ts';
import type { DrawingTheme, PlaneMark } from './types.ts';

export interface CriticalMarksProps {
  readonly marks: readonly PlaneMark[];
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

/** Outlines around the origin at radius 1: ●, ✕, ▲ and ◌. */
const shapes: Readonly<Record<PlaneMark['type'], string>> = {
  minimum: 'M-1 0a1 1 0 1 0 2 0a1 1 0 1 0 -2 0Z',
  saddle: 'M-1 -1L1 1M-1 1L1 -1',
  maximum: 'M0 -1.2L1.15 0.8L-1.15 0.8Z',
  degenerate: 'M-1 0a1 1 0 1 0 2 0a1 1 0 1 0 -2 0Z',
};

/** With more marks than this their indices would hide what is marked. */
const MOST_INDICES = 60;

/** Critical points by shape and colour, white with a dark casing, each with its index and its label. */
export const CriticalMarks = memo(function CriticalMarks({ marks, frame, theme }: CriticalMarksProps) {
  const radius = 5 * theme.scale;
  return marks.map((mark) => {
    const pixels = toPixels(frame, mark.position);
    if (!isInside(frame, pixels)) return null;
    const isLine = mark.type === 'saddle' || mark.type === 'degenerate';
    return (
      <g key={`${mark.type} ${mark.position.join(' ')}`} transform={`translate(${pixels[0]} ${pixels[1]})`}>
        <title>{`${mark.label} at (${mark.position.map(formatFull).join(', ')})`}</title>
        <path
          d={shapes[mark.type]}
          transform={`scale(${radius})`}
          fill={isLine ? 'none' : '#ffffff'}
          stroke="rgba(12, 14, 20, 0.9)"
          strokeWidth={((isLine ? 4.6 : 1.4) * theme.scale) / radius}
          strokeLinecap="round"
        />
        {isLine && (
          <path
            d={shapes[mark.type]}
            transform={`scale(${radius})`}
            fill="none"
            stroke="#ffffff"
            strokeWidth={(2.2 * theme.scale) / radius}
            strokeDasharray={mark.type === 'degenerate' ? '0.6 0.5' : undefined}
          />
        )}
        {mark.index !== undefined && marks.length <= MOST_INDICES && (
          <text
            x={1.5 * radius}
            y={-1.1 * radius}
            fontSize={10 * theme.scale}
            fontWeight={600}
            fill="#ffffff"
            stroke="rgba(12, 14, 20, 0.9)"
            strokeWidth={2.6 * theme.scale}
            strokeLinejoin="round"
            paintOrder="stroke"
            style={{ pointerEvents: 'none' }}
          >
            {mark.index}
          </text>
        )}
      </g>
    );
  });
});
