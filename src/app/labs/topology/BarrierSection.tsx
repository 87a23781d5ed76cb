import { Button } from '@mantine/core';
import { formatNumber } from '../../../core/formatNumber.ts';
import { editTopology } from '../../../store/scenarioStore.ts';
import { setTopology } from '../../../store/topologyEdits.ts';
import { VectorField } from '../../controls/VectorField.tsx';
import { Section } from '../../panels/Section.tsx';
import panels from '../escape/EscapePanels.module.css';
import { AskBarrier } from './AskBarrier.tsx';
import classes from './BarrierSection.module.css';
import { type Topology, useBarrier, useTopologySetting } from './useTopology.ts';

/** Two points and the lowest level at which they share a component. */
export function BarrierSection({ topology }: { readonly topology: Topology }) {
  const between = useTopologySetting('between');
  const barrier = useBarrier(topology);
  const isJoined = barrier !== null && barrier.level < Number.POSITIVE_INFINITY;
  const [a, b] = between ?? [];
  const ask = (ends: readonly (readonly number[])[] | undefined) => editTopology(setTopology({ between: ends }));
  return (
    <Section
      title="Barrier"
      startsOpen={between !== undefined}
      summary={barrier ? (isJoined ? `u = ${formatNumber(barrier.level)}` : 'none') : 'between two points'}
    >
      {a && b ? (
        <>
          <div className={classes.end}>
            <span aria-hidden="true">A</span>
            <VectorField label="Point A" value={a} onCommit={(x) => ask([x, b])} />
          </div>
          <div className={classes.end}>
            <span aria-hidden="true">B</span>
            <VectorField label="Point B" value={b} onCommit={(x) => ask([a, x])} />
          </div>
          {barrier && (
            <p className={panels.about}>
              {isJoined
                ? `They share a component from u = ${formatNumber(barrier.level, 6)} on.`
                : 'They never share a component in this box, at this resolution.'}
            </p>
          )}
        </>
      ) : (
        <p className={panels.about}>The lowest u at which two points share a component.</p>
      )}
      <div className={panels.chips}>
        <AskBarrier topology={topology} size="compact-sm" />
        <Button size="compact-sm" variant="default" disabled={!between} onClick={() => ask(undefined)}>
          Clear
        </Button>
      </div>
    </Section>
  );
}
