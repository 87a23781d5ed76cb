import { useStore } from 'zustand';
import { passedAt } from '../../../core/escape/runRace.ts';
import { escapeStore } from '../../../store/escapeStore.ts';
import { StrokeSwatch } from '../../controls/StrokeSwatch.tsx';
import classes from './RaceView.module.css';
import { useRaceIteration, useShownRacers } from './useRace.ts';

/** How many saddles each method has passed by the iteration shown. */
export function RaceCounters() {
  const dimension = useStore(escapeStore, (state) => state.race?.result.dimension ?? 0);
  const racers = useShownRacers();
  const iteration = useRaceIteration();
  return (
    <ul className={classes.counters} aria-label="Saddles passed">
      {racers.map(({ racer, name, stroke }) => {
        const passed = passedAt(racer, iteration);
        return (
          <li key={racer.methodIndex} className={classes.counter}>
            <StrokeSwatch stroke={stroke} />
            <span>
              {name}: passed {passed} of {dimension}
            </span>
            <span aria-hidden="true" className={classes.dots} style={{ color: stroke.colour }}>
              {'●'.repeat(passed)}
              {'○'.repeat(dimension - passed)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
