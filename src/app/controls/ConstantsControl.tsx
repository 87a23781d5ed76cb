import { ActionIcon, Button } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { formatNumber } from '../../core/formatNumber.ts';
import { texOfName } from '../../core/formula/tex.ts';
import type { ConstantsParam } from '../../core/params.ts';
import { Typeset } from '../typeset/Typeset.tsx';
import classes from './ConstantsControl.module.css';
import { ControlLabel } from './ControlLabel.tsx';
import shared from './controls.module.css';
import { LoneNumberField } from './NumberField.tsx';
import { checkNumber } from './numberText.ts';
import type { ControlProps } from './ParamControl.tsx';
import { Slider } from './Slider.tsx';
import { rangeAround, type SliderRange, valueAfterStep } from './sliderScale.ts';

const FREE = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Named numbers, each with a slider; constants can be added and removed. */
export function ConstantsControl({ name, spec, value, handlers, problems = [] }: ControlProps<ConstantsParam>) {
  const meaningId = useId();
  const constants = value as Readonly<Record<string, number>>;
  const without = (key: string) => Object.fromEntries(Object.entries(constants).filter(([other]) => other !== key));
  return (
    <fieldset className={classes.constants} aria-label={spec.label}>
      <ControlLabel label={spec.label} meaning={spec.meaning} meaningId={meaningId} />
      {Object.entries(constants).map(([key, number]) => (
        <ConstantRow
          key={key}
          name={key}
          value={number}
          onSet={(next) => handlers.set({ [name]: { ...constants, [key]: next } })}
          onSlide={(next) => handlers.slide({ [name]: { ...constants, [key]: next } })}
          onBegin={handlers.beginSlide}
          onEnd={handlers.endSlide}
          onRemove={() => handlers.set({ [name]: without(key) })}
        />
      ))}
      <NewConstant taken={constants} onAdd={(key) => handlers.set({ [name]: { ...constants, [key]: 1 } })} />
      {problems.map(({ message }) => (
        <p key={message} className={shared.message} role="alert">
          {message}
        </p>
      ))}
    </fieldset>
  );
}

interface ConstantRowProps {
  readonly name: string;
  readonly value: number;
  readonly onSet: (value: number) => void;
  readonly onSlide: (value: number) => void;
  readonly onBegin: () => void;
  readonly onEnd: () => void;
  readonly onRemove: () => void;
}

function ConstantRow({ name, value, onSet, onSlide, onBegin, onEnd, onRemove }: ConstantRowProps) {
  const [range, setRange] = useRange(value);
  const end = (side: 'from' | 'to') => (
    <LoneNumberField
      className={classes.end}
      label={`Slider of ${name} ${side}`}
      value={range[side]}
      read={(text) =>
        checkNumber(
          text,
          side === 'from'
            ? { ...FREE, max: range.to, maxExcluded: true }
            : { ...FREE, min: range.from, minExcluded: true },
        )
      }
      onCommit={(typed) => setRange({ ...range, [side]: typed })}
    />
  );
  return (
    <div className={classes.row}>
      <span className={classes.name}>
        <Typeset tex={`${texOfName(name)} =`} plain={`${name} =`} />
      </span>
      <LoneNumberField
        label={name}
        value={value}
        read={(text) => checkNumber(text, FREE)}
        onCommit={onSet}
        onStep={(direction, size) => onSet(valueAfterStep(value, direction, size, range, 0))}
      />
      <ActionIcon
        className={shared.tap}
        variant="subtle"
        color="gray"
        size={22}
        aria-label={`Remove ${name}`}
        onClick={onRemove}
      >
        <X size="1.1em" aria-hidden="true" />
      </ActionIcon>
      <span className={classes.track}>
        {end('from')}
        <Slider
          value={value}
          range={range}
          label={`${name}, slider`}
          valueText={formatNumber(value)}
          onBegin={onBegin}
          onSlide={onSlide}
          onEnd={onEnd}
        />
        {end('to')}
      </span>
    </div>
  );
}

/** The slider's range: kept while it holds the value, so that nothing moves under the pointer; the user may set it. */
function useRange(value: number): readonly [SliderRange, (range: SliderRange) => void] {
  const [range, setRange] = useState(() => rangeAround(value));
  const fits = value >= range.from && value <= range.to;
  const used = fits ? range : rangeAround(value);
  if (!fits) setRange(used);
  return [used, setRange];
}

interface NewConstantProps {
  readonly taken: Readonly<Record<string, number>>;
  readonly onAdd: (name: string) => void;
}

function NewConstant({ taken, onAdd }: NewConstantProps) {
  const [name, setName] = useState('');
  const typed = name.trim();
  const message =
    typed === '' ? null : !NAME.test(typed) ? 'A name begins with a letter.' : typed in taken ? 'Already there.' : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed === '' || message) return;
    onAdd(typed);
    setName('');
  };
  return (
    <form className={classes.add} onSubmit={submit}>
      <input
        className={`${shared.text} ${shared.mono}`}
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-label="Name of a new constant"
        aria-invalid={message !== null || undefined}
        placeholder="name"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-sm" variant="default" leftSection={<Plus size="1.1em" aria-hidden="true" />}>
        Add constant
      </Button>
      {message && (
        <span className={shared.message} role="alert">
          {message}
        </span>
      )}
    </form>
  );
}
