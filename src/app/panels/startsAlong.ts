import type { Inspection } from '../../core/critical/inspect.ts';
import type { Box } from '../../core/params.ts';
import { compute } from '../../store/compute.ts';
import { descentStepSize } from '../../store/descentStepSize.ts';
import { addStart } from '../../store/edits.ts';
import { boxToSearch } from '../../store/followCriticalPoints.ts';
import { notify } from '../../store/notices.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { edit, scenarioStore } from '../../store/scenarioStore.ts';
import { formatNumber } from '../../views/formatNumber.ts';

/** How far along an eigenvector a start is put, as a share of the domain. */
const SHARE = 1 / 25;

/** A start that a critical point offers. */
export interface OfferedStart {
  readonly label: string;
  readonly add: () => void;
}

/**
 * Starts at a critical point, on the stable set of a saddle in the plane, and a little along each of the eigenvectors,
 * as many as a menu can hold.
 */
export function startsAlong({ x, type, eigenvalues, eigenvectors }: Inspection): readonly OfferedStart[] {
  const n = x.length;
  const along = Array.from(eigenvalues.subarray(0, 4), (eigenvalue, k) => ({
    label: `Start along ${direction(eigenvalue)} (λ = ${formatNumber(eigenvalue)})`,
    add: () => {
      const step = SHARE * size(resultsStore.getState().landscape?.domain ?? []);
      addAt(x.map((value, i) => value + step * (eigenvectors[k * n + i] as number)));
    },
  }));
  const onSet = { label: 'Start on its stable set', add: () => void startOnStableSet(x) };
  return [
    { label: 'Start here', add: () => addAt(x) },
    ...(type === 'saddle' && n === 2 ? [onSet] : []),
    ...along.filter(({ label }) => !label.includes('NaN')),
  ];
}

/** Adds a start on the stable set of a saddle: of gradient descent, where the scenario has it, else of the flow. */
async function startOnStableSet(saddle: Float64Array): Promise<void> {
  const { landscape } = resultsStore.getState();
  const box = boxToSearch();
  if (!landscape || !box) return;
  const stepSize = descentStepSize(scenarioStore.getState().scenario) ?? 0;
  try {
    const start = await compute.run('stableStart', { landscape, saddle, box, stepSize }, { lane: 'stableStart' });
    if (resultsStore.getState().landscape !== landscape) return;
    if (start) addAt(start);
    else notify({ kind: 'info', text: NO_SET });
  } catch (error) {
    compute.report(error, 'No start on the stable set could be found');
  }
}

const NO_SET =
  'No point of the stable set was found in this box: the step size may be too long for gradient descent to have such a ' +
  'curve through the saddle.';

const direction = (eigenvalue: number): string =>
  eigenvalue < 0 ? 'an unstable eigenvector' : eigenvalue > 0 ? 'a stable eigenvector' : 'a flat direction';

/** The smallest side. */
const size = (box: Box): number => Math.min(...box.map(([low, high]) => high - low));

function addAt(x: Float64Array): void {
  edit(addStart(Array.from(x)));
  resultsStore.setState({ selectedStart: scenarioStore.getState().scenario.experiment.starts.length - 1 });
}
