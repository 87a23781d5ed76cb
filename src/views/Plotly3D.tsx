import type { Data, Layout } from 'plotly.js/lib/core';
import Plotly from 'plotly.js/lib/core';
import scatter3d from 'plotly.js/lib/scatter3d';
import surface from 'plotly.js/lib/surface';
import { type RefObject, useEffect, useRef } from 'react';
import type { Figure } from './figures/Figure.ts';
import { isElsewhere, type SpaceCamera } from './figures/spaceCamera.ts';

Plotly.register([surface, scatter3d]);

const config = { displayModeBar: false, responsive: false, scrollZoom: true, doubleClick: 'reset' } as const;

/** Shortest time between two updates, and their share of the time at most, so that a drag keeps its frames. */
const LEAST_INTERVAL_MS = 100;
const LARGEST_SHARE = 0.2;
/** But nobody waits longer than this for the last update. */
const LONGEST_INTERVAL_MS = 700;

/** Moves the camera from outside. */
export interface CameraControl {
  /** Goes where `next` says, given where the camera is and where it stands by itself; stays where that is null. */
  move(next: (camera: SpaceCamera, home: SpaceCamera) => SpaceCamera | null): void;
}

export interface Plotly3DProps {
  /**
   * Builds the figure when it is about to be drawn; a new function means that something changed. The camera in its
   * layout is where the camera stands until the user moves it.
   */
  readonly build: () => Figure;
  readonly onContextLost: () => void;
  /** Where the user has put the camera, written by this component and read when it is made anew; null at first. */
  readonly camera: RefObject<SpaceCamera | null>;
  /** Filled by this component once the figure stands. */
  readonly control: RefObject<CameraControl | null>;
}

/**
 * Draws a figure in space and keeps its camera across updates. Updates that come faster than they can be drawn are
 * dropped, except the last. Load this file lazily: it brings the 3-D part of Plotly with it.
 */
export default function Plotly3D({ build, onContextLost, camera, control }: Plotly3DProps) {
  const host = useRef<HTMLDivElement>(null);
  const clock = useRef({ drawnAt: Number.NEGATIVE_INFINITY, cost: 0 });
  const drawing = useRef(Promise.resolve());
  const stand = useRef<Stand | null>(null);
  const lost = useRef(onContextLost);
  lost.current = onContextLost;
  useEffect(() => {
    const element = host.current as HTMLDivElement;
    const rest = Math.min(Math.max(LEAST_INTERVAL_MS, clock.current.cost / LARGEST_SHARE), LONGEST_INTERVAL_MS);
    const wait = clock.current.drawnAt + rest - performance.now();
    const draw = async () => {
      const begun = performance.now();
      const isFirst = element.childElementCount === 0;
      const figure = build();
      noteCamera(element, stand, camera);
      const home = (figure.layout.scene as { readonly camera: SpaceCamera }).camera;
      stand.current = { home, at: camera.current ?? home };
      const { data, layout } = withCamera(figure, stand.current.at);
      await Plotly.react(element, [...data] as Data[], { ...layout } as Partial<Layout>, config);
      // The first drawing sets up the graphics context, which says nothing of the next.
      clock.current = { drawnAt: performance.now(), cost: isFirst ? 0 : performance.now() - begun };
      if (!isFirst) return;
      leaveRecoveryToUs(element);
      listen(element, 'plotly_webglcontextlost', () => lost.current());
      listen(element, 'plotly_relayout', () => noteCamera(element, stand, camera));
    };
    let current = true;
    const timer = setTimeout(
      () => {
        // One after the other: Plotly loses a size that it is given while it draws.
        drawing.current = drawing.current.then(() => (current ? draw() : undefined));
      },
      Math.max(0, wait),
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [build, camera]);
  useEffect(() => {
    const element = host.current as HTMLDivElement;
    control.current = { move: (next) => moveCamera(element, stand, camera, next) };
    return () => {
      control.current = null;
      const purge = () => Plotly.purge(element);
      // Plotly fails at the end of a drawing whose graph was purged meanwhile.
      void drawing.current.then(purge, purge);
    };
  }, [camera, control]);
  return <div ref={host} className="plotly-surface" />;
}

/** Where the camera stands by itself, and where it was last sent. */
interface Stand {
  readonly home: SpaceCamera;
  readonly at: SpaceCamera;
}

type Holder<T> = { current: T };

/**
 * Each drawing takes the camera of its layout, so one that the user has moved, even in the middle of a move, must be
 * noted before.
 */
function noteCamera(element: HTMLElement, stand: Holder<Stand | null>, camera: Holder<SpaceCamera | null>): void {
  const live = liveCamera(element);
  if (live && stand.current && isElsewhere(live, stand.current.at)) camera.current = live;
}

function moveCamera(
  element: HTMLElement,
  stand: Holder<Stand | null>,
  camera: Holder<SpaceCamera | null>,
  next: Parameters<CameraControl['move']>[0],
): void {
  const live = liveCamera(element);
  const moved = live && stand.current && next(live, stand.current.home);
  if (!moved || !stand.current) return;
  const { home } = stand.current;
  camera.current = moved === home ? null : moved;
  stand.current = { home, at: moved };
  void Plotly.relayout(element, { 'scene.camera': copied(moved) } as Partial<Layout>);
}

function withCamera({ data, layout }: Figure, camera: SpaceCamera): Figure {
  return { data, layout: { ...layout, scene: { ...(layout.scene as object), camera: copied(camera) } } };
}

interface Scene {
  recoverContext?: () => void;
  getCamera?: () => SpaceCamera;
}

/** Plotly's object for the space; its types do not know it. */
function sceneOf(element: HTMLElement): Scene | undefined {
  return (element as unknown as { _fullLayout?: { scene?: { _scene?: Scene } } })._fullLayout?.scene?._scene;
}

/** Where the camera is at this moment, also while the user turns it; null before the first drawing. */
function liveCamera(element: HTMLElement): SpaceCamera | null {
  const live = sceneOf(element)?.getCamera?.();
  return live ? copied(live) : null;
}

/** Plotly writes into what it is given. */
function copied({ eye, center, up }: SpaceCamera): SpaceCamera {
  return { eye: { ...eye }, center: { ...center }, up: { ...up } };
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
  const scene = sceneOf(element);
  if (scene?.recoverContext) scene.recoverContext = () => {};
}

/** The surface as it is seen now, as the data address of an image in PNG. */
export function surfaceToPng(element: HTMLElement, width: number, height: number, scale: number): Promise<string> {
  return Plotly.toImage(element, { format: 'png', width, height, scale });
}
