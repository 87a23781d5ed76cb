import { useStore } from 'zustand';
import { setEscapeLook } from '../../../store/escapeLooks.ts';
import { editEscape, scenarioStore } from '../../../store/scenarioStore.ts';
import { StrokeSwatch } from '../../controls/StrokeSwatch.tsx';
import { methodStroke } from '../../methodStroke.ts';
import { methodName } from '../../views/planeTrajectories.ts';
import classes from './EscapeLab.module.css';

/** Which line is which method's; a press hides or shows it. */
export function EscapeKey() {
  const methods = useStore(scenarioStore, (state) => state.escape.experiment.methods);
  return (
    <fieldset className={classes.toggles} aria-label="Methods shown">
      {methods.map((method, index) => {
        const visible = method.visible !== false;
        return (
          <button
            // A method has no other identity than its place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={`${index}-${method.id}`}
            type="button"
            className={classes.toggle}
            aria-pressed={visible}
            onClick={() => editEscape(setEscapeLook(index, { visible: visible ? false : undefined }))}
          >
            <StrokeSwatch stroke={methodStroke(method, index)} /> {methodName(method)}
          </button>
        );
      })}
    </fieldset>
  );
}
