import { Button } from '@mantine/core';
import { type ReactNode, useCallback } from 'react';
import type { ExpressionParam, ParamSpec, ParamSpecs, Params, ParamValue } from '../../core/params.ts';
import type { Problem } from '../../scenario/types.ts';
import { ExpressionControl } from '../controls/ExpressionControl.tsx';
import type { ParamHandlers } from '../controls/handlers.ts';
import { ParamControl } from '../controls/ParamControl.tsx';
import classes from './FormulaEditor.module.css';
import { useSourceDraft } from './sourceDraft.ts';
import { undeclaredName } from './undeclaredName.ts';

interface FormulaEditorProps {
  /** Specs of the landscape, one of them an expression. */
  readonly specs: ParamSpecs;
  /** Its parameters in force, resolved: `expression`, `variables`, `constants`, `domain`. */
  readonly params: Params;
  /** What is wrong with what was last tried. */
  readonly problems: readonly Problem[];
  /** Tries a whole set of parameters, by `editInGesture`, because the editor makes one gesture of what is typed. */
  readonly onSource: (params: Params) => void;
  /** For dragging constants; stable. */
  readonly handlers: ParamHandlers;
  /** Stands under the formula while nothing is wrong. */
  readonly verdict: ReactNode;
  /** The formula on screen, typeset. */
  readonly typeset: ReactNode;
}

/** The editor of a typed formula: expression, variables, constants and visible box. */
export function FormulaEditor({ specs, params, problems, onSource, handlers, verdict, typeset }: FormulaEditorProps) {
  const draft = useSourceDraft(params, onSource, handlers);
  const { shown } = draft;
  const mend = useCallback(
    (problem: Problem) => <Mend problem={problem} params={shown} onMend={draft.handlers.set} />,
    [shown, draft.handlers],
  );
  const rows = Object.entries(specs).map(([name, spec]) => {
    const common = {
      name,
      value: shown[name] as ParamValue,
      given: true,
      handlers: draft.handlers,
      problems: problemsOf(name, problems),
      variables: shown.variables as readonly string[],
    };
    if (!isExpression(spec)) return <ParamControl key={name} spec={spec} {...common} />;
    return (
      <div key={name}>
        <ExpressionControl spec={spec} {...common} pending={draft.pending} verdict={verdict} mend={mend} />
        {typeset}
      </div>
    );
  });
  return <div>{rows}</div>;
}

const isExpression = (spec: ParamSpec): spec is ExpressionParam => spec.kind === 'expression';

/** The problems of one parameter: `landscape.params.expression`, `landscape.params.domain[1][0]`. */
function problemsOf(name: string, problems: readonly Problem[]): readonly Problem[] {
  const path = `landscape.params.${name}`;
  return problems.filter(
    (problem) =>
      problem.path === path || (/^[.[]/.test(problem.path.slice(path.length)) && problem.path.startsWith(path)),
  );
}

interface MendProps {
  readonly problem: Problem;
  readonly params: Params;
  readonly onMend: ParamHandlers['set'];
}

/** A name that nobody declared can be declared with one press. */
function Mend({ problem, params, onMend }: MendProps) {
  const name = undeclaredName(problem, params);
  if (!name) return null;
  const constants = params.constants as Readonly<Record<string, number>>;
  const variables = params.variables as readonly string[];
  return (
    <span className={classes.mend}>
      <Button size="compact-xs" variant="default" onClick={() => onMend({ constants: { ...constants, [name]: 1 } })}>
        {name} is a constant
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => onMend({ variables: [...variables, name] })}>
        {name} is a variable
      </Button>
    </span>
  );
}
