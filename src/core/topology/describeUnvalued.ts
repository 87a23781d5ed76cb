import { nearestVertex, type SublevelForest } from './SublevelForest.ts';

/**
 * Why the grid tells of no barrier between two points of the box, A and B, that are in no sublevel set, and what to
 * change: f has no finite value at them, or none at their nearest vertices. +∞ is above every level; −∞ is a value.
 * @param values  of f at the two points
 * @returns empty where both have one
 */
export function describeUnvalued(
  forest: Pick<SublevelForest, 'axes' | 'values' | 'labels'>,
  ends: readonly [ArrayLike<number>, ArrayLike<number>],
  values: readonly [number, number],
): string {
  const unvalued = NAMES.filter((_, i) => !((values[i] as number) < Number.POSITIVE_INFINITY));
  const unseen = NAMES.filter(
    (name, i) =>
      !unvalued.includes(name) && (forest.labels[nearestVertex(forest, ends[i] as ArrayLike<number>)] as number) < 0,
  );
  return [
    ...(unvalued.length > 0
      ? [
          `f has no finite value at ${unvalued.join(' and ')}, so no sublevel set holds ${pronoun(unvalued)}: move ${pronoun(unvalued)} to where f has one.`,
        ]
      : []),
    ...(unseen.length > 0
      ? [
          `f has no finite value at the grid point nearest to ${unseen.join(' and to ')}: move ${pronoun(unseen)}, or raise the resolution.`,
        ]
      : []),
  ].join(' ');
}

const NAMES = ['A', 'B'] as const;

const pronoun = ({ length }: readonly string[]): string => (length === 1 ? 'it' : 'them');
