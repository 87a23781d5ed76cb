import type { Box } from '../core/params.ts';
import type { PreparedLandscape } from '../scenario/prepare.ts';
import type { ViewChoice } from '../scenario/types.ts';

type Visible = { readonly [K in 'box' | 'section']?: ViewChoice[K] | undefined };

/**
 * The box of the plane that the views show, two intervals: the scenario's own, else the landscape's domain (in a
 * plane along coordinates), else a square as wide as the widest interval of the domain.
 */
export function visibleBox({ box, section }: Visible, landscape: PreparedLandscape): Box {
  if (box) return box;
  const { domain, dimension } = landscape;
  const [i, j] = section?.kind === 'coordinates' ? section.axes : [0, 1];
  if (dimension > 1 && (section ?? { kind: 'coordinates' }).kind === 'coordinates') {
    return [domain[i] as Box[number], domain[j] as Box[number]];
  }
  const widest = Math.max(...domain.map(([low, high]) => high - low));
  return [
    [-widest / 2, widest / 2],
    [-widest / 2, widest / 2],
  ];
}
