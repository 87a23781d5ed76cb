import { Maximize } from 'lucide-react';
import { lazy, type MouseEvent, Suspense, useCallback, useMemo } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { lifted, movedWithin, shownSection } from '../../store/coordinates.ts';
import { addStart, moveStart, removeStart, setView } from '../../store/edits.ts';
import { type RunId, resultsStore } from '../../store/resultsStore.ts';
import {
  beginGesture,
  edit,
  editInGesture,
  editUnrecorded,
  endGesture,
  scenarioStore,
} from '../../store/scenarioStore.ts';
import { type PlanePoint, PlaneView } from '../../views/PlaneView.tsx';
import type { IterateReference, PlaneBox, PlaneMark } from '../../views/types.ts';
import { pictureShown } from '../firstPicture.ts';
import { FailureBoundary } from '../shell/FailureBoundary.tsx';
import { drawingTheme } from '../theme.ts';
import { useThemeName } from '../useThemeName.ts';
import classes from './LandscapeViews.module.css';
import { useLayout } from './LayoutSwitch.tsx';
import { SectionCaption } from './SectionCaption.tsx';
import { useAnchors } from './useAnchors.tsx';
import { describeLimit, limitMarks, useBasins } from './useBasins.ts';
import {
  describeValue,
  useAxisNames,
  useContourStyle,
  useCriticalMarks,
  useCurvatureArrows,
  useHighlight,
  usePlaneCurves,
  usePlaneStarts,
  usePlaneTrajectories,
  useVisibleBox,
} from './usePlaneProps.ts';

const LinkedSurface = lazy(() => import('./LinkedSurface.tsx'));

/** The point of R^n for a point of the view; of one variable, its abscissa. */
function pointAt(point: PlanePoint): number[] {
  const { landscape } = resultsStore.getState();
  return landscape?.dimension === 1 ? [point[0]] : lifted(shownSection(), point);
}

const iterateRef = (iterate: IterateReference | null) =>
  iterate && { run: iterate.trajectoryId as RunId, iteration: iterate.iteration };

function onStartMove(index: number, to: PlanePoint, phase: 'start' | 'move' | 'end'): void {
  const start = scenarioStore.getState().scenario.experiment.starts[index];
  if (!start) return;
  const x = start.length === 1 ? [to[0]] : movedWithin(shownSection(), start, to);
  if (phase === 'start') {
    beginGesture();
    // What is under the hand is the start: the inspector follows it.
    resultsStore.setState({ dragging: true, selectedStart: index, hovered: null, pointer: null });
  }
  // Painted in the frame of the pointer event that caused it.
  flushSync(() => {
    if (x.some((coordinate, i) => coordinate !== start[i])) editInGesture(moveStart(index, x));
  });
  if (phase === 'end') {
    endGesture();
    resultsStore.setState({ dragging: false });
  }
}

function onPointer(point: PlanePoint | null): void {
  resultsStore.setState({ pointer: point && Float64Array.from(pointAt(point)) });
}

function onStartAdd(point: PlanePoint): void {
  edit(addStart(pointAt(point)));
  resultsStore.setState({ selectedStart: scenarioStore.getState().scenario.experiment.starts.length - 1 });
}

function onStartRemove(index: number): void {
  edit(removeStart(index));
  resultsStore.setState({ selectedStart: null });
}

const onStartSelect = (index: number | null) => resultsStore.setState({ selectedStart: index });

function onBoxChange(box: PlaneBox, phase: 'moving' | 'settled'): void {
  if (phase === 'settled') editUnrecorded(setView({ box }));
}

const onBoxReset = () => editUnrecorded(setView({ box: undefined }));

function onMarkSelect({ position, label }: PlaneMark): void {
  const name = `${label[0]?.toUpperCase()}${label.slice(1)}`;
  resultsStore.setState({
    heldPoint: { x: Float64Array.from(pointAt([position[0], position[1]])), name },
    pinned: null,
    hovered: null,
  });
}

/** Under a hand that drags a start the nearest iterate is the start, and its card would lie over what is watched. */
const onHoverIterate = (iterate: IterateReference | null) =>
  resultsStore.setState(({ dragging }) => ({ hovered: dragging ? null : iterateRef(iterate) }));

const onIterateSelect = (iterate: IterateReference) =>
  resultsStore.setState({ pinned: iterateRef(iterate), heldPoint: null });

function LinkedPlane() {
  const field = useStore(resultsStore, (state) => state.field);
  const computing = useStore(resultsStore, (state) => state.fieldProgress);
  const position = useStore(resultsStore, (state) => state.position);
  const selectedStart = useStore(resultsStore, (state) => state.selectedStart);
  const name = useStore(resultsStore, (state) => state.landscape?.name ?? 'the landscape');
  const box = useVisibleBox();
  const theme = drawingTheme(useThemeName());
  const graph = useStore(resultsStore, (state) => state.landscape?.dimension === 1);
  const axes = useAxisNames();
  const contourStyle = useContourStyle();
  const trajectories = usePlaneTrajectories();
  const starts = usePlaneStarts();
  const highlighted = useHighlight();
  const arrows = useCurvatureArrows();
  const marks = useCriticalMarks();
  const curves = usePlaneCurves();
  const underlay = useAnchors(theme);
  const basins = useBasins();
  const limits = useMemo(() => limitMarks(basins), [basins]);
  const describePoint = useCallback(
    (point: PlanePoint) => describeValue(Float64Array.from(pointAt(point))) + describeLimit(basins, point),
    [basins],
  );
  if (!box) return <output className={classes.waiting}>Preparing the landscape…</output>;
  return (
    <PlaneView
      field={field}
      computing={computing}
      box={box}
      contourStyle={contourStyle}
      theme={theme}
      axisNames={axes}
      trajectories={trajectories}
      starts={starts}
      selectedStart={selectedStart}
      graph={graph}
      position={position}
      highlighted={highlighted}
      arrows={arrows}
      marks={marks.length > 0 ? marks : limits}
      basins={basins}
      curves={curves}
      {...(underlay && { underlay })}
      label={`Contours of ${name}`}
      describePoint={describePoint}
      onBoxChange={onBoxChange}
      onBoxReset={onBoxReset}
      onPointer={onPointer}
      onStartAdd={onStartAdd}
      onStartMove={onStartMove}
      onStartRemove={onStartRemove}
      onStartSelect={onStartSelect}
      onHoverIterate={onHoverIterate}
      onIterateSelect={onIterateSelect}
      onMarkSelect={onMarkSelect}
      onDrawn={pictureShown}
    />
  );
}

/** Contour, surface or both side by side; where there is room for one view only, one of them. */
export function LandscapeViews({ oneView }: { readonly oneView: boolean }) {
  const layout = useLayout(oneView);
  return (
    <div className={classes.views} data-layout={layout}>
      {layout !== 'surface' && (
        <div className={classes.view} data-view="contour">
          <FailureBoundary what="The contour">
            <LinkedPlane />
          </FailureBoundary>
        </div>
      )}
      {layout !== 'contour' && (
        <div className={classes.view} data-view="surface">
          <FailureBoundary what="The surface">
            <Suspense fallback={<output className={classes.waiting}>Loading the surface…</output>}>
              <LinkedSurface />
            </Suspense>
          </FailureBoundary>
        </div>
      )}
      <SectionCaption />
      {layout !== 'surface' && <ResetBox />}
    </div>
  );
}

/** The button vanishes with the press: the keyboard goes on in the view. */
function onReset({ currentTarget, detail }: MouseEvent<HTMLElement>): void {
  const byKeyboard = detail === 0;
  if (byKeyboard) currentTarget.parentElement?.querySelector<SVGElement>('[role=application]')?.focus();
  onBoxReset();
}

/** Brings the whole domain back once the view has been moved. */
function ResetBox() {
  const moved = useStore(scenarioStore, (state) => state.scenario.view?.box !== undefined);
  const presenting = useStore(resultsStore, (state) => state.presenting);
  if (!moved || presenting) return null;
  return (
    <button type="button" className={classes.reset} onClick={onReset} title="Show the whole domain (0)">
      <Maximize size={14} aria-hidden /> Reset view
    </button>
  );
}
