import { useMemo } from 'react';
import { useStore } from 'zustand';
import { inspectPoint } from '../../core/critical/inspect.ts';
import type { Objective } from '../../core/objective/Objective.ts';
import { isOwnPlane, project, type Section, sectionCurvature } from '../../core/objective/section.ts';
import type { Box } from '../../core/params.ts';
import { projected } from '../../store/coordinates.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { scenarioStore } from '../../store/scenarioStore.ts';
import { visibleBox } from '../../store/visibleBox.ts';
import type {
  ContourStyle,
  CurvatureArrows,
  IterateReference,
  PlaneBox,
  PlaneCurve,
  PlaneMark,
  PlaneStart,
  PlaneTrajectory,
} from '../../views/types.ts';
import { useInspectedPoint } from '../useInspection.ts';
import { axisNames } from './axisNames.ts';
import { planeTrajectories } from './planeTrajectories.ts';

/** How the contour is shown where the scenario does not say. */
const DEFAULT_STYLE: ContourStyle = { scale: 'linear', colours: 'viridis', levels: 16 };

/** The style of contour and surface. */
export function useContourStyle(): ContourStyle {
  const view = useStore(scenarioStore, (state) => state.scenario.view);
  const { scale, colours, levels } = { ...DEFAULT_STYLE, ...view };
  return useMemo(() => ({ scale, colours, levels }), [scale, colours, levels]);
}

/** The visible runs as the views draw them. */
export function usePlaneTrajectories(): readonly PlaneTrajectory[] {
  const runs = useStore(resultsStore, (state) => state.runs);
  const section = useStore(resultsStore, (state) => state.section);
  const methods = useStore(scenarioStore, (state) => state.scenario.experiment.methods);
  return useMemo(() => planeTrajectories(runs, methods, section), [runs, methods, section]);
}

/** The starts in the coordinates of the plane; of one variable, on the graph of f. */
export function usePlaneStarts(): readonly PlaneStart[] {
  const starts = useStore(scenarioStore, (state) => state.scenario.experiment.starts);
  const section = useStore(resultsStore, (state) => state.section);
  const objective = useStore(resultsStore, (state) => state.objective);
  const dimension = useStore(resultsStore, (state) => state.landscape?.dimension);
  return useMemo(
    () =>
      starts.flatMap((start, i) => {
        if (start.length !== dimension || !(section || objective)) return [];
        const position = section
          ? projected(section, start)
          : ([start[0] as number, objective?.value(Float64Array.from(start)) ?? Number.NaN] as const);
        return [{ position, label: `Start ${i + 1}` }];
      }),
    [starts, section, objective, dimension],
  );
}

/** The visible box, or null while there is no landscape. */
export function useVisibleBox(): PlaneBox | null {
  const landscape = useStore(resultsStore, (state) => state.landscape);
  const objective = useStore(resultsStore, (state) => state.objective);
  const extent = useStore(resultsStore, (state) => state.extent);
  const box = useStore(scenarioStore, (state) => state.scenario.view?.box);
  const section = useStore(scenarioStore, (state) => state.scenario.view?.section);
  return useMemo(
    () => landscape && visibleBox({ box, section }, landscape, objective, extent),
    [landscape, objective, box, section, extent],
  );
}

/** The names of the two axes. */
export function useAxisNames(): readonly [string, string] {
  const variables = useStore(resultsStore, (state) => state.landscape?.variables);
  const section = useStore(scenarioStore, (state) => state.scenario.view?.section);
  return useMemo(() => axisNames(section, variables ?? ['x', 'y']), [section, variables]);
}

const noMarks: readonly PlaneMark[] = [];

/** Critical points farther from the plane than this share of what is shown are not in it. */
const IN_PLANE = 1e-6;

/** The critical points found, those that lie in the visible plane; of one variable, on the graph of f. */
export function useCriticalMarks(): readonly PlaneMark[] {
  const critical = useStore(resultsStore, (state) => state.critical);
  const section = useStore(resultsStore, (state) => state.section);
  return useMemo(() => {
    if (!critical) return noMarks;
    return critical.points.flatMap(({ x, value, type, index }): PlaneMark[] => {
      if (type === 'regular' || x.length !== (section?.origin.length ?? 1)) return [];
      const label = Number.isNaN(index) ? type : `${type}, index ${index}`;
      const mark = { type, label, ...(!Number.isNaN(index) && { index }) };
      if (!section) return [{ position: [x[0] as number, value], ...mark }];
      const { coordinates, distances } = project(section, x);
      if ((distances[0] as number) > IN_PLANE) return [];
      return [{ position: [coordinates[0] as number, coordinates[1] as number], ...mark }];
    });
  }, [critical, section]);
}

const noCurves: readonly PlaneCurve[] = [];

/** A box smaller than this part of the view is drawn as large as that. */
const LEAST_BOX = 1 / 60;

/** The outline of a box of two intervals, as 2·5 coordinates. */
function outline(box: Box, view: PlaneBox): Float64Array {
  const [[left, right], [bottom, top]] = box.map(([low, high], i) => {
    const [from, to] = view[i] as readonly [number, number];
    const half = Math.max(high - low, LEAST_BOX * (to - from)) / 2;
    return [(low + high) / 2 - half, (low + high) / 2 + half];
  }) as [[number, number], [number, number]];
  return Float64Array.of(left, bottom, right, bottom, right, top, left, top, left, bottom);
}

/** The stable and unstable sets of the saddles, and the boxes in which there may be critical points. */
export function usePlaneCurves(): readonly PlaneCurve[] {
  const sets = useStore(resultsStore, (state) => state.stableSets);
  const undecided = useStore(resultsStore, (state) => state.critical?.completeness.undecided);
  const section = useStore(resultsStore, (state) => state.section);
  const view = useVisibleBox();
  return useMemo(() => {
    if (section?.origin.length !== 2) return noCurves;
    const inPlane = (points: Float64Array) => (isOwnPlane(section) ? points : project(section, points).coordinates);
    const boxes = isOwnPlane(section) && view ? (undecided ?? []) : [];
    const outlines = boxes.map((box) => ({ kind: 'undecided' as const, points: outline(box, view as PlaneBox) }));
    const curves = sets.flatMap(({ stable, unstable }) => [
      ...unstable.map((points) => ({ kind: 'unstable' as const, points: inPlane(points) })),
      ...stable.map((points) => ({ kind: 'stable' as const, points: inPlane(points) })),
    ]);
    return [...outlines, ...curves];
  }, [sets, undecided, section, view]);
}

/** The iterate to highlight: the one under the pointer, else the pinned one. */
export function useHighlight(): IterateReference | null {
  const ref = useStore(resultsStore, (state) => state.hovered ?? state.pinned);
  return useMemo(() => ref && { trajectoryId: ref.run, iteration: ref.iteration }, [ref]);
}

/**
 * The curvature of f within the visible plane at the inspected point: the eigenvectors of PᵀHP. In two variables that
 * is the Hessian itself.
 */
export function useCurvatureArrows(): CurvatureArrows | null {
  const objective = useStore(resultsStore, (state) => state.objective);
  const section = useStore(resultsStore, (state) => state.section);
  const point = useInspectedPoint();
  return useMemo(() => {
    if (!objective || !section || !point || point.x.length !== section.origin.length) return null;
    return arrowsAt(objective, section, point.x);
  }, [objective, section, point]);
}

function arrowsAt(objective: Objective, section: Section, x: Float64Array): CurvatureArrows | null {
  const { values, vectors } = sectionCurvature(objective, x, section);
  if (!values.every(Number.isFinite)) return null;
  const axis = (k: number) => ({
    direction: [vectors[2 * k] as number, vectors[2 * k + 1] as number] as const,
    eigenvalue: values[k] as number,
  });
  return { symbol: x.length > 2 ? 'κ' : 'λ', at: projected(section, x), axes: [axis(0), axis(1)] };
}

/** What is said of a point of the plane when it is reached by keyboard. */
export function describeValue(x: Float64Array): string {
  const { objective } = resultsStore.getState();
  if (!objective || x.length !== objective.dimension) return '';
  const { value, type } = inspectPoint(objective, x);
  return `f = ${value.toPrecision(4)}${type === 'regular' ? '' : `, ${type}`}`;
}
