import { type PointerEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import { panBox, planeFrame, toPlane, zoomBox } from './planeFrame.ts';
import type { PlaneBox } from './types.ts';
import { useLatest } from './useLatest.ts';

/** A press that moves less than this many pixels is a tap. */
const TAP_REACH = 4;
/** Quiet time after the last wheel event until the box counts as settled. */
const WHEEL_REST_MS = 160;

export interface PlaneGestures {
  readonly box: PlaneBox;
  readonly width: number;
  readonly height: number;
  readonly onMove: (box: PlaneBox) => void;
  readonly onSettle: () => void;
  /** A press and release without movement, in pixels of the plot rectangle. */
  readonly onTap: (px: number, py: number) => void;
  /** The pointer above the plot with nothing pressed; null when it leaves. */
  readonly onHover: (pixel: readonly [number, number] | null) => void;
}

interface Contact {
  readonly id: number;
  x: number;
  y: number;
}

/**
 * Pan by drag, zoom by wheel or pinch about the pointer, tap. Takes the handlers for the plot's element, whose pixels
 * are those of the plot rectangle.
 */
export function usePlaneGestures(element: RefObject<Element | null>, gestures: PlaneGestures) {
  const latest = useLatest(gestures);
  const contacts = useRef<Contact[]>([]);
  /** Where a press began; null once it cannot be a tap any more. */
  const press = useRef<{ x: number; y: number } | null>(null);
  useWheelZoom(element, latest);
  return useMemo(() => {
    const place = (event: PointerEvent): Contact => {
      const bounds = event.currentTarget.getBoundingClientRect();
      return { id: event.pointerId, x: event.clientX - bounds.left, y: event.clientY - bounds.top };
    };
    return {
      onPointerDown: (event: PointerEvent) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const contact = place(event);
        contacts.current = [...contacts.current, contact].slice(-2);
        press.current = contacts.current.length === 1 ? { x: contact.x, y: contact.y } : null;
      },
      onPointerMove: (event: PointerEvent) => {
        const now = place(event);
        const held = contacts.current.find((contact) => contact.id === now.id);
        if (!held) {
          if (event.pointerType !== 'touch') latest.current.onHover([now.x, now.y]);
          return;
        }
        if (press.current && Math.hypot(now.x - press.current.x, now.y - press.current.y) <= TAP_REACH) return;
        press.current = null;
        moveContact(latest.current, contacts.current, held, now);
      },
      onPointerUp: (event: PointerEvent) => {
        const wasTap = press.current !== null && contacts.current.length === 1;
        const held = contacts.current.some((contact) => contact.id === event.pointerId);
        contacts.current = contacts.current.filter((contact) => contact.id !== event.pointerId);
        if (!held) return;
        const { x, y } = place(event);
        if (wasTap) latest.current.onTap(x, y);
        else if (contacts.current.length === 0) latest.current.onSettle();
        press.current = null;
      },
      onPointerCancel: (event: PointerEvent) => {
        contacts.current = contacts.current.filter((contact) => contact.id !== event.pointerId);
        press.current = null;
        if (contacts.current.length === 0) latest.current.onSettle();
      },
      onPointerLeave: () => {
        if (contacts.current.length === 0) latest.current.onHover(null);
      },
    };
  }, [latest]);
}

/** Pans with one contact, zooms and pans with two; `held` then takes its new place. */
function moveContact(gestures: PlaneGestures, contacts: readonly Contact[], held: Contact, now: Contact): void {
  const { box, width, height } = gestures;
  const other = contacts.find((contact) => contact !== held);
  if (!other) {
    gestures.onMove(panBox(box, now.x - held.x, now.y - held.y, width, height));
  } else {
    const before = Math.hypot(held.x - other.x, held.y - other.y);
    const after = Math.hypot(now.x - other.x, now.y - other.y);
    const panned = panBox(box, (now.x - held.x) / 2, (now.y - held.y) / 2, width, height);
    const centre = toPlane(planeFrame(panned, width, height), (now.x + other.x) / 2, (now.y + other.y) / 2);
    gestures.onMove(zoomBox(panned, Math.max(1, before) / Math.max(1, after), centre));
  }
  held.x = now.x;
  held.y = now.y;
}

/** React attaches wheel listeners passively; this one must keep the page from scrolling. */
function useWheelZoom(element: RefObject<Element | null>, latest: RefObject<PlaneGestures>): void {
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    let rest = 0;
    const zoom = (event: Event) => {
      const wheel = event as WheelEvent;
      wheel.preventDefault();
      const { box, width, height, onMove, onSettle } = latest.current;
      const bounds = target.getBoundingClientRect();
      const about = toPlane(planeFrame(box, width, height), wheel.clientX - bounds.left, wheel.clientY - bounds.top);
      onMove(zoomBox(box, Math.exp(wheelTravel(wheel) * 0.0018), about));
      window.clearTimeout(rest);
      rest = window.setTimeout(onSettle, WHEEL_REST_MS);
    };
    target.addEventListener('wheel', zoom, { passive: false });
    return () => {
      window.clearTimeout(rest);
      target.removeEventListener('wheel', zoom);
    };
  }, [element, latest]);
}

/** Wheel travel in pixels: lines and pages are converted, a pinch on a touch pad counts more, jumps are limited. */
function wheelTravel(event: WheelEvent): number {
  const unit = event.deltaMode === 1 ? 33 : event.deltaMode === 2 ? 400 : 1;
  const travel = event.deltaY * unit * (event.ctrlKey ? 6 : 1);
  return Math.max(-300, Math.min(300, travel));
}
