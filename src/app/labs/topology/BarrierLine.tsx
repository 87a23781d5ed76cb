import { Button } from '@mantine/core';
import { formatNumber, formatPoint } from '../../../core/formatNumber.ts';
import { isInBox } from '../../../core/topology/SublevelForest.ts';
import type { Barrier } from '../../../core/topology/sublevelTree.ts';
import { editTopology } from '../../../store/scenarioStore.ts';
import { setTopology } from '../../../store/topologyEdits.ts';
import classes from './BarrierLine.module.css';
import { type Topology, useBarrier, useTopologySetting } from './useTopology.ts';

/** What is known of the barrier between two points, and how to ask for it. */
export function BarrierLine({ topology }: { readonly topology: Topology }) {
  const between = useTopologySetting('between');
  const barrier = useBarrier(topology);
  const [a, b] = between ?? [];
  const isOne = a && b && a.every((coordinate, i) => coordinate === b[i]);
  if (topology.forest.axes.length > 2 && !a) return null;
  const sentence =
    !a || !b
      ? 'Click two points to ask for the barrier between them.'
      : isOne
        ? 'Click a second point to ask for the barrier between the two.'
        : barrier
          ? describeBarrier(barrier)
          : describeOutside(topology, a, b);
  return (
    <div className={classes.row}>
      <p className={classes.words} data-testid="barrier" aria-live="polite">
        {sentence}
      </p>
      {a && (
        <Button size="compact-xs" variant="default" onClick={() => editTopology(setTopology({ between: undefined }))}>
          Clear the points
        </Button>
      )}
    </div>
  );
}

/** Which of two points lie outside of the box. */
function describeOutside({ forest }: Topology, a: readonly number[], b: readonly number[]): string {
  const outside = [...(isInBox(forest, a) ? [] : ['A']), ...(isInBox(forest, b) ? [] : ['B'])];
  if (outside.length === 0) return '';
  const points = outside.length === 1 ? `Point ${outside[0]} lies` : 'Both points lie';
  return `${points} outside of the box, where the grid tells nothing: widen the box or move ${outside.length === 1 ? 'it' : 'them'}.`;
}

/** The barrier in a sentence. */
function describeBarrier({ level, pass }: Barrier): string {
  if (level === Number.POSITIVE_INFINITY)
    return 'The two points never share a component in this box, at this resolution.';
  if (!pass)
    return `The two points share a component from u = ${formatNumber(level)} on: the higher of them is the highest on the way.`;
  const standing =
    pass.standing === 'confirmed'
      ? 'a confirmed saddle'
      : `${pass.standing === 'edge' ? 'on the edge of the box' : 'unresolved'}, a value of the grid`;
  return `The two points share a component from u = ${formatNumber(level, 6)} on; the pass is at ${formatPoint(pass.x)}, ${standing}.`;
}
