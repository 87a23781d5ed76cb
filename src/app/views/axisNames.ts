import { subscript } from '../../core/formatNumber.ts';
import type { SectionChoice } from '../../scenario/types.ts';

const names: {
  readonly [K in SectionChoice['kind']]: (
    choice: SectionChoice & { readonly kind: K },
    variables: readonly string[],
  ) => [string, string];
} = {
  coordinates: ({ axes }, variables) => [variables[axes[0]] ?? '?', variables[axes[1]] ?? '?'],
  eigenvectors: ({ indices }) => [`v${subscript(indices[0] + 1)}`, `v${subscript(indices[1] + 1)}`],
  principal: () => ['PC 1', 'PC 2'],
  points: () => ['from A towards B', 'towards C'],
  random: () => ['random direction 1', 'random direction 2'],
};

/** What the two axes of the visible plane are called; of one variable, x and f. */
export function axisNames(choice: SectionChoice | undefined, variables: readonly string[]): [string, string] {
  if (variables.length === 1) return [variables[0] ?? 'x', 'f'];
  const shown = choice ?? { kind: 'coordinates', axes: [0, 1] };
  const name = names[shown.kind] as (choice: SectionChoice, variables: readonly string[]) => [string, string];
  return name(shown, variables);
}
