import { type KeyboardEvent, useState } from 'react';
import { keyboardStep } from './keyboardStep.ts';
import type { PlanePoint } from './PlaneView.tsx';
import { intervals, zoomBox } from './planeFrame.ts';
import type { PlaneBox } from './types.ts';
import type { LiveBox } from './useLiveBox.ts';

export interface PlaneKeyboard {
  readonly box: PlaneBox;
  readonly live: LiveBox;
  readonly onPoint: (point: PlanePoint | null) => void;
  readonly onStartAdd: (point: PlanePoint) => void;
  readonly onStartSelect: (index: number | null) => void;
  readonly onBoxReset: () => void;
  readonly speak: (name: string, at: PlanePoint) => void;
}

/** Factor of one press of + or −. */
const KEY_ZOOM = 1.25;

/**
 * The plot by keyboard: arrows move a crosshair, Enter adds a start there, + and − zoom about it, 0 resets the box,
 * Escape puts the crosshair away.
 */
export function usePlaneKeyboard(options: PlaneKeyboard) {
  const { box, live, onPoint } = options;
  const [crosshair, setCrosshair] = useState<PlanePoint | null>(null);
  const place = (at: PlanePoint | null) => {
    setCrosshair(at);
    onPoint(at);
  };
  const zoom = (factor: number) => {
    live.move(zoomBox(box, factor, crosshair ?? centre(box)));
    live.settle();
  };
  const reset = () => {
    live.drop();
    options.onBoxReset();
  };
  /** Runs the command of a key; false if it has none. */
  const command = (key: string): boolean => {
    if (key === 'Enter') options.onStartAdd(crosshair ?? centre(box));
    else if (key === '+' || key === '=') zoom(1 / KEY_ZOOM);
    else if (key === '-') zoom(KEY_ZOOM);
    else if (key === '0') reset();
    else if (key === 'Escape') {
      place(null);
      options.onStartSelect(null);
    } else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.target !== event.currentTarget) return;
    const step = keyboardStep(event, box);
    if (step) {
      const from = crosshair ?? centre(box);
      const to = inside(box, [from[0] + step[0], from[1] + step[1]]);
      place(to);
      options.speak('Crosshair', to);
    } else if (!command(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { crosshair, handlers: { onKeyDown, onBlur: () => crosshair && place(null) } };
}

function centre(box: PlaneBox): PlanePoint {
  const [s, t] = intervals(box);
  return [(s[0] + s[1]) / 2, (t[0] + t[1]) / 2];
}

function inside(box: PlaneBox, point: PlanePoint): PlanePoint {
  const [s, t] = intervals(box);
  const keep = (value: number, [low, high]: readonly [number, number]) => Math.min(high, Math.max(low, value));
  return [keep(point[0], s), keep(point[1], t)];
}
