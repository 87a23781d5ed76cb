import { ActionIcon } from '@mantine/core';
import { ChevronDown, Trash2 } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { Params } from '../../../core/params.ts';
import { escapeMethods, escapeParams, isBeyondDoubles } from '../../../scenario/experiments/escapeMethods.ts';
import { LIMITS } from '../../../scenario/limits.ts';
import type { MethodChoice } from '../../../scenario/types.ts';
import { addEscapeMethod, octopusOf, removeEscapeMethod, setEscapeParams } from '../../../store/escapeEdits.ts';
import { editEscape } from '../../../store/scenarioStore.ts';
import shared from '../../controls/controls.module.css';
import { keepFocusNear } from '../../controls/keepFocus.ts';
import { ParamList } from '../../controls/ParamList.tsx';
import { StrokeSwatch } from '../../controls/StrokeSwatch.tsx';
import { methodStroke } from '../../methodStroke.ts';
import { AddMethod } from '../../panels/AddMethod.tsx';
import classes from '../../panels/MethodsPanel.module.css';
import { Section } from '../../panels/Section.tsx';
import { Typeset } from '../../typeset/Typeset.tsx';
import { methodName } from '../../views/planeTrajectories.ts';
import { escapeHandlers } from './escapeHandlers.ts';
import { useEscapeScenario } from './useEscape.ts';

const nothing: Params = {};

/** The methods of experiment and race, with their parameters. */
export function EscapeMethods() {
  const { methods } = useEscapeScenario().experiment;
  return (
    <Section
      title="Methods"
      summary={`${methods.length}`}
      actions={<AddMethod disabled={methods.length >= LIMITS.methods} onAdd={onAdd} />}
    >
      <ul className={classes.list}>
        {methods.map((choice, index) => (
          // The list has no other identity than its order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <EscapeMethod key={`${index}-${choice.id}`} choice={choice} index={index} />
        ))}
      </ul>
      {methods.length === 0 && <p className={classes.empty}>No method yet: add one.</p>}
    </Section>
  );
}

const onAdd = (choice: MethodChoice) => editEscape(addEscapeMethod(choice));

interface MethodProps {
  readonly choice: MethodChoice;
  readonly index: number;
}

function EscapeMethod({ choice, index }: MethodProps) {
  const [open, setOpen] = useState(false);
  const detailsId = useId();
  const name = methodName(choice);
  const remove = (event: React.MouseEvent<HTMLButtonElement>) => {
    keepFocusNear(event.currentTarget);
    editEscape(removeEscapeMethod(index));
  };
  return (
    <li className={classes.method}>
      <div className={classes.row}>
        <button
          type="button"
          className={classes.name}
          aria-expanded={open}
          aria-controls={detailsId}
          onClick={() => setOpen(!open)}
        >
          <StrokeSwatch stroke={methodStroke(choice, index)} />
          <span className={classes.text}>{name}</span>
          <ChevronDown className={open ? classes.open : classes.closed} size="1.1em" aria-hidden="true" />
        </button>
        <ActionIcon
          className={shared.tap}
          variant="subtle"
          color="gray"
          size={26}
          aria-label={`Remove ${name}`}
          onClick={remove}
        >
          <Trash2 size="1.1em" aria-hidden="true" />
        </ActionIcon>
      </div>
      <div id={detailsId} hidden={!open}>
        {open && <Details choice={choice} index={index} />}
      </div>
    </li>
  );
}

/** Update rule and parameters; a default that follows from L is shown for the octopus of the race. */
function Details({ choice, index }: MethodProps) {
  const scenario = useEscapeScenario();
  const specs = useMemo(() => escapeParams({ id: choice.id }, octopusOf(scenario)), [choice.id, scenario]);
  const handlers = useMemo(() => escapeHandlers((changes) => setEscapeParams(index, changes)), [index]);
  const method = escapeMethods.find((kind) => kind.method.id === choice.id)?.method;
  if (!method) return null;
  return (
    <div className={classes.details}>
      <Typeset tex={method.update} display plain="" />
      <ParamList
        specs={specs}
        given={choice.params ?? nothing}
        dimension={octopusOf(scenario).dimension}
        handlers={handlers}
      />
      {!isBeyondDoubles(choice) && (
        <p className={classes.reference}>
          Runs in doubles: it ends where a waiting coordinate is too small for them. Gradient descent and its perturbed
          form go on beyond that.
        </p>
      )}
      <p className={classes.reference}>{method.reference}</p>
    </div>
  );
}
