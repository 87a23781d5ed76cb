import { memo, useId } from 'react';
import { cutLabel, placeEndLabels } from './endLabels.ts';
import type { Chart, ChartReference, ChartSeries } from './figures/Chart.ts';
import type { PlaneFrame } from './planeFrame.ts';
import { fontSize } from './planeMargins.ts';
import { scaledDash } from './scaledDash.ts';
import { type ScreenPath, thinPath } from './thin.ts';
import type { DrawingTheme } from './types.ts';

export interface ChartCurvesProps {
  readonly chart: Chart;
  /** Thinned curves in the order of the series. */
  readonly paths: readonly ScreenPath[];
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
  /** Pixels for the names beside the ends of the curves; null writes none. */
  readonly labelRoom: number | null;
  /** Ids of the runs that are drawn in full, over the others; null draws all in full. */
  readonly emphasised: ReadonlySet<string> | null;
}

/** The curves of a chart and its bounds, clipped to the plot rectangle. */
export const ChartCurves = memo(function ChartCurves(props: ChartCurvesProps) {
  const { chart, paths, frame, theme, labelRoom, emphasised } = props;
  const clip = useId();
  const isFaint = ({ id }: ChartSeries) => emphasised !== null && !emphasised.has(id);
  return (
    <>
      <clipPath id={clip}>
        <rect y={-2} width={frame.width + 1} height={frame.height + 4} />
      </clipPath>
      <g clipPath={`url(#${clip})`} fill="none" strokeLinejoin="round">
        {chart.references.map((reference) => (
          <Reference key={reference.id} reference={reference} frame={frame} theme={theme} />
        ))}
        {[true, false].map((faint) =>
          chart.series.map(
            (series, place) =>
              isFaint(series) === faint && (
                <Curve key={series.id} series={series} d={paths[place]?.d ?? ''} theme={theme} faint={faint} />
              ),
          ),
        )}
      </g>
      {labelRoom !== null && <EndLabels {...{ chart, paths, frame, theme, isFaint }} room={labelRoom} />}
    </>
  );
});

interface CurveProps {
  readonly series: ChartSeries;
  readonly d: string;
  readonly theme: DrawingTheme;
  readonly faint: boolean;
}

const Curve = memo(function Curve({ series, d, theme, faint }: CurveProps) {
  const { colour, dash } = series.stroke;
  return (
    <path
      d={d}
      stroke={colour}
      strokeWidth={(faint ? 1 : 1.7) * theme.scale}
      strokeDasharray={scaledDash(dash, theme.scale)}
      strokeOpacity={faint ? 0.45 : 1}
    >
      <title>{series.label}</title>
    </path>
  );
});

interface ReferenceProps {
  readonly reference: ChartReference;
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

/** A bound in the text's colour; the legend names the dashed ones. */
function Reference({ reference, frame, theme }: ReferenceProps) {
  return (
    <path
      d={thinPath(reference.points, frame).d}
      stroke={theme.text}
      strokeWidth={theme.scale}
      strokeDasharray={reference.dashed ? '5 4' : undefined}
      strokeOpacity={0.75}
    />
  );
}

interface EndLabelsProps extends Omit<ChartCurvesProps, 'labelRoom' | 'emphasised'> {
  readonly room: number;
  readonly isFaint: (series: ChartSeries) => boolean;
}

/** The name of each method once, beside the end of its first curve, an emphasised one where there is one. */
function EndLabels({ chart, paths, frame, theme, isFaint, room }: EndLabelsProps) {
  const size = fontSize(theme.scale) * 0.92;
  const seen = new Map<string, { text: string; y: number; colour: string }>();
  const drawn = chart.series.map((series, place) => ({ series, path: paths[place] }));
  for (const { series, path } of drawn.sort((a, b) => Number(isFaint(a.series)) - Number(isFaint(b.series)))) {
    if (!path || path.count === 0 || seen.has(series.label)) continue;
    seen.set(series.label, {
      text: series.label,
      y: path.ys[path.count - 1] as number,
      colour: series.stroke.colour,
    });
  }
  return placeEndLabels([...seen.values()], size * 1.2, 0, frame.height).map(({ text, y }) => (
    <g key={text} transform={`translate(${frame.width + 6} ${y})`} fontSize={size}>
      <circle cx={3} r={3} fill={seen.get(text)?.colour ?? theme.text} />
      <text x={10} dy="0.35em" fill={theme.mutedText}>
        {cutLabel(text, room, theme.scale)}
      </text>
    </g>
  ));
}
