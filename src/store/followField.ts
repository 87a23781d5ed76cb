import type { Box } from '../core/params.ts';
import { compute } from './compute.ts';
import { resultsStore } from './resultsStore.ts';
import { scenarioStore } from './scenarioStore.ts';
import { visibleBox } from './visibleBox.ts';

/** Grid points along each side of the visible plane. */
const GRID_POINTS = 181;

/**
 * Keeps the field in step with the landscape, the plane and the visible box: off this thread, coarse first, then fine.
 * The old picture stays until the new one is there.
 * @returns ends the following
 */
export function followField(): () => void {
  let wanted: unknown[] = [];
  const update = () => {
    const { landscape, section, objective, extent } = resultsStore.getState();
    if (!landscape || (!section && landscape.dimension > 1)) return;
    if (section && section.origin.length !== landscape.dimension) return;
    const box = visibleBox(scenarioStore.getState().scenario.view ?? {}, landscape, objective, extent);
    const now = [landscape, section, ...box.flat()];
    if (now.length === wanted.length && now.every((part, i) => part === wanted[i])) return;
    wanted = now;
    void computeField(box);
  };
  const ends = [resultsStore.subscribe(update), scenarioStore.subscribe(update)];
  update();
  return () => {
    for (const end of ends) end();
  };
}

async function computeField(box: Box): Promise<void> {
  const { landscape, section } = resultsStore.getState();
  if (!landscape) return;
  const isCurrent = () => {
    const now = resultsStore.getState();
    return now.landscape === landscape && now.section === section;
  };
  try {
    resultsStore.setState({ fieldProgress: 0 });
    const field = await compute.run(
      'field',
      { landscape, section, box, nx: GRID_POINTS, ny: GRID_POINTS },
      {
        lane: 'field',
        onProgress: (fraction) => resultsStore.setState({ fieldProgress: fraction }),
        onPartial: (coarse) => isCurrent() && resultsStore.setState({ field: coarse }),
      },
    );
    if (isCurrent()) resultsStore.setState({ field, fieldProgress: null });
  } catch (error) {
    compute.report(error, 'The contour could not be computed');
  }
}
