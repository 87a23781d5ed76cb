import { type PlaneFrame, toPixels } from './planeFrame.ts';
import type { DrawingTheme } from './types.ts';

export interface CrosshairProps {
  readonly at: readonly [number, number];
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

/** The keyboard's pointer on the plot. */
export function Crosshair({ at, frame, theme }: CrosshairProps) {
  const [x, y] = toPixels(frame, at).map((pixel) => Math.round(pixel) + 0.5) as [number, number];
  const reach = 14 * theme.scale;
  const d = `M${x - reach} ${y}H${x - 4}M${x + 4} ${y}H${x + reach}M${x} ${y - reach}V${y - 4}M${x} ${y + 4}V${y + reach}`;
  return (
    <g data-screen-only="" style={{ pointerEvents: 'none' }}>
      <path d={d} stroke="rgba(12, 14, 20, 0.8)" strokeWidth={4 * theme.scale} />
      <path d={d} stroke="#ffffff" strokeWidth={1.6 * theme.scale} />
    </g>
  );
}
