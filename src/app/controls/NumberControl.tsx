import { useId, useState } from 'react';
import { formatNumber } from '../../core/formatNumber.ts';
import type { IntegerParam, NumberParam } from '../../core/params.ts';
import { Typeset } from '../typeset/Typeset.tsx';
import { ControlLabel } from './ControlLabel.tsx';
import classes from './controls.module.css';
import { NumberField } from './NumberField.tsx';
import { checkNumber } from './numberText.ts';
import type { ControlProps } from './ParamControl.tsx';
import { ResetButton } from './ResetButton.tsx';
import { Slider } from './Slider.tsx';
import { type SliderRange, valueAfterStep } from './sliderScale.ts';

interface NumberControlProps extends ControlProps<NumberParam | IntegerParam> {
  /** Of the slider, where it follows another scale than the one declared. */
  readonly range?: SliderRange | undefined;
}

/** A real or whole number: its name, a typed value, a slider, and where the value comes from if nobody set it. */
export function NumberControl({ name, spec, value, given, handlers, range = spec.slider }: NumberControlProps) {
  const fieldId = useId();
  const meaningId = useId();
  const messageId = useId();
  const [message, setMessage] = useState<string | null>(null);
  const whole = spec.kind === 'integer';
  const number = value as number;
  const derived = typeof spec.default === 'number' ? null : spec.default;
  const bounds = { ...spec, whole, minExcluded: spec.kind === 'number' && spec.minExcluded };
  const step = (direction: 1 | -1, size: 'fine' | 'normal' | 'coarse') =>
    handlers.set({ [name]: valueAfterStep(number, direction, size, range, whole ? 1 : 0) });
  return (
    <div className={classes.control}>
      <ControlLabel {...spec} htmlFor={fieldId} meaningId={meaningId} />
      <span className={classes.value}>
        <NumberField
          id={fieldId}
          label={spec.label}
          value={number}
          read={(text) => checkNumber(text, bounds)}
          onCommit={(typed) => handlers.set({ [name]: typed })}
          onStep={step}
          onMessage={setMessage}
          messageId={messageId}
          describedBy={meaningId}
        />
        <ResetButton label={resetLabel(spec)} shown={given} onReset={() => handlers.set({ [name]: undefined })} />
      </span>
      <div className={classes.wide}>
        <Slider
          value={number}
          range={range}
          whole={whole}
          label={`${spec.label}, slider`}
          valueText={formatNumber(number)}
          describedBy={meaningId}
          onBegin={handlers.beginSlide}
          onSlide={(moved) => handlers.slide({ [name]: moved })}
          onEnd={handlers.endSlide}
        />
      </div>
      {derived && !given && (
        <div className={classes.derivation}>
          <span className={classes.auto}>auto</span>
          <Typeset tex={`${spec.symbol} = ${derived.tex}`} />
        </div>
      )}
      {message && (
        <p id={messageId} className={classes.message} role="alert">
          {message} {formatNumber(number)} stays.
        </p>
      )}
    </div>
  );
}

function resetLabel(spec: NumberParam | IntegerParam): string {
  const target = typeof spec.default === 'number' ? formatNumber(spec.default) : 'its automatic value';
  return `Set ${spec.label.toLowerCase()} back to ${target}`;
}
