import { Button } from '@mantine/core';
import { formatNumber } from '../../../core/formatNumber.ts';
import { describePlace } from '../../../core/topology/describeSublevels.ts';
import { isInBox } from '../../../core/topology/SublevelForest.ts';
import type { Barrier } from '../../../core/topology/sublevelTree.ts';
import { setView } from '../../../store/edits.ts';
import { edit, editTopology } from '../../../store/scenarioStore.ts';
import { setTopology } from '../../../store/topologyEdits.ts';
import { AskBarrier } from './AskBarrier.tsx';
import classes from './BarrierLine.module.css';
import { endsOf } from './barrierEnds.ts';
import { type Topology, useBarrier, useTopologySetting, useUnvalued } from './useTopology.ts';

interface BarrierLineProps {
  readonly topology: Topology;
  /** Whether the picture takes points: contour and graph do, pictures in space do not. */
  readonly takesPoints: boolean;
}

/** What is known of the barrier between two points, and how to ask for it. */
export function BarrierLine({ topology, takesPoints }: BarrierLineProps) {
  const between = useTopologySetting('between');
  const barrier = useBarrier(topology);
  const unvalued = useUnvalued(topology);
  const [a, b] = between ?? [];
  const isOne = endsOf(between).length === 1;
  const hasContour = topology.forest.axes.length === 2;
  const sentence =
    !a || !b || isOne
      ? howToAsk(isOne, takesPoints, hasContour)
      : barrier
        ? describeBarrier(topology, barrier)
        : describeOutside(topology, a, b) || unvalued;
  const isWanting = (!a || isOne) && !takesPoints;
  return (
    <div className={classes.row}>
      <p className={classes.words} data-testid="barrier" aria-live="polite">
        {sentence}
      </p>
      {isWanting && hasContour && (
        <Button size="compact-xs" variant="default" onClick={() => edit(setView({ layout: 'contour' }))}>
          Show the contour
        </Button>
      )}
      {isWanting && !a && !hasContour && <AskBarrier topology={topology} size="compact-xs" />}
      {a && (
        <Button size="compact-xs" variant="default" onClick={() => editTopology(setTopology({ between: undefined }))}>
          Clear the points
        </Button>
      )}
    </div>
  );
}

/** How points are given in the picture that is shown. @param isOne  whether there is one already */
function howToAsk(isOne: boolean, takesPoints: boolean, hasContour: boolean): string {
  const what = isOne ? 'a second point' : 'two points';
  const purpose = `to ask for the barrier between ${isOne ? 'the two' : 'them'}`;
  if (takesPoints) return `Click ${what} ${purpose}.`;
  if (hasContour) return `Click ${what} on the contour ${purpose}.`;
  return isOne ? `Type ${what} under Barrier ${purpose}.` : `Type ${what} under Barrier, or take these:`;
}

/** Which of two points lie outside of the box. */
function describeOutside({ forest }: Topology, a: readonly number[], b: readonly number[]): string {
  const outside = [...(isInBox(forest, a) ? [] : ['A']), ...(isInBox(forest, b) ? [] : ['B'])];
  if (outside.length === 0) return '';
  const points = outside.length === 1 ? `Point ${outside[0]} lies` : 'Both points lie';
  return `${points} outside of the box, where the grid tells nothing: widen the box or move ${outside.length === 1 ? 'it' : 'them'}.`;
}

/** The barrier in a sentence. */
function describeBarrier({ forest }: Topology, { level, pass }: Barrier): string {
  if (level === Number.POSITIVE_INFINITY)
    return 'The two points never share a component in this box, at this resolution.';
  if (!pass)
    return `The two points share a component from u = ${formatNumber(level)} on: the higher of them is the highest on the way.`;
  const standing =
    pass.standing === 'confirmed'
      ? 'a confirmed saddle'
      : `${pass.standing === 'edge' ? 'on the edge of the box' : 'unresolved'}, a value of the grid`;
  return `The two points share a component from u = ${formatNumber(level, 6)} on; the pass is at ${describePlace(forest, pass.x)}, ${standing}.`;
}
