import type { KnownLevel } from '../../../core/landscapes/Landscape.ts';
import type { PublishedCurve } from '../../../core/networks/freemanBrunaFigures.ts';
import { PATH_LENGTHS_DEFAULTS } from '../../../scenario/experiments/pathLengthsDefaults.ts';
import type { PathLengthsExperiment } from '../../../scenario/types.ts';
import { formatNumber } from '../../../views/formatNumber.ts';

/** A peak this near to a known level, as a share of it, stands at that level. */
const NEAR = 0.01;

/**
 * Where a published curve comes from, and why one’s own may differ from it.
 * @param nameOf  the name of a method
 */
export function describePublished(
  published: PublishedCurve,
  { pairs, training, lengthOver }: PathLengthsExperiment,
  known: readonly KnownLevel[],
  nameOf: (id: string) => string,
): string {
  const count = typeof pairs === 'number' ? pairs : pairs.length;
  const steps = (training?.iterations ?? PATH_LENGTHS_DEFAULTS.iterations).toLocaleString('en');
  const method = training?.method ? nameOf(training.method.id) : 'descent with backtracking';
  const ends =
    typeof pairs === 'number'
      ? `${count} ${count === 1 ? 'pair' : 'pairs'} trained by ${method} in at most ${steps} steps for each end and level`
      : `${count} given ${count === 1 ? 'pair' : 'pairs'}`;
  const over = lengthOver ? `${lengthOver.length} of the parameters` : 'all parameters, biases included';
  return [
    `The paper: ${published.origin}`,
    `It is ${published.conditions}`,
    `Ours is the median of ${ends}; a segment is accepted only up to the level itself, and lengths are over ${over}.`,
    ...peak(published, known),
  ].join(' ');
}

/** That the curve peaks at a level known from elsewhere, where it does. */
function peak({ points }: PublishedCurve, known: readonly KnownLevel[]): readonly string[] {
  const top = points.reduce((best, point) => (point.normalizedLength > best.normalizedLength ? point : best));
  return known
    .filter(({ value }) => Math.abs(top.level - value) <= NEAR * value)
    .map(({ short, value }) => `The paper’s peak stands at the error of the ${short}, ${formatNumber(value)}.`);
}
