import type { Inspection } from '../../core/critical/inspect.ts';
import type { Box } from '../../core/params.ts';
import { addStart } from '../../store/edits.ts';
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

/** Starts at a critical point and a little along each of its eigenvectors, as many as a menu can hold. */
export function startsAlong({ x, eigenvalues, eigenvectors }: Inspection): readonly OfferedStart[] {
  const n = x.length;
  const along = Array.from(eigenvalues.subarray(0, 4), (eigenvalue, k) => ({
    label: `Start along ${direction(eigenvalue)} (λ = ${formatNumber(eigenvalue)})`,
    add: () => {
      const step = SHARE * size(resultsStore.getState().landscape?.domain ?? []);
      addAt(x.map((value, i) => value + step * (eigenvectors[k * n + i] as number)));
    },
  }));
  return [{ label: 'Start here', add: () => addAt(x) }, ...along.filter(({ label }) => !label.includes('NaN'))];
}

const direction = (eigenvalue: number): string =>
  eigenvalue < 0 ? 'an unstable eigenvector' : eigenvalue > 0 ? 'a stable eigenvector' : 'a flat direction';

/** The smallest side. */
const size = (box: Box): number => Math.min(...box.map(([low, high]) => high - low));

function addAt(x: Float64Array): void {
  edit(addStart(Array.from(x)));
  resultsStore.setState({ selectedStart: scenarioStore.getState().scenario.experiment.starts.length - 1 });
}
