import { eventText } from '../../core/descent/events.ts';
import type { Run } from '../../core/descent/Run.ts';
import { methodById } from '../../core/methods/registry.ts';
import { isOwnPlane, project, type Section } from '../../core/objective/section.ts';
import type { MethodChoice } from '../../scenario/types.ts';
import { runId } from '../../store/resultsStore.ts';
import type { PlaneTrajectory } from '../../views/types.ts';
import { methodStroke } from '../methodStroke.ts';

interface Drawn {
  readonly section: Section | null;
  readonly choice: MethodChoice;
  readonly trajectory: PlaneTrajectory;
}

/** What was drawn of a run last, so that a view sees the same object while nothing about it has changed. */
const drawn = new WeakMap<Run, Drawn>();

/** What a method is called on screen. */
export const methodName = (choice: MethodChoice): string => choice.label ?? methodById(choice.id)?.name ?? choice.id;

/** Whether a run is shown: its method may be hidden, or gone already while the next runs are computed. */
export function isShown(run: Run, methods: readonly MethodChoice[]): boolean {
  const choice = methods[run.methodIndex];
  return choice !== undefined && choice.visible !== false;
}

/**
 * The visible runs in the coordinates of the plane; of one variable, as (x, f(x)).
 * @param section  null for a landscape of one variable
 */
export function planeTrajectories(
  runs: readonly Run[],
  methods: readonly MethodChoice[],
  section: Section | null,
): readonly PlaneTrajectory[] {
  return runs.flatMap((run) => {
    const choice = methods[run.methodIndex];
    if (!choice || choice.visible === false) return [];
    const before = drawn.get(run);
    if (before?.section === section && before.choice === choice) return [before.trajectory];
    const trajectory = planeTrajectory(run, choice, section);
    if (!trajectory) return [];
    drawn.set(run, { section, choice, trajectory });
    return [trajectory];
  });
}

function planeTrajectory(run: Run, choice: MethodChoice, section: Section | null): PlaneTrajectory | null {
  const { iterations, points, values, events } = run.trajectory;
  const n = run.final.x.length;
  // A section of another dimension belongs to a landscape that is about to be shown.
  if (n !== (section?.origin.length ?? 1)) return null;
  return {
    id: runId(run),
    label: `${methodName(choice)} from start ${run.startIndex + 1}`,
    points: section ? planePoints(section, points) : graphPoints(points, values),
    values,
    iterations,
    stroke: methodStroke(choice, run.methodIndex),
    events: events.map(({ iteration, kind, detail }) => ({ iteration, label: eventText(kind).label, detail })),
    status: run.status,
  };
}

/** In the plane of the two variables itself the points are their own coordinates. */
function planePoints(section: Section, points: Float64Array): Float64Array {
  return isOwnPlane(section) ? points : project(section, points).coordinates;
}

function graphPoints(points: Float64Array, values: Float64Array): Float64Array {
  const pairs = new Float64Array(2 * points.length);
  for (const [i, x] of points.entries()) {
    pairs[2 * i] = x;
    pairs[2 * i + 1] = values[i] as number;
  }
  return pairs;
}
