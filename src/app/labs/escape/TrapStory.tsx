import { useMemo } from 'react';
import { useStore } from 'zustand';
import { describeTrap } from '../../../core/escape/describeTrap.ts';
import { isPlainDescent } from '../../../core/escape/runEscape.ts';
import { escapeMethodOf, withEscapeDefaults } from '../../../scenario/experiments/escapeMethods.ts';
import { octopusOf } from '../../../store/escapeEdits.ts';
import { escapeStore } from '../../../store/escapeStore.ts';
import classes from './RaceView.module.css';

/** The story of the numbers that no double holds, told with those of the race. */
export function TrapStory() {
  const found = useStore(escapeStore, (state) => state.race);
  const story = useMemo(() => {
    if (!found) return [];
    const { racers, dimension, standstill } = found.result;
    const shape = octopusOf(found.of);
    const methods = found.of.experiment.methods.map((choice) =>
      escapeMethodOf(withEscapeDefaults(choice, shape, { dimension })),
    );
    const method = methods.find(isPlainDescent);
    const plain = method && racers.find(({ methodIndex }) => methods[methodIndex] === method);
    if (!plain) return [];
    return describeTrap(plain, dimension, Math.abs(1 - 2 * method.stepSize * shape.L), standstill);
  }, [found]);
  if (story.length === 0) return null;
  return (
    <details className={classes.story} open data-testid="trap">
      <summary>Why doubles are not enough</summary>
      <p>{story.join(' ')}</p>
    </details>
  );
}
