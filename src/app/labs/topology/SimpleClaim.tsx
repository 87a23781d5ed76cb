import { memo } from 'react';
import { describeGrid, describeMissed } from '../../../core/topology/describeSublevels.ts';
import { componentCounts } from '../../../core/topology/mergeTree.ts';
import { treeOf } from '../../../store/topologyTree.ts';
import classes from './TopologyLab.module.css';
import type { Topology } from './useTopology.ts';

/** Whether N_u = 1 for every u, which a grid supports or contradicts and never proves. */
export const SimpleClaim = memo(function SimpleClaim({ topology: { forest, tree } }: { readonly topology: Topology }) {
  const { isSimple } = tree;
  const verdict = isSimple === null ? 'undecided' : isSimple ? 'supported' : 'contradicted';
  const most = Math.max(...componentCounts(treeOf(forest, null)).counts);
  return (
    <p className={classes.claim} data-testid="simple" style={{ margin: 0 }}>
      Simple (Nᵤ = 1 for every u): <span className={classes.verdict}>{verdict}</span> on {describeGrid(forest)}
      {isSimple === null && ', which cannot tell minima from its sampling error'}
      {most > 1 && `, Nᵤ reaches ${most}`}. {describeMissed(forest)}
    </p>
  );
});
