import type { Data, Layout } from 'plotly.js/lib/core';
import Plotly from 'plotly.js/lib/core';
import scatter3d from 'plotly.js/lib/scatter3d';
import surface from 'plotly.js/lib/surface';
import { useEffect, useRef } from 'react';
import type { Figure } from './figures/Figure.ts';

Plotly.register([surface, scatter3d]);

const config = { displayModeBar: false, responsive: false, scrollZoom: true, doubleClick: 'reset' } as const;

/** Shortest time between two updates, and their share of the time at most, so that a drag keeps its frames. */
const LEAST_INTERVAL_MS = 100;
const LARGEST_SHARE = 0.2;

export interface Plotly3DProps {
  /** Builds the figure when it is about to be drawn; a new function means that something changed. */
  readonly build: () => Figure;
  readonly onContextLost: () => void;
}

/**
 * Draws a figure in space and keeps its camera across updates. Updates that come faster than they can be drawn are
 * dropped, except the last. Load this file lazily: it brings the 3-D part of Plotly with it.
 */
export default function Plotly3D({ build, onContextLost }: Plotly3DProps) {
  const host = useRef<HTMLDivElement>(null);
  const clock = useRef({ drawnAt: Number.NEGATIVE_INFINITY, cost: 0 });
  const lost = useRef(onContextLost);
  lost.current = onContextLost;
  useEffect(() => {
    const element = host.current as HTMLDivElement;
    const rest = Math.max(LEAST_INTERVAL_MS, clock.current.cost / LARGEST_SHARE);
    const wait = clock.current.drawnAt + rest - performance.now();
    const draw = async () => {
      const begun = performance.now();
      const isFirst = element.childElementCount === 0;
      const { data, layout } = build();
      await Plotly.react(element, [...data] as Data[], { ...layout } as Partial<Layout>, config);
      clock.current = { drawnAt: performance.now(), cost: performance.now() - begun };
      if (isFirst) listen(element, 'plotly_webglcontextlost', () => lost.current());
    };
    const timer = setTimeout(() => void draw(), Math.max(0, wait));
    return () => clearTimeout(timer);
  }, [build]);
  useEffect(() => {
    const element = host.current as HTMLDivElement;
    return () => Plotly.purge(element);
  }, []);
  return <div ref={host} className="plotly-surface" />;
}

/** Plotly puts its event methods on the element that it draws in; its types know this event with too few fields. */
function listen(element: HTMLElement, event: string, handler: () => void): void {
  (element as unknown as { on: (name: string, call: () => void) => void }).on(event, handler);
}

/** The surface as it is seen now, as the data address of an image in PNG. */
export function surfaceToPng(element: HTMLElement, width: number, height: number, scale: number): Promise<string> {
  return Plotly.toImage(element, { format: 'png', width, height, scale });
}
