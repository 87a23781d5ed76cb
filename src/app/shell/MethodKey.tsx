import { useStore } from 'zustand';
import { scenarioStore } from '../../store/scenarioStore.ts';
import { StrokeSwatch } from '../controls/StrokeSwatch.tsx';
import { methodStroke } from '../methodStroke.ts';
import { methodName } from '../views/planeTrajectories.ts';
import classes from './MethodKey.module.css';

/** Which line is which method's, where the panel that lists them is not shown. */
export function MethodKey() {
  const methods = useStore(scenarioStore, (state) => state.scenario.experiment.methods);
  const shown = methods.map((choice, index) => ({ choice, index })).filter(({ choice }) => choice.visible !== false);
  if (shown.length === 0) return null;
  return (
    <ul className={classes.key} aria-label="Methods">
      {shown.map(({ choice, index }) => (
        // A method has no other identity than its place.
        <li key={`${index}-${choice.id}`} className={classes.method}>
          <StrokeSwatch stroke={methodStroke(choice, index)} /> {methodName(choice)}
        </li>
      ))}
    </ul>
  );
}
