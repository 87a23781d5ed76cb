import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { cameraAfterKey, fittedCamera, type SpaceCamera, turned, zoomed } from './figures/spaceCamera.ts';
import { paintSpace } from './paintSpace.ts';
import { type SpaceAxis, SpaceFrame } from './SpaceFrame.tsx';
import { type SpaceMarked, SpaceMarks } from './SpaceMarks.tsx';
import styles from './SpaceView.module.css';
import { MeshBuilder, type SpaceMesh } from './spaceMesh.ts';
import { spaceProjection } from './spaceProjection.ts';
import type { DrawingTheme } from './types.ts';
import { useElementSize } from './useElementSize.ts';

export interface SpaceViewProps {
  /** Builds the triangles, coarse while something moves; a new function where they are others. */
  readonly build: (isMoving: boolean) => SpaceMesh;
  /** Builds what stands before that while it is lit; null for nothing. */
  readonly buildLit: ((isMoving: boolean) => SpaceMesh) | null;
  /** Parts of the mesh with a red outline. */
  readonly outlined: ReadonlySet<number>;
  /** Lengths of the box, centred at the origin. */
  readonly extent: readonly [number, number, number];
  readonly axes: readonly [SpaceAxis, SpaceAxis, SpaceAxis];
  readonly marks: SpaceMarked;
  readonly theme: DrawingTheme;
  /** Spoken name of the view. */
  readonly label: string;
}

/** Quiet time in milliseconds after which the fine picture is drawn. */
const REST = 140;
/** Radians of a turn for each pixel. */
const TURN = 0.008;

/** Outlines grow wider with the type only where a picture has more pixels across than this: they hide small parts. */
const ROOMY = 320;

const empty = new MeshBuilder().mesh();
const nothing = (): SpaceMesh => empty;

/**
 * Triangles in space, turned by pointer and keyboard, drawn without WebGL. What moves is drawn coarsely at once, and
 * finely when it rests. Fills its parent.
 */
export function SpaceView(props: SpaceViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  return (
    <div ref={host} style={{ position: 'absolute', inset: 0 }}>
      {size && size.width > 60 && size.height > 60 && <SpaceStage {...props} {...size} />}
    </div>
  );
}

function SpaceStage(props: SpaceViewProps & { readonly width: number; readonly height: number }) {
  const { build, buildLit, outlined, extent, axes, marks, theme, label, width, height } = props;
  const home = useMemo(
    () => fittedCamera({ x: extent[0], y: extent[1], z: extent[2] }, width, height, theme.scale),
    [extent, width, height, theme.scale],
  );
  const [moved, setMoved] = useState<SpaceCamera | null>(null);
  const camera = moved ?? home;
  const project = useMemo(() => spaceProjection(camera, width, height), [camera, width, height]);
  const mesh = useRestingMesh(build);
  const lit = useRestingMesh(buildLit ?? nothing);
  const isLit = buildLit !== null;
  const line = Math.min(theme.scale, Math.max(1, Math.min(width, height) / ROOMY));
  const raster = useMemo(
    () => paintSpace({ mesh, outlined, lit: isLit ? lit : null }, project, width, height, line),
    [mesh, outlined, lit, isLit, project, width, height, line],
  );
  const canvas = useRef<HTMLCanvasElement>(null);
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(raster.pixels, width, height), 0, 0);
  }, [raster, width, height]);
  const gestures = useTurning(camera, setMoved);
  useWheel(element, (factor) => setMoved((before) => zoomed(before ?? home, factor)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = cameraAfterKey(event.key, camera, home);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    setMoved(next === home ? null : next);
  };
  return (
    <div
      ref={element}
      className={styles.view}
      role="application"
      aria-label={`${label}. Arrow keys turn it, plus and minus zoom, 0 shows all of it.`}
      aria-roledescription="surface"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keyboard
      tabIndex={0}
      onKeyDown={onKeyDown}
      {...gestures}
      data-picture="space"
      data-background={theme.background}
    >
      <SpaceFrame {...{ extent, axes, theme, project, width, height }} className={styles.picture} />
      <canvas
        ref={canvas}
        className={styles.picture}
        width={width}
        height={height}
        data-triangles={mesh.colours.length / 3}
        data-lit={isLit ? lit.colours.length / 3 : undefined}
      />
      <SpaceMarks {...{ marks, theme, project, raster }} className={styles.picture} />
    </div>
  );
}

/** The coarse mesh at once where it changes, the fine one when nothing has changed for a while. */
function useRestingMesh(build: SpaceViewProps['build']): SpaceMesh {
  const [resting, setResting] = useState<SpaceViewProps['build'] | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setResting(() => build), REST);
    return () => clearTimeout(timer);
  }, [build]);
  const isMoving = resting !== build;
  return useMemo(() => build(isMoving), [build, isMoving]);
}

function useTurning(camera: SpaceCamera, onMove: (camera: SpaceCamera) => void) {
  const held = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const release = () => {
    held.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent) => {
      if (!held.current) return;
      const [dx, dy] = [event.clientX - held.current.x, event.clientY - held.current.y];
      held.current = { x: event.clientX, y: event.clientY };
      onMove(turned(camera, -TURN * dx, TURN * dy));
    },
    onPointerUp: release,
    onPointerCancel: release,
  };
}

/** React attaches wheel listeners passively; this one must keep the page from scrolling. */
function useWheel(element: React.RefObject<HTMLElement | null>, onZoom: (factor: number) => void): void {
  const latest = useRef(onZoom);
  useEffect(() => {
    latest.current = onZoom;
  });
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const zoom = (event: WheelEvent) => {
      event.preventDefault();
      latest.current(Math.exp(Math.max(-300, Math.min(300, event.deltaY)) * 0.0012));
    };
    target.addEventListener('wheel', zoom, { passive: false });
    return () => target.removeEventListener('wheel', zoom);
  }, [element]);
}
