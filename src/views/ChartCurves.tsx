import { memo, useId } from 'react';
import { placeEndLabels } from './endLabels.ts';
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
  /** True writes the names beside the ends of the curves. */
  readonly labelled: boolean;
}

/** The curves of a chart and its bounds, clipped to the plot rectangle. */
export const ChartCurves = memo(function ChartCurves({ chart, paths, frame, theme, labelled }: ChartCurvesProps) {
  const clip = useId();
  return (
    <>
      <clipPath id={clip}>
        <rect y={-2} width={frame.width + 1} height={frame.height + 4} />
      </clipPath>
      <g clipPath={`url(#${clip})`} fill="none" strokeLinejoin="round">
        {chart.references.map((reference) => (
          <Reference key={reference.label} reference={reference} frame={frame} theme={theme} />
        ))}
        {chart.series.map((series, place) => (
          <Curve key={series.id} series={series} d={paths[place]?.d ?? ''} theme={theme} />
        ))}
      </g>
      {labelled && <EndLabels chart={chart} paths={paths} frame={frame} theme={theme} />}
    </>
  );
});

interface CurveProps {
  readonly series: ChartSeries;
  readonly d: string;
  readonly theme: DrawingTheme;
}

const Curve = memo(function Curve({ series, d, theme }: CurveProps) {
  const { colour, dash } = series.stroke;
  return (
    <path d={d} stroke={colour} strokeWidth={1.6 * theme.scale} strokeDasharray={scaledDash(dash, theme.scale)}>
      <title>{series.label}</title>
    </path>
  );
});

interface ReferenceProps {
  readonly reference: ChartReference;
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

/** A bound, dashed in the text's colour, its name above its right end; solid without a name. */
function Reference({ reference, frame, theme }: ReferenceProps) {
  const path = thinPath(reference.points, frame);
  const last = path.count - 1;
  const size = fontSize(theme.scale) * 0.88;
  return (
    <g>
      <path
        d={path.d}
        stroke={theme.text}
        strokeWidth={theme.scale}
        strokeDasharray={reference.label === '' ? undefined : '5 4'}
        opacity={0.75}
      />
      {last >= 0 && reference.label !== '' && frame.height > 5 * size && (
        <text
          x={Math.min(frame.width, path.xs[last] as number) - 4}
          y={Math.max(size, (path.ys[last] as number) - 4)}
          textAnchor="end"
          fontSize={size}
          fill={theme.mutedText}
          stroke={theme.background}
          strokeWidth={3}
          paintOrder="stroke"
        >
          {reference.label}
        </text>
      )}
    </g>
  );
}

type EndLabelsProps = Omit<ChartCurvesProps, 'labelled'>;

/** The name of each method once, beside the end of its first curve. */
function EndLabels({ chart, paths, frame, theme }: EndLabelsProps) {
  const size = fontSize(theme.scale) * 0.92;
  const seen = new Map<string, { text: string; y: number; colour: string }>();
  chart.series.forEach((series, place) => {
    const path = paths[place];
    if (!path || path.count === 0 || seen.has(series.label)) return;
    seen.set(series.label, {
      text: series.label,
      y: path.ys[path.count - 1] as number,
      colour: series.stroke.colour,
    });
  });
  return placeEndLabels([...seen.values()], size * 1.2, 0, frame.height).map(({ text, y }) => (
    <g key={text} transform={`translate(${frame.width + 6} ${y})`} fontSize={size}>
      <circle cx={3} r={3} fill={seen.get(text)?.colour ?? theme.text} />
      <text x={10} dy="0.35em" fill={theme.mutedText}>
        {text.length > 15 ? `${text.slice(0, 14)}…` : text}
      </text>
    </g>
  ));
}
