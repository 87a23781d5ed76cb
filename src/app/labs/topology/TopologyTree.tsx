import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import { formatNumber } from '../../../core/formatNumber.ts';
import { describeDepth, describePlace } from '../../../core/topology/describeSublevels.ts';
import { componentCounts } from '../../../core/topology/mergeTree.ts';
import type { ForestJoin, ForestLeaf, Standing } from '../../../core/topology/SublevelForest.ts';
import { topologyStore } from '../../../store/topologyStore.ts';
import { componentColour } from '../../../views/componentColour.ts';
import { type DrawnBranch, MergeTreeView } from '../../../views/MergeTreeView.tsx';
import { drawingTheme } from '../../theme.ts';
import { useThemeName } from '../../useThemeName.ts';
import { countWords } from './countWords.ts';
import { litBranch } from './litBranch.ts';
import { onLevel } from './topologyHandlers.ts';
import { type Topology, useLevel, useSublevel } from './useTopology.ts';

const STANDINGS: { readonly [S in Standing]: string } = {
  confirmed: 'confirmed',
  edge: 'on the edge of the box',
  unresolved: 'unresolved',
};

interface TopologyTreeProps {
  readonly topology: Topology;
  /** Whether it needs a colour bar of its own: no contour stands beside it. */
  readonly hasBar: boolean;
}

/** The merge tree and N_u, on the vertical scale of the colour bar. */
export function TopologyTree({ topology, hasBar }: TopologyTreeProps) {
  const { tree, scale, style } = topology;
  const level = useLevel(topology);
  const sublevel = useSublevel(topology, level);
  const lit = useStore(topologyStore, (state) => state.branch);
  const branches = useMemo(() => drawnBranches(topology), [topology]);
  const counts = useMemo(() => componentCounts(tree), [tree]);
  const theme = drawingTheme(useThemeName());
  const onBranch = useCallback(
    (branch: number | null) =>
      topologyStore.setState({ branch: branch === null ? null : (tree.leaves[branch] as number) }),
    [tree],
  );
  return (
    <MergeTreeView
      {...{ tree, branches, counts, scale, theme, level, onLevel, hasBar }}
      colours={style.colours}
      meaning={countWords(sublevel)}
      hidden={sublevel.hidden}
      lit={litBranch(tree, lit)}
      onBranch={onBranch}
    />
  );
}

function drawnBranches({ forest, tree }: Topology): DrawnBranch[] {
  return Array.from(tree.leaves, (position, k) => {
    const { x, value, standing } = forest.leaves[position] as ForestLeaf;
    const merge = tree.merges[tree.ends[k] as number];
    const join = merge && (forest.joins[merge.join] as ForestJoin);
    const valley = tree.spurious.find(({ leaf }) => leaf === k);
    const sentences = [
      `Minimum ${k + 1} at ${describePlace(forest, x)}: f = ${formatNumber(value)}, ${STANDINGS[standing]}`,
      merge && join
        ? `joins minimum ${merge.survivor + 1} at u = ${formatNumber(merge.value)}, ${STANDINGS[join.standing]}; persistence ${formatNumber(merge.value - value)}`
        : 'joins none',
      ...(valley ? [`spurious valley, ${describeDepth(valley)}`] : []),
    ];
    return {
      colour: componentColour(k),
      label: `${sentences.join('; ')}.`,
      isMinimumConfirmed: standing === 'confirmed',
      isJoinConfirmed: join?.standing === 'confirmed',
      isSpurious: valley !== undefined,
    };
  });
}
