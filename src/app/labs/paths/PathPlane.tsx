import { useCallback, useMemo } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import type { KnownCriticalPoint } from '../../../core/landscapes/Landscape.ts';
import type { Section } from '../../../core/objective/section.ts';
import type { PathProfile } from '../../../core/paths/pathProfile.ts';
import { lifted, movedWithin, projected, shownSection } from '../../../store/coordinates.ts';
import { setView } from '../../../store/edits.ts';
import { setEnd, setPaths } from '../../../store/pathsEdits.ts';
import { endsOf } from '../../../store/pathsScenario.ts';
import { pathsStore } from '../../../store/pathsStore.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import {
  beginGesture,
  editPaths,
  editPathsInGesture,
  editUnrecorded,
  endGesture,
  scenarioStore,
} from '../../../store/scenarioStore.ts';
import { LevelBar, type LevelPhase } from '../../../views/LevelBar.tsx';
import { LevelLayer } from '../../../views/LevelLayer.tsx';
import { levelScale } from '../../../views/levels.ts';
import { PathDrawing, type PlanePath } from '../../../views/PathDrawing.tsx';
import { type BesidePlace, type PlanePoint, PlaneView } from '../../../views/PlaneView.tsx';
import { paper } from '../../../views/palette.ts';
import type { PlaneFrame } from '../../../views/planeFrame.ts';
import type { DrawingTheme, PlaneBox, PlaneMark, PlaneStart, PlaneTrajectory } from '../../../views/types.ts';
import { drawingTheme } from '../../theme.ts';
import { useThemeName } from '../../useThemeName.ts';
import {
  describeValue,
  useAxisNames,
  useContourStyle,
  useCriticalMarks,
  useVisibleBox,
} from '../../views/usePlaneProps.ts';
import { endsAxes } from './describePlane.ts';
import classes from './PathsLab.module.css';
import { pathMethodName, pathMethodStroke } from './pathMethodLook.ts';
import { inPlane, nearestArc, planePath, profilePlaces } from './pathPlaces.ts';
import { type ShownPath, useIsOld, usePathScenario, useShownPath } from './useShownPath.ts';

/** The landscape with the level, the two ends and the path between them. */
export function PathPlane() {
  const theme = drawingTheme(useThemeName());
  const field = useStore(resultsStore, (state) => state.field);
  const computing = useStore(resultsStore, (state) => state.fieldProgress);
  const section = useStore(resultsStore, (state) => state.section);
  const selectedStart = useStore(resultsStore, (state) => state.selectedStart);
  const name = useStore(resultsStore, (state) => state.landscape?.name ?? 'the landscape');
  const isGraph = useStore(resultsStore, (state) => state.landscape?.dimension === 1);
  const box = useVisibleBox();
  const axes = usePathAxes();
  const contourStyle = useContourStyle();
  const scenario = usePathScenario();
  const { level } = scenario.experiment;
  const starts = useEnds(section);
  const shown = useShownPath();
  const path = usePlanePath(shown, section);
  const isOld = useIsOld(shown);
  const highlighted = useHighlighted(shown, section);
  const peers = usePeerTrajectories(section);
  const marks = useMarks();
  const layer = useCallback(
    (frame: PlaneFrame) => field && <LevelLayer field={field} level={level} frame={frame} theme={theme} />,
    [field, level, theme],
  );
  const drawing = useCallback(
    (frame: PlaneFrame) => (
      <>
        {isGraph && <GraphLevel y={frame.tScale * level + frame.tShift} theme={theme} />}
        {path && <PathDrawing {...{ path, isOld, highlighted, frame, theme }} />}
      </>
    ),
    [path, isOld, highlighted, isGraph, level, theme],
  );
  const scale = useMemo(() => field && levelScale(field, contourStyle), [field, contourStyle]);
  const beside = useCallback(
    (place: BesidePlace) =>
      scale &&
      Number.isFinite(scale.low) && (
        <LevelBar {...place} {...{ scale, theme, level, onLevel }} colours={contourStyle.colours} meaning={MEANING} />
      ),
    [scale, theme, level, contourStyle],
  );
  const describePoint = useCallback((point: PlanePoint) => describeValue(Float64Array.from(pointAt(point))), []);
  const onPointer = useCallback(
    (point: PlanePoint | null) => hoverNear(point, shown?.profile ?? null, section, box),
    [shown, section, box],
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
      trajectories={peers}
      starts={starts}
      selectedStart={selectedStart}
      position={null}
      highlighted={null}
      arrows={null}
      marks={marks}
      layer={layer}
      graph={isGraph}
      underlay={drawing}
      beside={beside}
      label={`Contours of ${name}, with the two ends of a path`}
      describePoint={describePoint}
      onBoxChange={onBoxChange}
      onBoxReset={onBoxReset}
      onPointer={onPointer}
      onStartAdd={nothing}
      onStartMove={onEndMove}
      onStartRemove={nothing}
      onStartSelect={onEndSelect}
      onHoverIterate={nothing}
      onMarkSelect={onMarkSelect}
    />
  );
}

/** The level across the graph of one variable. */
const GraphLevel = ({ y, theme }: { readonly y: number; readonly theme: DrawingTheme }) => (
  <path d={`M0 ${y}H9999`} stroke={paper} strokeWidth={1.6 * theme.scale} strokeDasharray="6 4" />
);

const nothing = () => {};

const isOfOne = (): boolean => resultsStore.getState().landscape?.dimension === 1;

/** The point of R^n for a point of the plane; of one variable, its abscissa. */
const pointAt = (point: PlanePoint): number[] => (isOfOne() ? [point[0]] : lifted(shownSection(), point));

function currentEnds() {
  const { scenario, paths } = scenarioStore.getState();
  return endsOf(paths, scenario);
}

function onEndMove(index: number, to: PlanePoint, phase: 'start' | 'move' | 'end'): void {
  const end = currentEnds()[index];
  if (!end) return;
  const x = isOfOne() ? [to[0]] : movedWithin(shownSection(), end, to);
  if (phase === 'start') {
    beginGesture();
    resultsStore.setState({ dragging: true, selectedStart: index });
  }
  // Painted in the frame of the pointer event that caused it.
  flushSync(() => {
    if (x.some((coordinate, i) => coordinate !== end[i])) editPathsInGesture(setEnd(index, x));
  });
  if (phase === 'end') {
    endGesture();
    resultsStore.setState({ dragging: false });
  }
}

/** What the level on the colour bar is. */
const MEANING = 'the path is to stay below it';

function onLevel(level: number, phase: LevelPhase): void {
  if (phase === 'key') {
    editPaths(setPaths({ level }));
    return;
  }
  if (phase === 'start') {
    beginGesture();
    resultsStore.setState({ dragging: true });
  }
  flushSync(() => editPathsInGesture(setPaths({ level })));
  if (phase === 'end') {
    endGesture();
    resultsStore.setState({ dragging: false });
  }
}

const onEndSelect = (index: number | null) => resultsStore.setState({ selectedStart: index });

function onBoxChange(box: PlaneBox, phase: 'moving' | 'settled'): void {
  if (phase === 'settled') editUnrecorded(setView({ box }));
}

const onBoxReset = () => editUnrecorded(setView({ box: undefined }));

/** A press on a marked point brings the selected end there, or the nearer one. */
function onMarkSelect({ position, label }: PlaneMark): void {
  const x = pointAt([position[0], position[1]]);
  const { section, selectedStart } = resultsStore.getState();
  const far = currentEnds().map((end) => {
    const [s, t] = section ? projected(section, end) : [end[0] as number, position[1]];
    return Math.hypot(s - position[0], t - position[1]);
  });
  const index = selectedStart ?? ((far[0] ?? 0) <= (far[1] ?? 0) ? 0 : 1);
  editPaths(setEnd(index, x));
  resultsStore.setState({ announcement: `End ${index + 1} is at the ${label}.` });
}

/** The names of the two axes; of the plane through both ends, by them. */
function usePathAxes(): readonly [string, string] {
  const names = useAxisNames();
  const choice = useStore(scenarioStore, ({ scenario }) => scenario.view?.section);
  return useMemo(() => (choice?.kind === 'points' ? endsAxes(choice) : names), [choice, names]);
}

/** The two ends in the coordinates of the plane; of one variable, on the graph of f. */
function useEnds(section: Section | null): readonly PlaneStart[] {
  const { ends } = usePathScenario().experiment;
  const objective = useStore(resultsStore, (state) => state.objective);
  return useMemo(() => {
    const n = section?.origin.length ?? 1;
    if (ends.some((end) => end.length !== n) || !(section || objective?.dimension === 1)) return [];
    const place = (end: readonly number[]): readonly [number, number] =>
      section ? projected(section, end) : [end[0] as number, objective?.value(Float64Array.from(end)) ?? Number.NaN];
    return ends.map((end, i) => ({ position: place(end), label: `End ${i + 1}` }));
  }, [ends, section, objective]);
}

function usePlanePath(shown: ShownPath | null, section: Section | null): PlanePath | null {
  return useMemo(() => shown && planePath(shown, section), [shown, section]);
}

/** The point of the path at the arc length that the pointer is at, in a chart or in the plane. */
function useHighlighted(shown: ShownPath | null, section: Section | null): readonly [number, number] | null {
  const hovered = useStore(pathsStore, (state) => state.hovered);
  return useMemo(() => {
    const profile = shown?.profile;
    if (hovered === null || !profile) return null;
    const k = profile.arcs.findIndex((arc) => arc >= hovered);
    const places = profilePlaces(profile, section);
    return k < 0 || !places ? null : [places[2 * k] as number, places[2 * k + 1] as number];
  }, [hovered, shown, section]);
}

function hoverNear(
  point: PlanePoint | null,
  profile: PathProfile | null,
  section: Section | null,
  box: PlaneBox | null,
): void {
  const arc = point && profile && box ? nearestArc(point, profile, section, box) : null;
  if (arc !== pathsStore.getState().hovered) pathsStore.setState({ hovered: arc });
}

const noPaths: readonly PlaneTrajectory[] = [];

/** The paths of the other methods that are to be drawn. */
function usePeerTrajectories(section: Section | null): readonly PlaneTrajectory[] {
  const found = useStore(pathsStore, (state) => state.peers);
  const ids = useStore(pathsStore, (state) => state.shownPeers);
  const chosen = usePathScenario().experiment.method.id;
  return useMemo(() => {
    if (!found || !section) return noPaths;
    return found.peers.flatMap(({ method, result }): PlaneTrajectory[] => {
      if (!result || !ids.includes(method) || method === chosen) return [];
      if (result.highest.length !== section.origin.length) return [];
      return [
        {
          id: method,
          label: pathMethodName(method),
          points: inPlane(section, result.beads),
          values: result.values,
          iterations: Float64Array.from(result.values, (_, k) => k),
          stroke: pathMethodStroke(method),
          events: [],
        },
      ];
    });
  }, [found, ids, chosen, section]);
}

const noPoints: readonly KnownCriticalPoint[] = [];

/** The critical points that were found; where none were asked for, those known of the landscape in two variables. */
function useMarks(): readonly PlaneMark[] {
  const found = useCriticalMarks();
  const known = useStore(resultsStore, (state) => state.landscape?.knownCriticalPoints ?? noPoints);
  return useMemo(() => {
    if (found.length > 0) return found;
    return known.flatMap(({ x, type }): PlaneMark[] => {
      if (x.length !== 2) return [];
      return [{ position: [x[0] as number, x[1] as number], type, label: type }];
    });
  }, [found, known]);
}
