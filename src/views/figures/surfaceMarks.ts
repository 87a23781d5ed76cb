import { ink, paper } from '../palette.ts';
import type { LandscapeContent, PlaneMark } from '../types.ts';
import type { Figure } from './Figure.ts';
import { type SpacePoint, type SurfacePlace, surfaceIterate, surfacePoint } from './surfaceLines.ts';

const spaceMarkers = {
  circle: 'circle',
  square: 'square',
  diamond: 'diamond',
  triangle: 'diamond-open',
  cross: 'cross',
  star: 'x',
} as const;

interface SpaceMark {
  readonly at: SpacePoint;
  readonly colour: string;
  readonly outline: string;
  readonly symbol: string;
  readonly size: number;
  /** Written on the mark. */
  readonly text: string;
}

/** Height of marks above the lines, so that the slope in front of them does not cut them. */
const MARK_LIFT = 0.035;
/** The numbers stand a hair before their marks. */
const TEXT_LIFT = 0.006;

/** What stands on the mark of a critical point; the same shapes as on the contour. */
const glyphs: Readonly<Record<PlaneMark['type'], string>> = {
  minimum: '●',
  saddle: '✕',
  maximum: '▲',
  degenerate: '◌',
};

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
const subscript = (index: number): string => [...String(index)].map((digit) => SUBSCRIPTS[Number(digit)]).join('');

function criticalMarks({ marks = [] }: LandscapeContent, place: SurfacePlace): SpaceMark[] {
  return marks.flatMap(({ position, type, index }) => {
    const at = surfacePoint(position, place);
    const text = `${glyphs[type]}${index === undefined ? '' : subscript(index)}`;
    return at ? [{ at, colour: paper, outline: ink, symbol: 'circle', size: index === undefined ? 11 : 15, text }] : [];
  });
}

/** Critical points, numbered starts, current iterates and the highlighted one, and over them the numbers. */
export function surfaceMarkTraces(content: LandscapeContent, place: SurfacePlace): Figure['data'] {
  const marks = [...criticalMarks(content, place), ...startMarks(content, place), ...iterateMarks(content, place)];
  const { scale } = content.theme;
  const trace = (list: readonly SpaceMark[], lift: number) => ({
    type: 'scatter3d',
    x: list.map(({ at }) => at[0]),
    y: list.map(({ at }) => at[1]),
    z: list.map(({ at }) => at[2] + lift),
    hoverinfo: 'skip',
  });
  const numbered = marks.filter(({ text }) => text !== '');
  return [
    {
      ...trace(marks, MARK_LIFT),
      mode: 'markers',
      marker: {
        color: marks.map(({ colour }) => colour),
        symbol: marks.map(({ symbol }) => symbol),
        size: marks.map(({ size }) => size * scale),
        line: { color: marks.map(({ outline }) => outline), width: 2 },
        opacity: 1,
      },
    },
    {
      ...trace(numbered, MARK_LIFT + TEXT_LIFT),
      mode: 'text',
      text: numbered.map(({ text }) => text),
      textposition: 'middle center',
      textfont: { size: 12 * scale, color: numbered.map(({ outline }) => outline) },
    },
  ];
}

function startMarks({ starts, selectedStart }: LandscapeContent, place: SurfacePlace): SpaceMark[] {
  return starts.flatMap((start, index) => {
    const at = surfacePoint(start.position, place);
    const [colour, outline] = index === selectedStart ? [ink, paper] : [paper, ink];
    const text = /\d{1,2}$/.exec(start.label)?.[0] ?? '';
    return at ? [{ at, colour, outline, symbol: 'circle', size: 16, text }] : [];
  });
}

function iterateMarks({ trajectories, position, highlighted }: LandscapeContent, place: SurfacePlace): SpaceMark[] {
  return trajectories.flatMap((trajectory) => {
    const marks: SpaceMark[] = [];
    const { colour, marker } = trajectory.stroke;
    const look = { colour, outline: paper, text: '' };
    const current = position === null ? null : surfaceIterate(trajectory, position, place);
    if (current) marks.push({ ...look, at: current, symbol: spaceMarkers[marker], size: 14 });
    const lit = highlighted?.trajectoryId === trajectory.id ? highlighted.iteration : null;
    const litAt = lit === null ? null : surfaceIterate(trajectory, lit, place);
    if (litAt) marks.push({ ...look, at: litAt, symbol: 'circle', size: 17 });
    return marks;
  });
}
