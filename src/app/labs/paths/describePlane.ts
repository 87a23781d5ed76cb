import { formatNumber } from '../../../core/formatNumber.ts';
import { project, type Section } from '../../../core/objective/section.ts';
import { pathLength } from '../../../core/paths/beads.ts';
import type { SectionChoice } from '../../../scenario/types.ts';

/** What a plane through more than two variables is: where it lies, without the number of dimensions. */
const PLANES: {
  readonly [K in SectionChoice['kind']]: (
    choice: SectionChoice & { readonly kind: K },
    variables: readonly string[],
  ) => string;
} = {
  coordinates: ({ axes: [i, j] }, variables) => `along ${variables[i] ?? '?'} and ${variables[j] ?? '?'}`,
  eigenvectors: () => 'along two eigenvectors of the Hessian',
  principal: () => 'of the principal components of the Descent lab’s trajectories',
  points: ({ at: [, b, c] }) => `through both ends${isSame(b, c) ? '' : ' and the path’s highest point'}`,
  random: () => 'along two random directions',
};

/** Distances below this share of that of the ends are rounding. */
const ROUNDING = 1e-9;

/**
 * What a plane through n > 2 variables shows of the ends and the path, and how far from it they are.
 * @param ends  of n coordinates each
 * @param beads  m·n, both ends included; null where there is no path
 */
export function describePlane(
  section: Section,
  choice: SectionChoice,
  variables: readonly string[],
  ends: readonly (readonly number[])[],
  beads: Float64Array | null,
): string {
  const n = section.origin.length;
  const name = PLANES[choice.kind] as (choice: SectionChoice, variables: readonly string[]) => string;
  const plane = `Plane in ${n} dimensions, ${name(choice, variables)}`;
  const both = Float64Array.from(ends.flat());
  const [first = 0, second = 0] = project(section, both).distances;
  const isThroughEnds = Math.max(first, second) <= ROUNDING * pathLength(both, n);
  const far = isThroughEnds
    ? ''
    : `: ends and path are only projected onto it. End 1 lies ${formatNumber(first, 3)} from it, End 2 ${formatNumber(second, 3)}`;
  const drawn = 'What is drawn around them is f in the plane';
  if (!beads) return `${plane}${far}. ${drawn}.`;
  const leaves = project(section, beads).distances.reduce((a, b) => Math.max(a, b), 0);
  const length = pathLength(beads, n);
  if (leaves <= ROUNDING * length) return `${plane}, in which the path lies. ${drawn}.`;
  const share = (100 * leaves) / length;
  const path = `the path ${isThroughEnds ? 'leaves it by' : 'is'} up to ${formatNumber(leaves, 3)}${
    isThroughEnds ? '' : ' away'
  }, ${formatNumber(share, 2)} % of its length`;
  return `${plane}${far}${isThroughEnds ? ':' : ','} ${path}. ${drawn}; the curve of f is that of the path itself.`;
}

/** What the axes of the plane through both ends are called. */
export const endsAxes = ({ at: [, b, c] }: SectionChoice & { readonly kind: 'points' }): [string, string] => [
  'from End 1 towards End 2',
  isSame(b, c) ? 'across' : 'towards the highest point',
];

const isSame = (a: readonly number[], b: readonly number[]): boolean => a.join() === b.join();
