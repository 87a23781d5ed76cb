import { Button } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { formatNumber } from '../../../core/formatNumber.ts';
import { octopus } from '../../../core/landscapes/octopus.ts';
import type { IntegerParam, NumberParam, ParamSpecs } from '../../../core/params.ts';
import { DEFAULT_SEED } from '../../../scenario/defaultSeed.ts';
import { ESCAPE_REPEATS, ESCAPE_STOP } from '../../../scenario/experiments/escapePlans.ts';
import { LIMITS } from '../../../scenario/limits.ts';
import type { ParamChanges } from '../../../store/edits.ts';
import {
  contractionsOf,
  dimensionsOf,
  setContractions,
  setDimensions,
  setEscapeNumbers,
} from '../../../store/escapeEdits.ts';
import { editEscape } from '../../../store/scenarioStore.ts';
import shared from '../../controls/controls.module.css';
import { checkNumber } from '../../controls/numberText.ts';
import { ParamList } from '../../controls/ParamList.tsx';
import { Section } from '../../panels/Section.tsx';
import classes from './EscapePanels.module.css';
import { escapeHandlers } from './escapeHandlers.ts';
import { useEscapeScenario } from './useEscape.ts';

/** The values of L in the paper's experiment (as commonly stated). */
const USUAL_L = [1, 1.5, 2, 3];
const bounds = octopus.params.L as NumberParam;
const dimensionSpec = octopus.params.dimension as IntegerParam;
const DIMENSIONS = Array.from({ length: dimensionSpec.max - dimensionSpec.min + 1 }, (_, i) => dimensionSpec.min + i);

const specs: ParamSpecs = {
  repeats: {
    kind: 'integer',
    label: 'Runs',
    symbol: 'N',
    meaning: 'Runs of each method in each dimension, from random starts in [−1, 1]^d that all methods share.',
    default: ESCAPE_REPEATS,
    min: 1,
    max: LIMITS.repeats,
    slider: { from: 1, to: 1000, scale: 'log' },
  },
  maxIterations: {
    kind: 'integer',
    label: 'Iterations',
    symbol: '',
    meaning: 'A run that has not passed all saddles ends after so many steps.',
    default: ESCAPE_STOP.maxIterations,
    min: 0,
    max: LIMITS.maxIterations,
    slider: { from: 100, to: 1e7, scale: 'log' },
  },
  seed: {
    kind: 'integer',
    label: 'Seed',
    symbol: 's',
    meaning: 'Same scenario, same seed: the same numbers to the last bit.',
    default: DEFAULT_SEED,
    min: -Number.MAX_SAFE_INTEGER,
    max: Number.MAX_SAFE_INTEGER,
    slider: { from: 0, to: 100, scale: 'linear' },
  },
};

const handlers = escapeHandlers((changes: ParamChanges) => setEscapeNumbers(changes));

/** Which octopuses, how many runs, and when a run ends. Every change starts the experiment anew. */
export function ExperimentPanel() {
  const scenario = useEscapeScenario();
  const { repeats, stop } = scenario.experiment;
  const given = {
    ...(repeats !== undefined && { repeats }),
    ...(stop?.maxIterations !== undefined && { maxIterations: stop.maxIterations }),
    ...(scenario.seed !== undefined && { seed: scenario.seed }),
  };
  const contractions = contractionsOf(scenario);
  const dimensions = dimensionsOf(scenario);
  return (
    <Section title="Experiment" summary={`${contractions.length * dimensions.length} octopuses`}>
      <p className={classes.about}>It runs by itself after every change, and can be cancelled.</p>
      <Chips
        name="Contraction L"
        offered={[...new Set([...USUAL_L, ...contractions])].sort((a, b) => a - b)}
        chosen={contractions}
        onChoose={(chosen) => editEscape(setContractions(chosen))}
      >
        <NewContraction taken={contractions} />
      </Chips>
      <Chips
        name="Dimensions d"
        offered={DIMENSIONS}
        chosen={dimensions}
        onChoose={(chosen) => editEscape(setDimensions(chosen))}
      />
      <ParamList specs={specs} given={given} dimension={2} handlers={handlers} />
    </Section>
  );
}

interface ChipsProps {
  readonly name: string;
  readonly offered: readonly number[];
  readonly chosen: readonly number[];
  readonly onChoose: (chosen: readonly number[]) => void;
  readonly children?: React.ReactNode;
}

/** Numbers to switch on and off; the last one that is on stays on. */
function Chips({ name, offered, chosen, onChoose, children }: ChipsProps) {
  const toggle = (value: number) => {
    const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
    if (next.length > 0) onChoose(next);
  };
  return (
    <fieldset className={classes.group}>
      <legend className={classes.name}>{name}</legend>
      <div className={classes.chips}>
        {offered.map((value) => (
          <button
            key={value}
            type="button"
            className={classes.chip}
            aria-pressed={chosen.includes(value)}
            onClick={() => toggle(value)}
          >
            {formatNumber(value)}
          </button>
        ))}
        {children}
      </div>
    </fieldset>
  );
}

/** A value of L that is typed. */
function NewContraction({ taken }: { readonly taken: readonly number[] }) {
  const [text, setText] = useState('');
  const messageId = useId();
  const typed = text.trim() === '' ? null : checkNumber(text, bounds);
  const message = typed && 'message' in typed ? typed.message : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!typed || 'message' in typed) return;
    editEscape(setContractions([...taken, typed.value]));
    setText('');
  };
  return (
    <form className={classes.add} onSubmit={submit}>
      <input
        className={shared.text}
        type="text"
        autoComplete="off"
        aria-label="Another value of L"
        aria-invalid={message !== null || undefined}
        aria-describedby={message === null ? undefined : messageId}
        placeholder="other"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-sm" variant="default">
        Add
      </Button>
      {message && (
        <span id={messageId} className={shared.message} role="alert">
          {message}
        </span>
      )}
    </form>
  );
}
