import { type KeyboardEvent, lazy, type RefObject, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { fieldExtent } from './fieldValue.ts';
import { cameraAfterKey, type SpaceCamera } from './figures/spaceCamera.ts';
import {
  type SurfaceContent,
  surfaceCaption,
  surfaceLayout,
  surfaceLineTraces,
  surfaceTrace,
} from './figures/surface.ts';
import { levelScale } from './levels.ts';
import type { CameraControl } from './Plotly3D.tsx';
import styles from './SurfaceView.module.css';
import type { Field } from './types.ts';
import { useDelayed } from './useDelayed.ts';
import { useElementSize } from './useElementSize.ts';
import { useStable } from './useStable.ts';

const Plotly3D = lazy(() => import('./Plotly3D.tsx'));

export interface SurfaceViewProps extends Omit<SurfaceContent, 'field'> {
  /** Null before the first one. */
  readonly field: Field | null;
  /** Spoken name of the view: "Surface of Rosenbrock's function". */
  readonly label: string;
  /** Called with what happened when the graphics context was lost; the surface is then drawn anew by itself. */
  readonly onContextLost: (sentence: string) => void;
}

/** How often a lost context is replaced without asking. */
const MOST_REVIVALS = 3;

const lostSentence = 'The graphics card dropped the surface; it was drawn again.';
const goneSentence = 'The graphics card keeps dropping the surface. The contour shows the same landscape.';
const unsupportedSentence = 'This browser has no WebGL, which the surface needs. The contour shows the same landscape.';

/**
 * The landscape as a surface in space with the trajectories on it. Fills its parent. Follows changes at ten updates a
 * second at most and always shows the last one. Where the contour's scale is cut, so is the surface, with a caption.
 */
export function SurfaceView(props: SurfaceViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  const [losses, setLosses] = useState(0);
  const camera = useRef<SpaceCamera | null>(null);
  const control = useRef<CameraControl | null>(null);
  const theme = useStable(props.theme);
  const contourStyle = useStable(props.contourStyle);
  const axisNames = useStable(props.axisNames);
  const lose = () => {
    props.onContextLost(losses < MOST_REVIVALS ? lostSentence : goneSentence);
    setLosses(losses + 1);
  };
  const sentence = !supportsWebGl() ? unsupportedSentence : losses > MOST_REVIVALS ? goneSentence : null;
  const isShowable = props.field !== null && Number.isFinite(props.field.min);
  return (
    <div
      ref={host}
      className={styles.view}
      role="application"
      aria-label={`${props.label}. Arrow keys turn it, plus and minus zoom, 0 shows all of it.`}
      aria-roledescription="surface"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keyboard
      tabIndex={0}
      onKeyDown={(event) => moveCamera(event, control.current)}
      data-picture="surface"
      data-background={theme.background}
      style={{ color: theme.mutedText }}
    >
      {sentence === null && isShowable && props.field && size && size.width > 80 && size.height > 80 && (
        <SurfaceStage
          key={losses}
          {...props}
          {...{ theme, contourStyle, axisNames, size, camera, control }}
          field={props.field}
          onLost={lose}
        />
      )}
      {(sentence || (props.field && !isShowable)) && (
        <p className={styles.sentence}>{sentence ?? 'The landscape has no finite value in this box.'}</p>
      )}
    </div>
  );
}

function moveCamera(event: KeyboardEvent, control: CameraControl | null): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  control?.move((camera, home) => {
    const moved = cameraAfterKey(event.key, camera, home);
    if (moved) {
      event.preventDefault();
      event.stopPropagation();
    }
    return moved;
  });
}

interface SurfaceStageProps extends SurfaceContent {
  readonly size: { readonly width: number; readonly height: number };
  readonly onLost: () => void;
  readonly camera: RefObject<SpaceCamera | null>;
  readonly control: RefObject<CameraControl | null>;
}

function SurfaceStage(props: SurfaceStageProps) {
  const { field, contourStyle, theme, axisNames, trajectories, starts, selectedStart, position, highlighted, marks } =
    props;
  const size = useDelayed(
    props.size,
    120,
    (a: SurfaceStageProps['size'], b) => a.width === b.width && a.height === b.height,
  );
  const scale = useMemo(() => levelScale(field, contourStyle), [field, contourStyle]);
  const ground = useMemo(() => surfaceTrace(field, scale, contourStyle), [field, scale, contourStyle]);
  const build = useCallback(() => {
    const content: SurfaceContent = {
      ...{ field, contourStyle, theme, axisNames, trajectories, starts, selectedStart, position, highlighted },
      ...(marks && { marks }),
    };
    const lines = surfaceLineTraces(content, { field, box: fieldExtent(field), scale });
    return { data: [ground, ...lines], layout: surfaceLayout(content, scale, size.width, size.height) };
  }, [
    field,
    contourStyle,
    theme,
    axisNames,
    trajectories,
    starts,
    selectedStart,
    position,
    highlighted,
    marks,
    scale,
    ground,
    size,
  ]);
  const caption = surfaceCaption(scale);
  return (
    <>
      <Suspense fallback={<p className={styles.sentence}>Loading the surface…</p>}>
        <Plotly3D build={build} onContextLost={props.onLost} camera={props.camera} control={props.control} />
      </Suspense>
      {caption && (
        <p className={styles.caption} data-caption="">
          {caption}
        </p>
      )}
    </>
  );
}

let webGl: boolean | null = null;

function supportsWebGl(): boolean {
  if (webGl === null) {
    const context = document.createElement('canvas').getContext('webgl');
    webGl = context !== null;
    // Browsers allow few contexts at a time.
    context?.getExtension('WEBGL_lose_context')?.loseContext();
  }
  return webGl;
}
