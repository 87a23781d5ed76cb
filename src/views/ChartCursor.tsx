import type { ChartSeries } from './figures/Chart.ts';
import { type PlaneFrame, toPixels } from './planeFrame.ts';
import { recordAt } from './screenPaths.ts';
import type { DrawingTheme, IterateReference } from './types.ts';

export interface ChartCursorProps {
  readonly series: readonly ChartSeries[];
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
  readonly position: number | null;
  readonly highlighted: IterateReference | null;
  /** Ids of the runs whose dots are drawn in full; null draws all so. */
  readonly emphasised: ReadonlySet<string> | null;
  /** Where an iteration has no place on the axis, which counts something else, there are the dots only. */
  readonly hasLine: boolean;
}

/** The transport's position as a line with a dot on each curve, and a ring around the highlighted iterate. */
export function ChartCursor(props: ChartCursorProps) {
  const { series, frame, theme, position, highlighted, emphasised, hasLine } = props;
  const x = position === null || !hasLine ? null : Math.round(frame.sScale * position + frame.sShift) + 0.5;
  const lit = highlighted && series.find(({ id }) => id === highlighted.trajectoryId);
  const ring = lit && highlighted && samplePixels(lit, highlighted.iteration, frame);
  return (
    <g style={{ pointerEvents: 'none' }}>
      {x !== null && <line x1={x} x2={x} y2={frame.height} stroke={theme.text} strokeWidth={theme.scale} />}
      {position !== null &&
        series.map((curve) => {
          const at = samplePixels(curve, position, frame);
          const isFaint = emphasised !== null && !emphasised.has(curve.id);
          const look = isFaint ? { r: 1.6 * theme.scale, fillOpacity: 0.5 } : { r: 2.8 * theme.scale };
          return at && <circle key={curve.id} cx={at[0]} cy={at[1]} fill={curve.stroke.colour} {...look} />;
        })}
      {ring && (
        <circle
          cx={ring[0]}
          cy={ring[1]}
          r={5 * theme.scale}
          fill={theme.background}
          stroke={lit.stroke.colour}
          strokeWidth={2 * theme.scale}
        />
      )}
    </g>
  );
}

/** Pixels of the sample at or before an iteration, null where it is not in the picture. */
function samplePixels(curve: ChartSeries, iteration: number, frame: PlaneFrame): [number, number] | null {
  const place = recordAt(curve.iterations, iteration);
  if (place < 0) return null;
  const [x, y] = toPixels(frame, [curve.points[2 * place] as number, curve.points[2 * place + 1] as number]);
  return y >= 0 && y <= frame.height ? [x, y] : null;
}
