import { Button } from '@mantine/core';
import type { ForestLeaf } from '../../../core/topology/SublevelForest.ts';
import { editTopology } from '../../../store/scenarioStore.ts';
import { setTopology } from '../../../store/topologyEdits.ts';
import type { Topology } from './useTopology.ts';

interface AskBarrierProps {
  readonly topology: Topology;
  readonly size: 'compact-xs' | 'compact-sm';
}

/** Asks for the barrier between two points that anybody might ask about. */
export function AskBarrier({ topology: { forest, tree }, size }: AskBarrierProps) {
  const minimum = (leaf: number) => [...(forest.leaves[tree.leaves[leaf] as number] as ForestLeaf).x];
  const hasTwo = tree.leaves.length > 1;
  const onClick = () => editTopology(setTopology({ between: [minimum(0), hasTwo ? minimum(1) : corner(forest)] }));
  return (
    <Button {...{ size, onClick }} variant="default">
      {hasTwo ? 'Between the two lowest minima' : 'Between the minimum and a corner'}
    </Button>
  );
}

/** The corner of the box where every variable is least. */
const corner = ({ axes }: Topology['forest']): number[] => axes.map((axis) => axis[0] as number);
