import { memo, useId } from 'react';
import { placeEndLabels } from './endLabels.ts';
import { type BandChart, type BandMark, type BandPoint, type BandSeries, onAxis } from './figures/BandChart.ts';
import { markerPath } from './markers.ts';
import { type PlaneFrame, toPixels } from './planeFrame.ts';
import { fontSize } from './planeMargins.ts';
import { scaledDash } from './scaledDash.ts';
import type { DrawingTheme } from './types.ts';

export interface BandCurvesProps {
  readonly chart: BandChart;
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

/** Bands, lines of theory, medians with their markers, and the names at the ends. */
export const BandCurves = memo(function BandCurves({ chart, frame, theme }: BandCurvesProps) {
  const clip = useId();
  const { series, references, marks = [], yScale } = chart;
  return (
    <>
      <clipPath id={clip}>
        <rect y={-8} width={frame.width + 4} height={frame.height + 12} />
      </clipPath>
      <g clipPath={`url(#${clip})`} fill="none" strokeLinejoin="round">
        {series.map((each) => (
          <path
            key={each.id}
            d={bandPath(each.points, frame, yScale)}
            fill={each.stroke.colour}
            fillOpacity={theme.name === 'dark' ? 0.28 : 0.2}
          />
        ))}
        {references.map(({ id, label, points }) => (
          <path
            key={id}
            data-reference={id}
            d={linePath(pairsOf(points), frame, yScale)}
            stroke={theme.text}
            strokeWidth={theme.scale}
            strokeDasharray={scaledDash('3 4', theme.scale)}
            opacity={0.75}
          >
            <title>{label}</title>
          </path>
        ))}
        {series.map((each) => (
          <Medians key={each.id} series={each} frame={frame} yScale={yScale} theme={theme} />
        ))}
      </g>
      {marks.map((mark) => (
        <Mark key={mark.x} mark={mark} frame={frame} theme={theme} />
      ))}
      <EndNames chart={chart} frame={frame} theme={theme} />
    </>
  );
});

interface MarkProps {
  readonly mark: BandMark;
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

/** Width of a character as a part of the font size, in the widest of the usual typefaces. */
const CHARACTER = 0.56;

/** A vertical line, its name at its upper end on the side with more room, where there is enough. */
function Mark({ mark: { x, label, short }, frame, theme }: MarkProps) {
  const at = Math.round(frame.sScale * x + frame.sShift) + 0.5;
  const isRight = at > frame.width / 2;
  const size = fontSize(theme.scale) * 0.92;
  const room = isRight ? at : frame.width - at;
  const hasRoom = 6 + short.length * size * CHARACTER < room;
  return (
    <g data-mark={short} transform={`translate(${at} 0)`}>
      <line y2={frame.height} stroke={theme.text} strokeWidth={theme.scale} strokeDasharray="8 3" opacity={0.75} />
      {hasRoom && (
        <text x={isRight ? -6 : 6} y={size} textAnchor={isRight ? 'end' : 'start'} fontSize={size} fill={theme.text}>
          {short}
        </text>
      )}
      <title>{label}</title>
    </g>
  );
}

interface MediansProps {
  readonly series: BandSeries;
  readonly frame: PlaneFrame;
  readonly yScale: BandChart['yScale'];
  readonly theme: DrawingTheme;
}

function Medians({ series: { id, stroke, points }, frame, yScale, theme }: MediansProps) {
  const middles = points.map(({ x, middle }) => [x, middle] as const);
  return (
    <g data-series={id}>
      <path
        d={linePath(middles, frame, yScale)}
        stroke={stroke.colour}
        strokeWidth={1.8 * theme.scale}
        strokeDasharray={scaledDash(stroke.dash, theme.scale)}
      />
      {middles.map(([x, middle]) => {
        const [px, py] = toPixels(frame, [x, onAxis(middle, yScale)]);
        if (!Number.isFinite(py)) return null;
        return (
          <path
            key={x}
            d={markerPath(stroke.marker, px, py, 4 * theme.scale)}
            fill={stroke.colour}
            stroke={theme.background}
            strokeWidth={theme.scale}
          />
        );
      })}
    </g>
  );
}

function EndNames({ chart, frame, theme }: BandCurvesProps) {
  const size = fontSize(theme.scale) * 0.92;
  const ends = chart.series.flatMap(({ id, label, stroke, points }) => {
    const last = points.findLast(({ middle }) => Number.isFinite(middle));
    if (!last) return [];
    const [x, y] = toPixels(frame, [last.x, onAxis(last.middle, chart.yScale)]);
    return [{ text: id, y, x, label, stroke }];
  });
  const named = new Map(ends.map((end) => [end.text, end]));
  // Above the axis, which would strike a name through.
  return placeEndLabels(ends, size * 1.15, 0, frame.height - size * 0.65).map(({ text: id, y }) => {
    const end = named.get(id);
    if (!end) return null;
    return (
      <g key={id} transform={`translate(${end.x + 8 * theme.scale} ${y})`} fontSize={size}>
        <path d={markerPath(end.stroke.marker, 3, 0, 2.7 * theme.scale)} fill={end.stroke.colour} />
        <text
          x={8 * theme.scale}
          dy="0.35em"
          fill={theme.mutedText}
          stroke={theme.background}
          strokeWidth={3}
          paintOrder="stroke"
        >
          {end.label}
        </text>
      </g>
    );
  });
}

type Pairs = readonly (readonly [number, number])[];

const pairsOf = (points: Float64Array): Pairs =>
  Array.from({ length: points.length / 2 }, (_, k) => [points[2 * k] as number, points[2 * k + 1] as number] as const);

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** A line through the points, broken where one has no place on the axis. */
function linePath(pairs: Pairs, frame: PlaneFrame, yScale: BandChart['yScale']): string {
  let isDown = false;
  let d = '';
  for (const [x, value] of pairs) {
    const [px, py] = toPixels(frame, [x, onAxis(value, yScale)]);
    if (Number.isFinite(py)) d += `${isDown ? 'L' : 'M'}${tenth(px)} ${tenth(py)}`;
    isDown = Number.isFinite(py);
  }
  return d;
}

/** The area between the quartiles; an upper one that is infinite leaves the picture at its top. */
function bandPath(points: readonly BandPoint[], frame: PlaneFrame, yScale: BandChart['yScale']): string {
  const drawn = points.filter(({ low }) => Number.isFinite(onAxis(low, yScale)));
  if (drawn.length === 0) return '';
  const pixels = (x: number, value: number) => {
    const [px, py] = toPixels(frame, [x, onAxis(value, yScale)]);
    return `${tenth(px)} ${Number.isFinite(py) ? tenth(py) : -8}`;
  };
  const lower = drawn.map(({ x, low }) => pixels(x, low));
  const upper = drawn.toReversed().map(({ x, high }) => pixels(x, high));
  return `M${[...lower, ...upper].join('L')}Z`;
}
