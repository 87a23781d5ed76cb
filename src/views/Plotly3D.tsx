import type { Data, Layout } from 'plotly.js/lib/core';
import Plotly from 'plotly.js/lib/core';
import scatter3d from 'plotly.js/lib/scatter3d';
import surface from 'plotly.js/lib/surface';
import { type RefObject, useEffect, useRef } from 'react';
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
  /** Where the user has put the camera, written by this component and read when it is made anew; null at first. */
  readonly camera: RefObject<unknown>;
}

/**
 * Draws a figure in space and keeps its camera across updates. Updates that come faster than they can be drawn are
 * dropped, except the last. Load this file lazily: it brings the 3-D part of Plotly with it.
 */
export default function Plotly3D({ build, onContextLost, camera }: Plotly3DProps) {
  const host = useRef<HTMLDivElement>(null);
  const clock = useRef({ drawnAt: Number.NEGATIVE_INFINITY, cost: 0 });
  // One camera for the life of the drawing: Plotly takes a new one as an order to go there.
  const firstCamera = useRef(camera.current);
  const lost = useRef(onContextLost);
  lost.current = onContextLost;
  useEffect(() => {
    const element = host.current as HTMLDivElement;
    const rest = Math.max(LEAST_INTERVAL_MS, clock.current.cost / LARGEST_SHARE);
    const wait = clock.current.drawnAt + rest - performance.now();
    const draw = async () => {
      const begun = performance.now();
      const isFirst = element.childElementCount === 0;
      const { data, layout } = withCamera(build(), firstCamera.current);
      await Plotly.react(element, [...data] as Data[], { ...layout } as Partial<Layout>, config);
      clock.current = { drawnAt: performance.now(), cost: performance.now() - begun };
      if (!isFirst) return;
      leaveRecoveryToUs(element);
      listen(element, 'plotly_webglcontextlost', () => lost.current());
      listen(element, 'plotly_relayout', (change) => {
        camera.current = (change as Readonly<Record<string, unknown>>)['scene.camera'] ?? camera.current;
      });
    };
    const timer = setTimeout(() => void draw(), Math.max(0, wait));
    return () => clearTimeout(timer);
  }, [build, camera]);
  useEffect(() => {
    const element = host.current as HTMLDivElement;
    return () => Plotly.purge(element);
  }, []);
  return <div ref={host} className="plotly-surface" />;
}

function withCamera({ data, layout }: Figure, camera: unknown): Figure {
  if (camera === null) return { data, layout };
  return { data, layout: { ...layout, scene: { ...(layout.scene as object), camera } } };
}

/** Plotly puts its event methods on the element that it draws in; its types know these events with too few fields. */
function listen(element: HTMLElement, event: string, handler: (change: unknown) => void): void {
  (element as unknown as { on: (name: string, call: typeof handler) => void }).on(event, handler);
}

/**
 * Plotly waits for a lost context to come back, which it never does because nobody has asked the browser for it, and
 * fails in the middle of waiting when the drawing is taken away. The drawing is made anew instead.
 */
function leaveRecoveryToUs(element: HTMLElement): void {
  type Scene = { recoverContext?: () => void };
  const { _fullLayout: layout } = element as unknown as { _fullLayout?: { scene?: { _scene?: Scene } } };
  const scene = layout?.scene?._scene;
  if (scene?.recoverContext) scene.recoverContext = () => {};
}

/** The surface as it is seen now, as the data address of an image in PNG. */
export function surfaceToPng(element: HTMLElement, width: number, height: number, scale: number): Promise<string> {
  return Plotly.toImage(element, { format: 'png', width, height, scale });
}
