import { useCallback, useMemo } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import type { Box } from '../../../core/params.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import {
  beginGesture,
  editTopology,
  editTopologyInGesture,
  endGesture,
  scenarioStore,
} from '../../../store/scenarioStore.ts';
import { setTopology } from '../../../store/topologyEdits.ts';
import { settingsOn } from '../../../store/topologyScenario.ts';
import { topologyStore } from '../../../store/topologyStore.ts';
import { LevelBar } from '../../../views/LevelBar.tsx';
import { type BesidePlace, type PlanePoint, PlaneView } from '../../../views/PlaneView.tsx';
import type { PlaneFrame } from '../../../views/planeFrame.ts';
import type { PlaneBox, PlaneStart, PlaneTrajectory } from '../../../views/types.ts';
import { drawingTheme } from '../../theme.ts';
import { useThemeName } from '../../useThemeName.ts';
import { describeValue } from '../../views/usePlaneProps.ts';
import { endsOf } from './barrierEnds.ts';
import { countWords } from './countWords.ts';
import { SublevelDrawing, SublevelPaint } from './SublevelPaint.tsx';
import { onLevel } from './topologyHandlers.ts';
import { type Topology, useIsFollowing, useLevel, useSublevel, useTopologySetting } from './useTopology.ts';

const noTrajectories: readonly PlaneTrajectory[] = [];

/** Values of a landscape of one variable go upwards in its picture, which is no side of the box. */
const inBox = (box: PlaneBox): Box => box.slice(0, resultsStore.getState().landscape?.dimension ?? 2);

function onBoxChange(box: PlaneBox, phase: 'moving' | 'settled'): void {
  if (phase === 'settled') editTopology(setTopology({ box: inBox(box) }));
}

const onBoxReset = () => editTopology(setTopology({ box: undefined }));

const pointAt = (point: PlanePoint): number[] =>
  resultsStore.getState().landscape?.dimension === 1 ? [point[0]] : [point[0], point[1]];

/** The points between which the barrier is asked; none to begin with. */
function shownEnds(): readonly (readonly number[])[] {
  const { topology, scenario } = scenarioStore.getState();
  return endsOf(settingsOn(topology, scenario.landscape).between);
}

const withEnds = (ends: readonly (readonly number[])[]) =>
  setTopology({ between: ends.length === 0 ? undefined : ([ends[0], ends.at(-1)] as (readonly number[])[]) });

/** A third point takes the place of the second. */
function onEndAdd(point: PlanePoint): void {
  editTopology(withEnds([...shownEnds().slice(0, 1), pointAt(point)]));
}

function onEndMove(index: number, to: PlanePoint, phase: 'start' | 'move' | 'end'): void {
  if (phase === 'start') beginGesture();
  flushSync(() => editTopologyInGesture(withEnds(shownEnds().map((end, i) => (i === index ? pointAt(to) : end)))));
  if (phase === 'end') endGesture();
}

const onEndRemove = (index: number) => editTopology(withEnds(shownEnds().filter((_, i) => i !== index)));

const nothing = () => undefined;

/** The landscape from above, or the graph of one variable, with Ω_u on it and u on the colour bar. */
export function TopologyPlane({ topology }: { readonly topology: Topology }) {
  const { found, forest, field, style } = topology;
  const between = useTopologySetting('between');
  const chosenBox = useTopologySetting('box');
  const isFollowing = useIsFollowing(topology);
  const progress = useStore(topologyStore, (state) => state.progress);
  const name = useStore(resultsStore, (state) => state.landscape?.name ?? 'the landscape');
  const variables = useStore(resultsStore, (state) => state.landscape?.variables);
  const domain = useStore(resultsStore, (state) => state.landscape?.domain);
  const theme = drawingTheme(useThemeName());
  const isGraph = forest.axes.length === 1;
  // Nothing is found in a box that is refused, and another landscape has another box: what is shown stays in its own.
  const wantedBox = isFollowing ? (chosenBox ?? domain ?? found.box) : found.box;
  const box = useMemo(() => shownBox(wantedBox, topology), [wantedBox, topology]);
  const ends = useEnds(between, isGraph, box[1]?.[0] ?? -1);
  const axisNames = useMemo(
    (): readonly [string, string] => [variables?.[0] ?? 'x', isGraph ? 'f' : (variables?.[1] ?? 'y')],
    [variables, isGraph],
  );
  const layer = useCallback((frame: PlaneFrame) => <SublevelPaint topology={topology} frame={frame} />, [topology]);
  const drawing = useCallback(
    (frame: PlaneFrame) => <SublevelDrawing {...{ topology, frame }} points={ends.map(({ position }) => position)} />,
    [topology, ends],
  );
  const beside = useCallback((place: BesidePlace) => <Beside topology={topology} place={place} />, [topology]);
  const describePoint = useCallback((point: PlanePoint) => describeValue(Float64Array.from(pointAt(point))), []);
  return (
    <PlaneView
      field={field}
      computing={progress}
      box={box}
      contourStyle={style}
      theme={theme}
      axisNames={axisNames}
      trajectories={noTrajectories}
      starts={ends}
      selectedStart={null}
      graph={isGraph}
      position={null}
      highlighted={null}
      arrows={null}
      layer={layer}
      drawing={drawing}
      beside={beside}
      label={`Sublevel set of ${name}`}
      describePoint={describePoint}
      onBoxChange={onBoxChange}
      onBoxReset={onBoxReset}
      onPointer={nothing}
      onStartAdd={onEndAdd}
      onStartMove={onEndMove}
      onStartRemove={onEndRemove}
      onStartSelect={nothing}
      onHoverIterate={nothing}
    />
  );
}

/** The box of the plane; of one variable with the range of f. */
function shownBox(box: Box, { forest, field }: Topology): PlaneBox {
  if (forest.axes.length === 2) return box.length === 2 ? box : [box[0] ?? [-1, 1], [-1, 1]];
  return [box[0] ?? [-1, 1], [field.ys[0] ?? -1, field.ys.at(-1) ?? 1]];
}

/** @param lowest  value at the lower side of a graph */
function useEnds(
  between: readonly (readonly number[])[] | undefined,
  isGraph: boolean,
  lowest: number,
): readonly PlaneStart[] {
  const f = useStore(resultsStore, (state) => state.objective);
  return useMemo(
    () =>
      endsOf(between).flatMap((end, i): PlaneStart[] => {
        const label = `Point ${'AB'[i]}`;
        if (!isGraph) return [{ position: [end[0] as number, end[1] as number], label }];
        if (f?.dimension !== 1) return [];
        const value = f.value(Float64Array.from(end));
        // Where f has no value there is no graph: the point stands at its lower side.
        return [{ position: [end[0] as number, Number.isFinite(value) ? value : lowest], label }];
      }),
    [between, isGraph, lowest, f],
  );
}

function Beside({ topology, place }: { readonly topology: Topology; readonly place: BesidePlace }) {
  const level = useLevel(topology);
  const sublevel = useSublevel(topology, level);
  const theme = drawingTheme(useThemeName());
  const { scale, style } = topology;
  if (!Number.isFinite(scale.low)) return null;
  return (
    <LevelBar {...place} {...{ scale, theme, level, onLevel }} colours={style.colours} meaning={countWords(sublevel)} />
  );
}
