import { useMemo } from 'react';
import type { ParamSpecs, Params, ParamValue } from '../../core/params.ts';
import { resolveParams } from '../../core/resolveParams.ts';
import classes from './controls.module.css';
import type { ParamHandlers } from './handlers.ts';
import { ParamControl } from './ParamControl.tsx';

interface ParamListProps {
  readonly specs: ParamSpecs;
  /** What the user set; the rest is resolved. */
  readonly given: Params;
  /** Number of variables of the landscape, on which defaults may depend. */
  readonly dimension: number;
  readonly handlers: ParamHandlers;
}

/** The controls of all declared parameters that have an effect, in the order of declaration. */
export function ParamList({ specs, given, dimension, handlers }: ParamListProps) {
  const values = useMemo(() => resolveParams(specs, known(specs, given), { dimension }), [specs, given, dimension]);
  const shown = Object.entries(specs).filter(
    ([, { onlyWith }]) => !onlyWith || values[onlyWith.param] === onlyWith.value,
  );
  return (
    <div className={classes.list}>
      {shown.map(([name, spec]) => (
        <ParamControl
          key={name}
          name={name}
          spec={spec}
          value={values[name] as ParamValue}
          given={Object.hasOwn(given, name)}
          handlers={handlers}
        />
      ))}
    </div>
  );
}

/** A scenario of another version may hold names that are not declared; they are somebody else's problem. */
function known(specs: ParamSpecs, given: Params): Params {
  return Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(specs, name)));
}
