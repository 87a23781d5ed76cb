import { unitWithin, valueAtUnit } from './barPlace.ts';
import type { LevelScale } from './levels.ts';

const DIRECTIONS: Readonly<Record<string, 1 | -1>> = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 };

/** The level after a key: arrows by 1/50 of the scale, with Shift 1/10, with Alt 1/200; Home and End; null for others. */
export function levelAfterKey(
  event: { readonly key: string; readonly shiftKey: boolean; readonly altKey: boolean },
  scale: LevelScale,
  level: number,
): number | null {
  if (event.key === 'Home') return scale.low;
  if (event.key === 'End') return scale.high;
  const direction = DIRECTIONS[event.key];
  if (!direction) return null;
  const part = 1 / (event.altKey ? 200 : event.shiftKey ? 10 : 50);
  return valueAtUnit(scale, unitWithin(scale, level) + direction * part, part / 10);
}
