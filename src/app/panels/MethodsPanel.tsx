import { useStore } from 'zustand';
import { LIMITS } from '../../scenario/limits.ts';
import type { MethodChoice } from '../../scenario/types.ts';
import { addMethod } from '../../store/edits.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { edit, scenarioStore } from '../../store/scenarioStore.ts';
import { AddMethod } from './AddMethod.tsx';
import type { MethodActions } from './MethodDetails.tsx';
import { MethodRow } from './MethodRow.tsx';
import classes from './MethodsPanel.module.css';
import { Section } from './Section.tsx';

export interface MethodsPanelProps extends MethodActions {}

/** The methods that run from every start. `onLargestStableStep` and `onEstimateConstants` should be stable. */
export function MethodsPanel({ onLargestStableStep, onEstimateConstants }: MethodsPanelProps) {
  const chosen = useStore(scenarioStore, (state) => state.scenario.experiment.methods);
  const dimension = useStore(resultsStore, (state) => state.landscape?.dimension ?? 2);
  const full = chosen.length >= LIMITS.methods;
  return (
    <Section title="Methods" summary={`${chosen.length}`} actions={<AddMethod disabled={full} onAdd={onAdd} />}>
      <ul className={classes.list}>
        {chosen.map((choice, index) => (
          <MethodRow
            // The list has no other identity than its order, and rows keep no state worth moving with them.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={`${index}-${choice.id}`}
            choice={choice}
            index={index}
            dimension={dimension}
            full={full}
            onLargestStableStep={onLargestStableStep}
            onEstimateConstants={onEstimateConstants}
          />
        ))}
      </ul>
      {chosen.length === 0 && <p className={classes.empty}>No method yet: add one to see trajectories.</p>}
    </Section>
  );
}

const onAdd = (choice: MethodChoice) => edit(addMethod(choice));
