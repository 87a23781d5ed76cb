import { type CSSProperties, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import classes from './Slider.module.css';
import { positionOf, type SliderRange, type StepSize, valueAfterStep, valueAt } from './sliderScale.ts';

interface SliderProps {
  readonly value: number;
  readonly range: SliderRange;
  readonly whole?: boolean;
  readonly label: string;
  /** The value as it is read aloud. */
  readonly valueText: string;
  readonly describedBy?: string | undefined;
  readonly onBegin: () => void;
  readonly onSlide: (value: number) => void;
  readonly onEnd: () => void;
}

/** Keys that move a slider, by direction and size; Shift makes an arrow coarse, Alt fine, as on the plots. */
const KEYS: Readonly<Record<string, { readonly direction: 1 | -1; readonly size: StepSize }>> = {
  ArrowRight: { direction: 1, size: 'normal' },
  ArrowUp: { direction: 1, size: 'normal' },
  ArrowLeft: { direction: -1, size: 'normal' },
  ArrowDown: { direction: -1, size: 'normal' },
  PageUp: { direction: 1, size: 'coarse' },
  PageDown: { direction: -1, size: 'coarse' },
};

/** The step that a key press asks of a slider or number field, or null where it asks none. */
export function keyStep({ key, shiftKey, altKey }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey'>) {
  const step = KEYS[key];
  if (!step) return null;
  const size: StepSize = shiftKey ? 'coarse' : altKey ? 'fine' : step.size;
  return { direction: step.direction, size };
}

/** A slider over a linear or logarithmic range: the browser's own, so that touch and assistive technology just work. */
export function Slider({ value, range, whole = false, label, valueText, describedBy, ...on }: SliderProps) {
  const { begin, end } = useGesture(on.onBegin, on.onEnd);
  const position = positionOf(value, range);
  const move = (next: number) => {
    const rounded = whole ? Math.round(next) : next;
    if (rounded !== value) on.onSlide(rounded);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = keyStep(event);
    const home = event.key === 'Home' ? range.from : event.key === 'End' ? range.to : null;
    if ((!step && home === null) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    begin();
    move(step ? valueAfterStep(value, step.direction, step.size, range, whole ? 1 : 0) : (home as number));
  };
  return (
    <input
      type="range"
      className={classes.slider}
      style={{ '--filled': `${100 * position}%` } as CSSProperties}
      min={0}
      max={1}
      step="any"
      value={position}
      aria-label={label}
      aria-valuetext={valueText}
      aria-describedby={describedBy}
      onPointerDown={begin}
      onChange={(event) => move(valueAt(event.currentTarget.valueAsNumber, range))}
      onKeyDown={onKeyDown}
      onKeyUp={end}
      onBlur={end}
    />
  );
}

/** A drag or a held key as one gesture. The pointer may be let go anywhere, and the slider may vanish meanwhile. */
function useGesture(onBegin: () => void, onEnd: () => void) {
  const latest = useRef({ onBegin, onEnd });
  useEffect(() => {
    latest.current = { onBegin, onEnd };
  });
  const [gesture] = useState(() => {
    let active = false;
    const end = () => {
      if (!active) return;
      active = false;
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      latest.current.onEnd();
    };
    const begin = () => {
      if (active) return;
      active = true;
      window.addEventListener('pointerup', end);
      window.addEventListener('pointercancel', end);
      latest.current.onBegin();
    };
    return { begin, end };
  });
  useEffect(() => gesture.end, [gesture]);
  return gesture;
}
