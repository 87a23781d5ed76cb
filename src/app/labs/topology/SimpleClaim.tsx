import { memo } from 'react';
import { describeGrid, describeMissed } from '../../../core/topology/describeSublevels.ts';
import { treeOf } from '../../../store/topologyTree.ts';
import classes from './TopologyLab.module.css';
import type { Topology } from './useTopology.ts';

/** Whether N_u = 1 for every u, which a grid supports or contradicts and never proves. */
export const SimpleClaim = memo(function SimpleClaim({ topology: { forest, tree } }: { readonly topology: Topology }) {
  const { isSimple } = tree;
  const most = isSimple || forest.missed > 0 ? '' : `, Nᵤ reaches ${mostComponents(treeOf(forest, null))}`;
  return (
    <p className={classes.claim} data-testid="simple" style={{ margin: 0 }}>
      Simple (Nᵤ = 1 for every u): <span className={classes.verdict}>{isSimple ? 'supported' : 'contradicted'}</span> on{' '}
      {describeGrid(forest)}
      {most}. {describeMissed(forest)}
    </p>
  );
});

function mostComponents({ births, deaths }: Topology['tree']): number {
  let most = 0;
  for (const birth of births) {
    let count = 0;
    for (let k = 0; k < births.length; k++) {
      if ((births[k] as number) <= birth && birth < (deaths[k] as number)) count++;
    }
    most = Math.max(most, count);
  }
  return most;
}
