import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { type BarPlace, barPlace, beyondScale, unitOfY, unitWithin, valueAtUnit, yOfUnit } from './barPlace.ts';
import { ColourBar, type ColourBarProps } from './ColourBar.tsx';
import { formatNumber } from './formatNumber.ts';
import styles from './LevelBar.module.css';
import { levelAfterKey } from './levelAfterKey.ts';
import type { LevelScale } from './levels.ts';
import { fontSize } from './planeMargins.ts';
import { clearPointerFocus, markPointerFocus } from './pointerFocus.ts';
import type { DrawingTheme } from './types.ts';

/** Where in a drag a new level comes; a key is all of it at once. */
export type LevelPhase = 'start' | 'move' | 'end' | 'key';

export interface LevelBarProps extends Omit<ColourBarProps, 'value'> {
  readonly level: number;
  /** What is said of the level beside its value: "3 components". */
  readonly meaning: string;
  readonly onLevel: (level: number, phase: LevelPhase) => void;
  /** Where it stands in its parent, in pixels. */
  readonly left?: number;
  readonly top?: number;
}

/** Room in pixels left of the bar for the grip of the level and for a long name below, in exported pictures too. */
const BESIDE = 90;

/** What is said of a level on the scale (0), below it and above it, where its mark stands at the end. */
const BEYOND = {
  0: { arrow: '', words: '' },
  [-1]: { arrow: '↓ ', words: ', below the scale' },
  1: { arrow: '↑ ', words: ', above the scale' },
} as const;

/** The colour bar with the level u on it, dragged by pointer or moved by keyboard. Fills `width` by `height` pixels. */
export function LevelBar({ level, meaning, onLevel, left = 0, top = 0, ...bar }: LevelBarProps) {
  const { scale, theme, width, height } = bar;
  const place = barPlace(scale, height, theme.scale);
  const handlers = useLevelDrag(place, scale, topOfElement, onLevel);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = levelAfterKey(event, scale, level);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    clearPointerFocus(event);
    onLevel(next, 'key');
  };
  const drawing = {
    style: { left: -BESIDE },
    width: width + BESIDE,
    height: bar.nameY + fontSize(theme.scale) / 2,
  } as const;
  const beyond = beyondScale(scale, level, 1 / height);
  const inward = `translate(${BESIDE} 0)`;
  return (
    <div className={styles.bar} style={{ left, top, width, height }}>
      <svg {...drawing} aria-hidden="true" className={styles.drawing}>
        <g transform={inward}>
          <ColourBar {...bar} value={null} />
        </g>
      </svg>
      {/* What moves is a drawing of its own, so that nothing around it is painted again. */}
      <svg {...drawing} aria-hidden="true" className={`${styles.drawing} ${styles.moving}`}>
        <g transform={inward}>
          <LevelMark
            y={yOfUnit(place, unitWithin(scale, level))}
            {...{ level, beyond, theme, width }}
            strip={place.strip}
          />
        </g>
      </svg>
      <div
        role="slider"
        tabIndex={0}
        aria-label="Level u"
        aria-orientation="vertical"
        aria-valuemin={scale.low}
        aria-valuemax={scale.high}
        aria-valuenow={level}
        aria-valuetext={`u = ${formatNumber(level)}${BEYOND[beyond].words}, ${meaning}`}
        className={styles.slider}
        style={{ height }}
        onKeyDown={onKeyDown}
        {...handlers}
        onPointerDown={(event) => {
          markPointerFocus(event);
          handlers.onPointerDown(event);
        }}
        onBlur={clearPointerFocus}
      />
    </div>
  );
}

const topOfElement = (element: Element): number => element.getBoundingClientRect().top;

/**
 * The pointer that moves a level up and down.
 * @param topOf  where on the screen the bar begins, given the element that takes the pointer
 */
export function useLevelDrag(
  place: BarPlace,
  scale: LevelScale,
  topOf: (element: Element) => number,
  onLevel: LevelBarProps['onLevel'],
) {
  /** Where the bar began when the pointer went down, null while none is down: asking anew lays the page out again. */
  const held = useRef<number | null>(null);
  const levelUnder = (event: PointerEvent, top: number) =>
    valueAtUnit(scale, unitOfY(place, event.clientY - top), 1 / (place.bottom - place.top));
  const release = (event: PointerEvent) => {
    const top = held.current;
    if (top === null) return;
    held.current = null;
    onLevel(levelUnder(event, top), 'end');
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const top = topOf(event.currentTarget);
      held.current = top;
      onLevel(levelUnder(event, top), 'start');
    },
    onPointerMove: (event: PointerEvent) => {
      if (held.current !== null) onLevel(levelUnder(event, held.current), 'move');
    },
    onPointerUp: release,
    onPointerCancel: release,
  };
}

interface LevelMarkProps {
  readonly y: number;
  readonly level: number;
  readonly beyond: keyof typeof BEYOND;
  readonly strip: number;
  readonly width: number;
  readonly theme: DrawingTheme;
}

/** The level: a grip across the strip and its value on a plate. */
function LevelMark({ y, level, beyond, strip, width, theme }: LevelMarkProps) {
  const size = fontSize(theme.scale);
  const label = `${BEYOND[beyond].arrow}${formatNumber(level)}`;
  const plate = label.length * size * 0.68 + 8;
  const x = Math.min(strip + 6 * theme.scale, width - plate);
  return (
    <g>
      <path d={`M-8 ${y}H${strip + 6}`} stroke="#ffffff" strokeWidth={6 * theme.scale} strokeLinecap="round" />
      <path d={`M-8 ${y}H${strip + 6}`} stroke="#1b2026" strokeWidth={3 * theme.scale} strokeLinecap="round" />
      <rect x={x} y={y - size * 0.8} width={plate} height={size * 1.6} rx={3} fill={theme.text} />
      <text x={x + 3} y={y} dy="0.35em" fontSize={size} fontWeight={600} fill={theme.background}>
        {label}
      </text>
    </g>
  );
}
