import type { Objective } from '../core/objective/Objective.ts';
import { pointsSection, project } from '../core/objective/section.ts';
import type { Box } from '../core/params.ts';
import type { PreparedLandscape } from '../scenario/prepare.ts';
import type { SectionChoice, ViewChoice } from '../scenario/types.ts';

type Visible = { readonly [K in 'box' | 'section']?: ViewChoice[K] | undefined };

const FIRST_AXES = { kind: 'coordinates', axes: [0, 1] } as const;

/** Points at which a function of one variable is sampled for its vertical range. */
const SAMPLES = 241;

/**
 * The box of the plane that the views show, two intervals: the scenario's own, else the landscape's domain (in a
 * plane along coordinates), else what the trajectories take up in the plane, else a square as wide as the widest
 * interval of the domain. Of one variable: the domain, and the range of f over it with a little room.
 * @param objective  of one variable it is asked for its range; null where it is not on this thread
 * @param extent  box around the trajectories in the plane, where it is known
 */
export function visibleBox(
  { box, section }: Visible,
  { domain, dimension }: Pick<PreparedLandscape, 'domain' | 'dimension'>,
  objective: Objective | null,
  extent: Box | null,
): Box {
  if (box) return box;
  if (dimension === 1) {
    return [domain[0] as Box[number], objective ? rangeOver(objective, domain[0] as Box[number]) : [-1, 1]];
  }
  const choice = section ?? FIRST_AXES;
  if (choice.kind === 'coordinates') {
    // A scenario comes before its landscape has been compiled; the one before may have fewer variables.
    const { axes } = choice.axes.every((axis) => axis < dimension) ? choice : FIRST_AXES;
    return axes.map((axis) => domain[axis] as Box[number]);
  }
  if (extent) return extent;
  if (choice.kind === 'points') return boxAround(choice.at);
  const widest = Math.max(...domain.map(([low, high]) => high - low));
  return [
    [-widest / 2, widest / 2],
    [-widest / 2, widest / 2],
  ];
}

/** A square box of the plane through three points around them, with a fifth of room on every side. */
function boxAround(at: (SectionChoice & { readonly kind: 'points' })['at']): Box {
  const [a, b, c] = at.map((point) => Float64Array.from(point)) as [Float64Array, Float64Array, Float64Array];
  const { coordinates } = project(pointsSection(a, b, c), Float64Array.of(...a, ...b, ...c));
  const sides = [0, 1].map((k) => {
    const places = [0, 1, 2].map((p) => coordinates[2 * p + k] as number);
    return [Math.min(...places), Math.max(...places)] as const;
  });
  const half = 0.7 * Math.max(...sides.map(([low, high]) => high - low)) || 1;
  return sides.map(([low, high]) => [(low + high) / 2 - half, (low + high) / 2 + half] as const);
}

function rangeOver(f: Objective, [low, high]: Box[number]): Box[number] {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < SAMPLES; i++) {
    const value = f.value(Float64Array.of(low + ((high - low) * i) / (SAMPLES - 1)));
    if (!Number.isFinite(value)) continue;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  if (!(min <= max)) return [-1, 1];
  const room = 0.06 * (max - min) || Math.max(1, Math.abs(max)) * 0.5;
  return [min - room, max + room];
}
