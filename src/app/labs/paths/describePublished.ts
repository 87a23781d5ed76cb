import type { KnownLevel } from '../../../core/landscapes/Landscape.ts';
import type { PublishedCurve } from '../../../core/networks/freemanBrunaFigures.ts';
import type { LengthsRow } from '../../../core/paths/lengthsAgainstLevel.ts';
import { PATH_LENGTHS_DEFAULTS } from '../../../scenario/experiments/pathLengthsDefaults.ts';
import { trainingMethodOf } from '../../../scenario/training.ts';
import type { LandscapeChoice, PathLengthsExperiment } from '../../../scenario/types.ts';
import { formatNumber } from '../../../views/formatNumber.ts';

/** A peak this near to a known level, as a share of it, stands at that level. */
const NEAR = 0.01;
/** Rows of ours this near to the published peak, as a share of its level, tell whether ours has it too. */
const BESIDE = 0.03;

/** One's own curve, and on what landscape and how it was measured. */
export interface OwnCurve {
  readonly landscape: LandscapeChoice;
  readonly experiment: PathLengthsExperiment;
  readonly rows: readonly LengthsRow[];
  /** Whether that is all of it: only then the two are compared. */
  readonly isWhole: boolean;
}

/**
 * Where a published curve comes from, and why one’s own may differ from it.
 * @param nameOf  the name of a method
 */
export function describePublished(
  published: PublishedCurve,
  { landscape, experiment: { pairs, training, lengthOver }, rows, isWhole }: OwnCurve,
  known: readonly KnownLevel[],
  nameOf: (id: string) => string,
): string {
  const count = typeof pairs === 'number' ? pairs : pairs.length;
  const steps = (training?.iterations ?? PATH_LENGTHS_DEFAULTS.iterations).toLocaleString('en');
  const chosen = trainingMethodOf(training ?? {}, landscape.id);
  const step = chosen?.params?.stepSize === undefined ? '' : ` with step size ${chosen.params.stepSize}`;
  const method = chosen ? `${nameOf(chosen.id)}${step}` : 'descent with backtracking';
  const points = ((landscape.params?.points as number | undefined) ?? 10_000).toLocaleString('en');
  const ends =
    typeof pairs === 'number'
      ? `${count} ${count === 1 ? 'pair' : 'pairs'} trained on ${points} points by ${method} in at most ${steps} steps for each end and level, to a little below it and on from the level above`
      : `${count} given ${count === 1 ? 'pair' : 'pairs'}`;
  const over = lengthOver ? `${lengthOver.length} of the parameters` : 'all parameters, biases included';
  return [
    `The paper: ${published.origin}`,
    `It is ${published.conditions}`,
    `Ours is the median of ${ends}; a segment is accepted only up to the level itself, and lengths are over ${over}.`,
    ...peak(published, known, isWhole ? rows : []),
    ...beadsBeside(published, isWhole ? rows : []),
  ].join(' ');
}

/** How many beads the paths have at the lowest level of both curves. */
function beadsBeside({ points }: PublishedCurve, rows: readonly LengthsRow[]): readonly string[] {
  const pairs = rows.flatMap((row) => {
    const point = points.find(({ level }) => Math.abs(level - row.level) <= NEAR * level);
    return point && row.connected > 0 ? [{ level: row.level, ours: row.beads.median, theirs: point.beads }] : [];
  });
  const lowest = pairs.toSorted((a, b) => a.level - b.level)[0];
  if (!lowest) return [];
  const { level, ours, theirs } = lowest;
  return [
    `At ${formatNumber(level)} the paper’s paths have ${formatNumber(theirs)} beads, ours ${formatNumber(ours)}.`,
  ];
}

/** That the curve peaks at a level known from elsewhere, where it does; and whether ours does. */
function peak(
  { points }: PublishedCurve,
  known: readonly KnownLevel[],
  rows: readonly LengthsRow[],
): readonly string[] {
  const top = points.reduce((best, point) => (point.normalizedLength > best.normalizedLength ? point : best));
  const beside = rows.filter(({ level }) => Math.abs(level - top.level) <= BESIDE * top.level);
  const lengths = beside.map(({ normalizedLength: { median } }) => median).filter((median) => !Number.isNaN(median));
  const ours = Math.max(...lengths);
  const isFlat = lengths.length > 0 && ours - 1 < (top.normalizedLength - 1) / 2;
  return known
    .filter(({ value }) => Math.abs(top.level - value) <= NEAR * value)
    .map(
      ({ short, value }) =>
        `The paper’s peak, ${formatNumber(top.normalizedLength)}, stands at the error of the ${short}, ${formatNumber(value)}.${
          isFlat
            ? ` Ours has none, ${formatNumber(ours)} there: what the paper did differently at that level is not known.`
            : ''
        }`,
    );
}
