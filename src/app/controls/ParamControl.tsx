import { type ComponentType, memo } from 'react';
import type { ParamSpec, ParamValue } from '../../core/params.ts';
import type { Problem } from '../../scenario/types.ts';
import { BoxControl } from './BoxControl.tsx';
import { ChoiceControl } from './ChoiceControl.tsx';
import { ConstantsControl } from './ConstantsControl.tsx';
import { ExpressionControl } from './ExpressionControl.tsx';
import type { ParamHandlers } from './handlers.ts';
import { NamesControl } from './NamesControl.tsx';
import { NumberControl } from './NumberControl.tsx';

/** What a control of one kind of parameter gets. */
export interface ControlProps<S extends ParamSpec = ParamSpec> {
  /** Key under which changes are reported. */
  readonly name: string;
  readonly spec: S;
  /** The value in force, given or default. */
  readonly value: ParamValue;
  /** True where the user set it; false where it is the default. */
  readonly given: boolean;
  /** Stable over renders. */
  readonly handlers: ParamHandlers;
  /** What is wrong with the value, as far as it is known. */
  readonly problems?: readonly Problem[] | undefined;
  /** Names of the coordinates, where a control has one row for each. */
  readonly variables?: readonly string[] | undefined;
}

type ControlOf<K extends ParamSpec['kind']> = ComponentType<ControlProps<Extract<ParamSpec, { kind: K }>>>;

/** One control for each kind of parameter; a new kind is one line here. */
const controls: { readonly [K in ParamSpec['kind']]: ControlOf<K> } = {
  number: NumberControl,
  integer: NumberControl,
  choice: ChoiceControl,
  expression: ExpressionControl,
  names: NamesControl,
  constants: ConstantsControl,
  box: BoxControl,
};

/** The control of a parameter, by its kind. */
export const ParamControl = memo(function ParamControl(props: ControlProps) {
  const Control = controls[props.spec.kind] as ComponentType<ControlProps>;
  return <Control {...props} />;
});
