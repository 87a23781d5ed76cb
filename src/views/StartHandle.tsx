import { type KeyboardEvent, memo, type PointerEvent, useRef } from 'react';
import { formatFull, formatNumber } from './formatNumber.ts';
import { keyboardStep } from './keyboardStep.ts';
import styles from './PlaneView.module.css';
import { ink, paper } from './palette.ts';
import { type PlaneFrame, toPixels, toPlane } from './planeFrame.ts';
import type { DrawingTheme, PlaneBox, PlaneStart } from './types.ts';

export interface StartHandleProps {
  readonly start: PlaneStart;
  readonly index: number;
  readonly selected: boolean;
  readonly frame: PlaneFrame;
  readonly box: PlaneBox;
  readonly theme: DrawingTheme;
  readonly names: readonly [string, string];
  readonly actions: StartActions;
}

/** What can be done to starts; one stable object, so that handles are drawn again only when they change. */
export interface StartActions {
  readonly move: (index: number, point: [number, number], phase: 'start' | 'move' | 'end', byKeyboard: boolean) => void;
  readonly remove: (index: number) => void;
  readonly select: (index: number | null) => void;
}

/** Radius in pixels of the area that takes the finger: 44 across. */
const TOUCH_RADIUS = 22;

/** A start: a small disc with its number or letter in a touch area of 44 pixels; dragged, or moved by the arrow keys. */
export const StartHandle = memo(function StartHandle(props: StartHandleProps) {
  const { start, selected, frame, theme, names } = props;
  const [x, y] = toPixels(frame, start.position);
  const handlers = useHandleEvents(props, [x, y]);
  if (!(Math.abs(x) < 1e6 && Math.abs(y) < 1e6)) return null;
  const [first, second] = start.position;
  const at = { cx: Math.round(x * 10) / 10, cy: Math.round(y * 10) / 10 };
  const number = /(\d+|\b[A-Z])$/.exec(start.label)?.[0];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element cannot stand inside an SVG
    <g
      role="button"
      tabIndex={0}
      className={styles.handle}
      aria-roledescription="draggable point"
      aria-label={`${start.label} at ${names[0]} ${formatNumber(first)}, ${names[1]} ${formatNumber(second)}`}
      {...handlers}
    >
      <title>{`${start.label}: (${formatFull(first)}, ${formatFull(second)})`}</title>
      <circle {...at} r={Math.max(TOUCH_RADIUS, 13 * theme.scale)} fill="transparent" data-screen-only="" />
      <circle {...at} className={styles.ring} r={12.5 * theme.scale} fill="none" strokeWidth={2} data-screen-only="" />
      <circle
        {...at}
        r={8.5 * theme.scale}
        fill={selected ? ink : paper}
        stroke={selected ? paper : ink}
        strokeWidth={1.4 * theme.scale}
      />
      {number ? (
        <text
          x={at.cx}
          y={at.cy}
          dy="0.36em"
          textAnchor="middle"
          fontSize={(number.length > 2 ? 8 : 11) * theme.scale}
          fontWeight={600}
          fill={selected ? paper : ink}
        >
          {number}
        </text>
      ) : (
        <circle {...at} r={2.6 * theme.scale} fill={selected ? paper : ink} />
      )}
    </g>
  );
});

/** Drag by pointer, move and remove by keyboard. */
function useHandleEvents({ start, index, frame, box, actions }: StartHandleProps, [x, y]: readonly [number, number]) {
  /** From the pointer to the start at the press, so that the start does not jump. */
  const grip = useRef<readonly [number, number] | null>(null);
  const dragTo = (event: PointerEvent, phase: 'move' | 'end') => {
    if (!grip.current) return;
    event.stopPropagation();
    const [dx, dy] = grip.current;
    if (phase === 'end') grip.current = null;
    actions.move(index, toPlane(frame, event.clientX + dx, event.clientY + dy), phase, false);
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      grip.current = [x - event.clientX, y - event.clientY];
      actions.select(index);
      actions.move(index, [start.position[0], start.position[1]], 'start', false);
    },
    onPointerMove: (event: PointerEvent) => dragTo(event, 'move'),
    onPointerUp: (event: PointerEvent) => dragTo(event, 'end'),
    onPointerCancel: (event: PointerEvent) => dragTo(event, 'end'),
    onKeyDown: (event: KeyboardEvent) => {
      const step = keyboardStep(event, box);
      if (event.key === 'Delete' || event.key === 'Backspace') actions.remove(index);
      else if (step) actions.move(index, [start.position[0] + step[0], start.position[1] + step[1]], 'end', true);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    onFocus: () => actions.select(index),
  };
}
