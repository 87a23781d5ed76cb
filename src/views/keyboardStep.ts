import { intervals } from './planeFrame.ts';
import type { PlaneBox } from './types.ts';

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The part of the visible span that an arrow key moves a point by: 1/50, with Shift 1/10, with Alt 1/200. */
export function keyboardStep(
  event: { readonly key: string; readonly shiftKey: boolean; readonly altKey: boolean },
  box: PlaneBox,
): [number, number] | null {
  const direction = directions[event.key];
  if (!direction) return null;
  const parts = event.altKey ? 200 : event.shiftKey ? 10 : 50;
  const [s, t] = intervals(box);
  return [(direction[0] * (s[1] - s[0])) / parts, (direction[1] * (t[1] - t[0])) / parts];
}
