import { useStore } from 'zustand';
import type { MethodChoice } from '../../../scenario/types.ts';
import { setEscapeLook } from '../../../store/escapeLooks.ts';
import { editEscape, scenarioStore } from '../../../store/scenarioStore.ts';
import { StrokeSwatch } from '../../controls/StrokeSwatch.tsx';
import { methodStroke } from '../../methodStroke.ts';
import { methodName } from '../../views/planeTrajectories.ts';
import classes from './EscapeLab.module.css';

/** Which line is which method's; a press hides or shows it. */
export function EscapeKey() {
  const methods = useStore(scenarioStore, (state) => state.escape.experiment.methods);
  return <MethodToggles methods={methods} onShow={onShow} />;
}

const onShow = (index: number, visible: boolean) =>
  editEscape(setEscapeLook(index, { visible: visible ? undefined : false }));

interface MethodTogglesProps {
  readonly methods: readonly MethodChoice[];
  readonly onShow: (index: number, visible: boolean) => void;
}

/** The methods with their lines, to show and to hide. */
export function MethodToggles({ methods, onShow }: MethodTogglesProps) {
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
            onClick={() => onShow(index, !visible)}
          >
            <StrokeSwatch stroke={methodStroke(method, index)} /> {methodName(method)}
          </button>
        );
      })}
    </fieldset>
  );
}
