import { memo } from 'react';
import { mathFonts } from './AxisName.tsx';
import { fontSize } from './planeMargins.ts';
import { multiplesWithin, niceStep } from './ticks.ts';
import type { DrawingTheme } from './types.ts';

/** N_u as a step function: from `levels[k]` up there are `counts[k]` components; 0 below the first. */
export interface CountSteps {
  readonly levels: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
}

export interface ComponentCurveProps {
  readonly counts: CountSteps;
  /** Pixels from the top of a value; of ±∞ too. */
  readonly y: (value: number) => number;
  readonly theme: DrawingTheme;
  readonly width: number;
  readonly height: number;
}

/** N_u across, u upwards, on the scale of the colour bar; and the count at the current u below. Draws inside an SVG. */
export const ComponentCurve = memo(function ComponentCurve(props: ComponentCurveProps) {
  const { counts, y, theme, height } = props;
  const most = mostOf(counts);
  const x = (count: number) => xOfCount(props, count);
  const size = fontSize(theme.scale);
  const ticks = multiplesWithin(0, most, countStep(props, most));
  return (
    <g>
      {ticks.map((count) => (
        <g key={count}>
          <path d={`M${x(count)} 0V${height}`} stroke={theme.gridLine} />
          <text x={x(count)} y={height + size * 1.15} textAnchor="middle">
            {count}
          </text>
        </g>
      ))}
      <path d={stepPath(counts, x, y)} fill="none" stroke={theme.text} strokeWidth={1.8 * theme.scale} />
    </g>
  );
});

/** A round whole number of components between two ticks, so many that their labels stand apart. */
function countStep({ theme, width }: Across, most: number): number {
  const label = String(most).length * 0.64 + 0.5;
  const room = Math.max(1, Math.floor(width / (label * fontSize(theme.scale))));
  const step = Math.max(1, niceStep(most, Math.min(4, room)));
  // 2.5 is no count.
  return step === 2.5 ? 5 : step;
}

type Across = Pick<ComponentCurveProps, 'counts' | 'theme' | 'width'>;

const mostOf = ({ counts }: CountSteps): number => Math.max(1, ...Array.from(counts));

const xOfCount = ({ counts, theme, width }: Across, count: number): number =>
  (count / mostOf(counts)) * (width - 10 * theme.scale);

interface CurrentCountProps extends Across, Pick<ComponentCurveProps, 'y'> {
  readonly level: number;
  /** So many more there are than the curve counts. */
  readonly hidden: number;
  /** Baseline of the words. */
  readonly nameY: number;
}

/** Where the current u stands on the curve, and N_u there in words below it. */
export function CurrentCount(props: CurrentCountProps) {
  const { counts, y, level, hidden, theme, width, nameY } = props;
  const current = countOf(counts, level);
  const size = fontSize(theme.scale);
  return (
    <g pointerEvents="none">
      <circle
        cx={xOfCount(props, current)}
        cy={y(level)}
        r={4.5 * theme.scale}
        fill={theme.text}
        stroke={theme.background}
        strokeWidth={1.5 * theme.scale}
      />
      <text
        {...(hidden > 0 ? { x: width, textAnchor: 'end' } : { x: width / 2, textAnchor: 'middle' })}
        y={nameY}
        data-count={current}
      >
        <tspan fontFamily={mathFonts} fontStyle="italic" fontSize={size * 1.25} fill={theme.text}>
          N
        </tspan>
        <tspan fontFamily={mathFonts} fontStyle="italic" dy="0.25em" fontSize={size * 0.9}>
          u
        </tspan>
        <tspan dy="-0.2em">
          {' '}
          = {current}
          {hidden > 0 && ` + ${hidden} hidden`}
        </tspan>
      </text>
    </g>
  );
}

/** N at a level. */
function countOf({ levels, counts }: CountSteps, level: number): number {
  let count = 0;
  for (let k = 0; k < levels.length && (levels[k] as number) <= level; k++) count = counts[k] as number;
  return count;
}

/** The steps from the bottom of the scale to its top. */
function stepPath({ levels, counts }: CountSteps, x: (count: number) => number, y: (value: number) => number): string {
  let d = `M${x(0)} ${y(Number.NEGATIVE_INFINITY)}`;
  for (let k = 0; k < levels.length; k++) d += `V${y(levels[k] as number)}H${x(counts[k] as number)}`;
  return `${d}V${y(Number.POSITIVE_INFINITY)}`;
}
