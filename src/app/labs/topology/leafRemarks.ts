import { edgeComponents } from '../../../core/topology/sublevelTree.ts';
import type { SublevelAt } from '../../../store/topologyTree.ts';
import type { Topology } from './useTopology.ts';

/**
 * What is said at each minimum of the tree while it is the lowest of its component: whether that is a spurious valley,
 * and whether it meets the edge of the box; empty for nothing.
 * @param isBrief  where there is no room for many words
 */
export function leafRemarks(
  { forest, tree }: Topology,
  level: number,
  { components, spurious }: Pick<SublevelAt, 'components' | 'spurious'>,
  isBrief: boolean,
): string[] {
  const edges = edgeComponents(forest, tree, level, components);
  return Array.from(tree.leaves, (_, leaf) => {
    if (components[leaf] !== leaf) return '';
    const remarks = [
      ...(spurious.has(leaf) ? [isBrief ? 'spurious' : 'spurious valley'] : []),
      ...(edges.has(leaf) && tree.leaves.length > 1 ? ['meets the edge'] : []),
    ];
    return remarks.join(', ');
  });
}
