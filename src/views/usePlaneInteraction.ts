import { type RefObject, useState } from 'react';
import type { PlanePoint, PlaneViewProps } from './PlaneView.tsx';
import { type PlaneFrame, toPixels, toPlane } from './planeFrame.ts';
import { nearestIterate } from './screenPaths.ts';
import type { ScreenPath } from './thin.ts';
import type { PlaneMark } from './types.ts';
import type { LiveBox } from './useLiveBox.ts';
import { usePlaneGestures } from './usePlaneGestures.ts';
import { usePlaneKeyboard } from './usePlaneKeyboard.ts';
import { useStartActions } from './useStartActions.ts';

/** Reach in pixels within which the pointer finds an iterate, and within which a tap selects it. */
const HOVER_REACH = 10;
const TAP_REACH = 6;
/** And a mark, which is as wide as this. */
const MARK_REACH = 8;

/**
 * Everything that pointer and keyboard do on the plot.
 * @param overlay  the element that takes them
 * @param paths  thinned paths in the order of the trajectories
 */
export function usePlaneInteraction(
  props: PlaneViewProps,
  overlay: RefObject<SVGSVGElement | null>,
  live: LiveBox,
  frame: PlaneFrame,
  paths: readonly ScreenPath[],
) {
  const { trajectories } = props;
  const box = live.shown;
  const [pointed, setPointed] = useState<PlanePoint | null>(null);
  const [spoken, setSpoken] = useState('');
  const [isOnIterate, setOnIterate] = useState(false);
  const onPoint = (at: PlanePoint | null) => {
    setPointed(at);
    props.onPointer(at);
  };
  const speak = (name: string, at: PlanePoint) => setSpoken(sentenceFor(name, at, props));
  const startActions = useStartActions(props, overlay, speak);
  const keyboard = usePlaneKeyboard({ ...props, box, live, speak, onPoint });
  const gestures = usePlaneGestures(overlay, {
    box,
    width: frame.width,
    height: frame.height,
    onMove: live.move,
    onSettle: live.settle,
    onTap: (px, py) => {
      const mark = nearestMark(props, frame, px, py);
      if (mark) return props.onMarkSelect?.(mark);
      const tapped = props.onIterateSelect && nearestIterate(trajectories, paths, px, py, TAP_REACH);
      if (tapped) props.onIterateSelect?.(tapped);
      else props.onStartAdd(toPlane(frame, px, py));
    },
    onHover: (pixel) => {
      const found = pixel && nearestIterate(trajectories, paths, pixel[0], pixel[1], HOVER_REACH);
      const isOnMark = pixel !== null && nearestMark(props, frame, pixel[0], pixel[1]) !== null;
      setOnIterate(isOnMark || (found !== null && props.onIterateSelect !== undefined));
      props.onHoverIterate(found);
      onPoint(pixel && toPlane(frame, pixel[0], pixel[1]));
    },
  });
  const handlers = { ...gestures, ...keyboard.handlers };
  return { pointed, spoken, isOnIterate, startActions, crosshair: keyboard.crosshair, handlers };
}

/** The mark under the pointer, where marks can be selected. */
function nearestMark({ marks = [], onMarkSelect, theme }: PlaneViewProps, frame: PlaneFrame, px: number, py: number) {
  let nearest: PlaneMark | null = null;
  let least = onMarkSelect ? MARK_REACH * theme.scale : 0;
  for (const mark of marks) {
    const [x, y] = toPixels(frame, mark.position);
    const distance = Math.hypot(x - px, y - py);
    if (distance < least) [nearest, least] = [mark, distance];
  }
  return nearest;
}

/** What is announced when a point was moved by keyboard. */
function sentenceFor(name: string, at: PlanePoint, props: PlaneViewProps): string {
  const [first, second] = props.axisNames;
  const more = props.describePoint?.(at) ?? '';
  return `${name}: ${first} ${spokenNumber(at[0])}, ${second} ${spokenNumber(at[1])}${more && `, ${more}`}`;
}

const spokenNumber = (value: number): string => String(Number(value.toPrecision(4)));
