import { type PlaneFrame, toPixels } from './planeFrame.ts';
import { fontSize } from './planeMargins.ts';
import type { DrawingTheme } from './types.ts';

export interface AnchorMarksProps {
  /** In the coordinates of the plane: A, B and C. */
  readonly positions: readonly (readonly [number, number])[];
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

const NAMES = ['A', 'B', 'C'] as const;

/** The points that a plane was laid through, as lettered diamonds. */
export default function AnchorMarks({ positions, frame, theme }: AnchorMarksProps) {
  const reach = 5 * theme.scale;
  const size = fontSize(theme.scale);
  return (
    <g style={{ pointerEvents: 'none' }} fontSize={size} fontWeight={600}>
      {positions.map((position, i) => {
        const [x, y] = toPixels(frame, position);
        const diamond = `M${x - reach} ${y}L${x} ${y - reach}L${x + reach} ${y}L${x} ${y + reach}Z`;
        const name = NAMES[i] ?? '';
        return (
          <g key={name} data-anchor={name}>
            <path d={diamond} fill="none" stroke="#ffffff" strokeWidth={4 * theme.scale} strokeLinejoin="round" />
            <path d={diamond} fill="#ffffff" stroke="#1a1a1a" strokeWidth={1.6 * theme.scale} />
            <text
              x={x + 1.6 * reach}
              y={y - 1.2 * reach}
              fill="#1a1a1a"
              stroke="#ffffff"
              strokeWidth={3 * theme.scale}
              paintOrder="stroke"
            >
              {name}
            </text>
          </g>
        );
      })}
    </g>
  );
}
