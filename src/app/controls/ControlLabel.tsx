import { Tooltip } from '@mantine/core';
import { Typeset } from '../typeset/Typeset.tsx';
import classes from './controls.module.css';

interface ControlLabelProps {
  readonly label: string;
  /** TeX; left out where the control has no symbol. */
  readonly symbol?: string | undefined;
  /** One sentence, shown over the label and read out with the control. */
  readonly meaning: string;
  /** The labelled control. */
  readonly htmlFor?: string | undefined;
  /** Id of the hidden sentence, for `aria-describedby`. */
  readonly meaningId: string;
}

/** Name, symbol and meaning of a control. */
export function ControlLabel({ label, symbol, meaning, htmlFor, meaningId }: ControlLabelProps) {
  const name = (
    <>
      {label}
      {symbol && (
        <span className={classes.symbol} aria-hidden="true">
          <Typeset tex={symbol} plain="" />
        </span>
      )}
    </>
  );
  return (
    <>
      <Tooltip label={meaning} multiline maw="16rem" openDelay={350} events={{ hover: true, focus: true, touch: true }}>
        {htmlFor ? (
          <label className={classes.label} htmlFor={htmlFor}>
            {name}
          </label>
        ) : (
          <span className={classes.label}>{name}</span>
        )}
      </Tooltip>
      <span id={meaningId} hidden>
        {meaning}
      </span>
    </>
  );
}
