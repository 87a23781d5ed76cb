import type { LevelCount } from '../../../core/topology/sublevelTree.ts';

/** "3 components, 1 spurious". */
export function countWords({ count, spurious }: Pick<LevelCount, 'count' | 'spurious'>): string {
  return `${count} ${count === 1 ? 'component' : 'components'}${spurious > 0 ? `, ${spurious} spurious` : ''}`;
}
