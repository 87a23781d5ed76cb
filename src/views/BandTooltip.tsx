import type { BandPoint } from './figures/BandChart.ts';
import type { PlaneFrame } from './planeFrame.ts';
import { fontSize } from './planeMargins.ts';
import type { DrawingTheme } from './types.ts';

/** The point under the pointer and where it is drawn. */
export interface HoveredBand {
  readonly point: Pick<BandPoint, 'lines' | 'full'>;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
}

interface BandTooltipProps {
  readonly hovered: HoveredBand;
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

/** Width of a character as a part of the font size. */
const CHARACTER = 0.56;

/** A ring around a point and a box with its numbers, on the side where there is room. */
export function BandTooltip({ hovered: { point, x, y, colour }, frame, theme }: BandTooltipProps) {
  const size = fontSize(theme.scale) * 0.95;
  const width = Math.max(...point.lines.map((line) => line.length)) * size * CHARACTER + size;
  const height = (point.lines.length + 0.6) * size * 1.3;
  const gap = 12 * theme.scale;
  const left = x + gap + width > frame.width ? Math.max(0, x - gap - width) : x + gap;
  const top = Math.min(Math.max(0, y - height / 2), Math.max(0, frame.height - height));
  return (
    <g data-screen-only="" data-tooltip="" style={{ pointerEvents: 'none' }}>
      <circle cx={x} cy={y} r={6 * theme.scale} fill="none" stroke={colour} strokeWidth={2 * theme.scale} />
      <g transform={`translate(${left} ${top})`} fontSize={size}>
        <rect width={width} height={height} rx={3} fill={theme.background} stroke={theme.mutedText} opacity={0.96} />
        {point.lines.map((line, i) => (
          <text
            key={line}
            x={size / 2}
            y={(i + 1.1) * size * 1.3}
            fill={i === 0 ? theme.text : theme.mutedText}
            fontWeight={i === 0 ? 600 : 400}
          >
            {line}
          </text>
        ))}
      </g>
    </g>
  );
}
