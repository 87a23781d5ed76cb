import { AxisName } from './AxisName.tsx';
import { fontSize } from './planeMargins.ts';
import type { Projection } from './spaceProjection.ts';
import type { DrawingTheme } from './types.ts';

/** An axis of the box: its name and what stands at its ends. */
export interface SpaceAxis {
  readonly name: string;
  readonly low: string;
  readonly high: string;
}

interface SpaceFrameProps {
  readonly extent: readonly [number, number, number];
  readonly axes: readonly [SpaceAxis, SpaceAxis, SpaceAxis];
  readonly project: Projection;
  readonly theme: DrawingTheme;
  readonly width: number;
  readonly height: number;
  readonly className: string | undefined;
}

/** How far beyond the edges of the box its labels stand, as a part of its length. */
const OUTSIDE = 0.09;

/** Where along an edge its ends are labelled: on the corner itself two axes would write over each other. */
const END = 0.86;

/** The edges of the box, and its axes with their names and ends. */
export function SpaceFrame({ extent, axes, project, theme, width, height, className }: SpaceFrameProps) {
  const out = new Float64Array(3);
  const at = (signs: readonly number[]): [number, number] => {
    const [x = 0, y = 0, z = 0] = signs.map((sign, i) => (sign * (extent[i] as number)) / 2);
    project(x, y, z, out);
    return [out[0] as number, out[1] as number];
  };
  const edges = [0, 1, 2].flatMap((axis) =>
    [-1, 1].flatMap((a) =>
      [-1, 1].map((b) => {
        const others = [a, b];
        const end = (sign: number) =>
          [0, 1, 2].map((i) => (i === axis ? sign : (others[i < axis ? i : i - 1] as number)));
        return `M${at(end(-1)).join(' ')}L${at(end(1)).join(' ')}`;
      }),
    ),
  );
  const far = -1 - 2 * OUTSIDE;
  // Beside the front edge of the ground, the right one, and the upright edge at the left.
  const places = [
    { axis: axes[0], line: (s: number) => [s, far, -1] },
    { axis: axes[1], line: (s: number) => [-far, s, -1] },
    { axis: axes[2], line: (s: number) => [far, -1, s] },
  ];
  const size = fontSize(theme.scale);
  return (
    <svg className={className} width={width} height={height} aria-hidden="true">
      <path d={edges.join('')} fill="none" stroke={theme.mutedText} strokeOpacity={0.5} />
      {places.map(({ axis, line }) => {
        const [name, low, high] = [0, -END, END].map((place) => at(line(place))) as [
          [number, number],
          [number, number],
          [number, number],
        ];
        return (
          <g key={axis.name} textAnchor="middle" fontSize={size} fill={theme.mutedText}>
            <text x={low[0]} y={low[1]} dy="0.35em">
              {axis.low}
            </text>
            <text x={high[0]} y={high[1]} dy="0.35em">
              {axis.high}
            </text>
            <AxisName
              text={axis.name}
              offset=""
              power=""
              transform={`translate(${name[0]} ${name[1] + size * 0.4})`}
              theme={theme}
            />
          </g>
        );
      })}
    </svg>
  );
}
