import { useId } from 'react';
import { texOfName } from '../../core/formula/tex.ts';
import type { Box, BoxParam } from '../../core/params.ts';
import { Typeset } from '../typeset/Typeset.tsx';
import classes from './BoxControl.module.css';
import { ControlLabel } from './ControlLabel.tsx';
import { LoneNumberField } from './NumberField.tsx';
import { checkNumber, digitsApart } from './numberText.ts';
import type { ControlProps } from './ParamControl.tsx';

const FREE = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };

/** One interval per variable, each end typed. */
export function BoxControl({ name, spec, value, handlers, variables }: ControlProps<BoxParam>) {
  const meaningId = useId();
  const box = value as Box;
  const setEnd = (row: number, end: 0 | 1, typed: number) => {
    const changed = box.map(([low, high], i): [number, number] =>
      i !== row ? [low, high] : end === 0 ? [typed, high] : [low, typed],
    );
    handlers.set({ [name]: changed });
  };
  return (
    <fieldset className={classes.box} aria-label={spec.label}>
      <ControlLabel label={spec.label} meaning={spec.meaning} meaningId={meaningId} />
      <div className={classes.rows}>
        {box.map(([low, high], row) => {
          const variable = variables?.[row] ?? `x${row + 1}`;
          return (
            <div className={classes.row} key={variable}>
              <LoneNumberField
                label={`${variable} from`}
                value={low}
                digits={digitsApart(low, high)}
                read={(text) => checkNumber(text, { ...FREE, max: high, maxExcluded: true })}
                onCommit={(typed) => setEnd(row, 0, typed)}
                describedBy={meaningId}
              />
              <span className={classes.variable}>
                ≤ <Typeset tex={texOfName(variable)} plain={variable} /> ≤
              </span>
              <LoneNumberField
                label={`${variable} to`}
                value={high}
                digits={digitsApart(low, high)}
                read={(text) => checkNumber(text, { ...FREE, min: low, minExcluded: true })}
                onCommit={(typed) => setEnd(row, 1, typed)}
                describedBy={meaningId}
              />
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
