import { compute } from './compute.ts';
import { LatestOnly } from './LatestOnly.ts';
import { preferencesStore } from './preferencesStore.ts';
import { resultsStore } from './resultsStore.ts';

/** Iterates per run at which the Hessian's spectrum is computed: as many as a chart can show. */
const MOST_POINTS = 400;

/** The same where each spectrum takes a third of a second. */
const MOST_SLOW = 9;

/** Copying trajectories to the worker takes time from the hand: during a drag it is done this seldom, in milliseconds. */
const DRAG_PAUSE = 120;

/** Of longer trajectories every so many iterates are sent to the worker. */
const MOST_SENT = 4000;

/**
 * Keeps the least Hessian eigenvalue along the runs in step with them while the charts are open; in a worker, at the
 * rate at which it can be done.
 * @returns ends the following
 */
export function followCurvature(): () => void {
  const worker = new LatestOnly<null>(async () => {
    await computeCurvature();
    if (resultsStore.getState().dragging) await new Promise((resolve) => setTimeout(resolve, DRAG_PAUSE));
  });
  const update = () => {
    if (preferencesStore.getState().chartsOpen) worker.request(null, false);
  };
  const ends = [
    resultsStore.subscribe(
      (now, before) =>
        (now.runs !== before.runs || (now.runsProgress === null && before.runsProgress !== null)) && update(),
    ),
    preferencesStore.subscribe((now, before) => now.chartsOpen !== before.chartsOpen && update()),
  ];
  update();
  return () => {
    for (const end of ends) end();
  };
}

async function computeCurvature(): Promise<void> {
  const { landscape, objective, runs, runsProgress } = resultsStore.getState();
  if (!landscape || runs.length === 0 || runs[0]?.final.x.length !== landscape.dimension) return;
  if (!objective && runsProgress !== null) return;
  try {
    const series = await compute.run(
      'curvature',
      {
        landscape,
        trajectories: runs.map((run) => thinned(run.trajectory, landscape.dimension)),
        most: objective ? MOST_POINTS : MOST_SLOW,
      },
      { lane: 'curvature' },
    );
    const now = resultsStore.getState();
    if (now.landscape === landscape && (objective || now.runs === runs)) resultsStore.setState({ curvature: series });
  } catch (error) {
    compute.report(error, 'The curvature along the runs could not be computed');
  }
}

interface Points {
  readonly iterations: Float64Array;
  readonly points: Float64Array;
}

/** A long trajectory costs more to copy to the worker than to look at. */
function thinned({ iterations, points }: Points, n: number): Points {
  const count = iterations.length;
  if (count <= MOST_SENT) return { iterations, points };
  const places = Array.from({ length: MOST_SENT }, (_, i) => Math.round((i * (count - 1)) / (MOST_SENT - 1)));
  const kept = new Float64Array(MOST_SENT * n);
  for (const [i, place] of places.entries()) kept.set(points.subarray(place * n, (place + 1) * n), i * n);
  return { iterations: Float64Array.from(places, (place) => iterations[place] as number), points: kept };
}
