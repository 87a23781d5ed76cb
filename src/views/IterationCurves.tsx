import { memo, useId } from 'react';
import { placeEndLabels } from './endLabels.ts';
import { type IterationChart, type IterationSeries, ofIteration, ofValue } from './figures/IterationChart.ts';
import { type PlaneFrame, toPixels } from './planeFrame.ts';
import { fontSize } from './planeMargins.ts';
import { scaledDash } from './scaledDash.ts';
import type { DrawingTheme } from './types.ts';

export interface IterationCurvesProps {
  readonly chart: IterationChart;
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

/** Bands, curves or steps, and what stands at their ends. */
export const IterationCurves = memo(function IterationCurves({ chart, frame, theme }: IterationCurvesProps) {
  const clip = useId();
  return (
    <>
      <clipPath id={clip}>
        <rect y={-2} width={frame.width + 2} height={frame.height + 4} />
      </clipPath>
      <g clipPath={`url(#${clip})`} fill="none" strokeLinejoin="round">
        {chart.series.map((each) => (
          <path
            key={each.id}
            d={bandPath(each, chart, frame)}
            fill={each.stroke.colour}
            fillOpacity={theme.name === 'dark' ? 0.28 : 0.2}
          />
        ))}
        {chart.series.map((each) => (
          <path
            key={each.id}
            data-series={each.id}
            d={curvePath(each, chart, frame)}
            stroke={each.stroke.colour}
            strokeWidth={2 * theme.scale}
            strokeDasharray={scaledDash(each.stroke.dash, theme.scale)}
          />
        ))}
      </g>
      <EndLabels chart={chart} frame={frame} theme={theme} />
    </>
  );
});

function EndLabels({ chart, frame, theme }: IterationCurvesProps) {
  const size = fontSize(theme.scale) * 0.92;
  const ends = chart.series.flatMap(({ id, label, middle }) => {
    const y = frame.tScale * ofValue(middle.at(-1) ?? Number.NaN, chart.yScale) + frame.tShift;
    return label === '' || !Number.isFinite(y) ? [] : [{ text: id, y }];
  });
  const named = new Map(chart.series.map((each) => [each.id, each]));
  return placeEndLabels(ends, size * 1.15, 0, frame.height).map(({ text: id, y }) => (
    <g key={id} transform={`translate(${frame.width + 6 * theme.scale} ${y})`} fontSize={size}>
      <circle cx={3} r={3 * theme.scale} fill={named.get(id)?.stroke.colour} />
      <text x={9 * theme.scale} dy="0.35em" fill={theme.mutedText} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {named.get(id)?.label}
      </text>
    </g>
  ));
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

type Scale = Pick<IterationChart, 'yScale' | 'last'>;

/** Pixels of a sample; the last one is drawn to the end of the axis. */
function pixelsOf(iteration: number, value: number, { yScale, last }: Scale, frame: PlaneFrame): [number, number] {
  const [x, y] = toPixels(frame, [ofIteration(Math.min(iteration, last)), ofValue(value, yScale)]);
  return [tenth(x), tenth(y)];
}

/** Steps of a share, or a line that is broken where a value has no place on the axis. */
function curvePath({ iterations, middle }: IterationSeries, scale: Scale, frame: PlaneFrame): string {
  let d = '';
  let isDown = false;
  for (const [k, iteration] of iterations.entries()) {
    const [x, y] = pixelsOf(iteration, middle[k] as number, scale, frame);
    if (Number.isFinite(y)) d += !isDown ? `M${x} ${y}` : scale.yScale === 'share' ? `H${x}V${y}` : `L${x} ${y}`;
    isDown = Number.isFinite(y);
  }
  return d;
}

/** The area of the band; below the axis where its lower end has no place on it, above where its upper end has none. */
function bandPath({ iterations, band }: IterationSeries, scale: Scale, frame: PlaneFrame): string {
  if (!band || iterations.length === 0) return '';
  const edge = (values: Float64Array, otherwise: number) =>
    Array.from(iterations, (iteration, k) => {
      const [x, y] = pixelsOf(iteration, values[k] as number, scale, frame);
      return `${x} ${Number.isFinite(y) ? y : values[k] === Number.POSITIVE_INFINITY ? -9 : otherwise}`;
    });
  const floor = Math.ceil(frame.height) + 9;
  return `M${[...edge(band.low, floor), ...edge(band.high, floor).reverse()].join('L')}Z`;
}
