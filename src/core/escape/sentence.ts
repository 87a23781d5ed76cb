import { formatNumber } from '../formatNumber.ts';
import type { EscapeFindings, GrowthRow, IncrementRow, OctopusRow } from './runEscapes.ts';
import { passedAt, type Racer } from './runRace.ts';

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];

/** "fifth" of 5. */
const ordinal = (k: number): string => ORDINALS[k - 1] ?? `${k}th`;

/** A method as sentences name it. */
export interface NamedMethod {
  readonly methodIndex: number;
  readonly name: string;
}

/**
 * What the experiment found in one dimension: when each method passed the last saddle, and how its plateaus grow, on
 * each octopus in turn.
 * @param contractions  values of L, those shown; one of which the rows of some method are not known yet is left out
 * @param methods  those shown
 * @returns the empty string where nothing is known yet
 */
export function describeEscape(
  found: EscapeFindings,
  contractions: readonly number[],
  dimension: number,
  methods: readonly NamedMethod[],
): string {
  const ends = found.rows.filter((row) => row.dimension === dimension && row.k === dimension);
  const present = methods.filter(({ methodIndex }) => ends.some((row) => row.methodIndex === methodIndex));
  const known = contractions.filter((L) => present.every(({ methodIndex }) => ends.some(isAt(L, methodIndex))));
  if (known.length === 0 || present.length === 0) return '';
  const passed = present.map(({ methodIndex, name }, i) => {
    const times = passageText(known.map((L) => ends.find(isAt(L, methodIndex)) as OctopusRow));
    return i === 0 ? `${name} passed the ${ordinal(dimension)} saddle ${times}` : `${lowered(name)} ${times}`;
  });
  const told = ends.filter(
    (row) => known.includes(row.L) && present.some(({ methodIndex }) => methodIndex === row.methodIndex),
  );
  const setting = `L = ${listed(known.map((L) => formatNumber(L)))}, median of ${runsText(told)}`;
  const paces = present.map((method) => paceText(found, known, dimension, method));
  const losses = present.map(({ methodIndex, name }) =>
    lossText(
      known.map((L) => ends.find(isAt(L, methodIndex)) as OctopusRow),
      name,
    ),
  );
  return [`${passed.join(', ')} (${setting}).`, ...paces, ...losses].filter(Boolean).join(' ');
}

/** How many runs there are of each; fewer of those still under way. */
function runsText(rows: readonly OctopusRow[]): string {
  const counts = rows.map(({ repeats }) => repeats);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  if (least < most) return `${least} to ${most} runs`;
  return `${most} ${most === 1 ? 'run' : 'runs'}`;
}

/** How the plateaus of a method grow on each octopus; empty where they are too few to say. */
function paceText(
  { growth, increments }: EscapeFindings,
  contractions: readonly number[],
  dimension: number,
  { methodIndex, name }: NamedMethod,
): string {
  const isHere = (row: GrowthRow | IncrementRow) => row.dimension === dimension && row.methodIndex === methodIndex;
  const numbers = <R extends GrowthRow | IncrementRow>(list: readonly R[], of: (row: R) => number) =>
    contractions.map((L) => {
      const row = list.find((each) => isHere(each) && each.L === L);
      return row ? of(row) : Number.NaN;
    });
  const text = (values: readonly number[]) => listed(values.map((value) => formatNumber(value)));
  const fitted = numbers(growth, (row) => row.fitted);
  const exact = numbers(growth, (row) => row.exact);
  if (fitted.every(Number.isFinite)) {
    const theory = exact.every(Number.isFinite) ? ` (in theory ${text(exact)})` : '';
    return `Each saddle held ${lowered(name)} ${text(fitted)} times as long as the one before${theory}.`;
  }
  const added = numbers(increments, (row) => row.perSaddle);
  return added.every(Number.isFinite) ? `Each cost ${lowered(name)} ${text(added)} iterations.` : '';
}

const isAt = (L: number, methodIndex: number) => (row: { readonly L: number; readonly methodIndex: number }) =>
  row.L === L && row.methodIndex === methodIndex;

/** Why runs of a method did not get there, where that is known; empty where all did. */
function lossText(rows: readonly OctopusRow[], name: string): string {
  const counts = (of: (row: OctopusRow) => number) => listed(rows.map((row) => String(of(row))));
  const runs = (text: string) => `${text} of ${rows[0]?.repeats} runs`;
  const left = rows.some((row) => row.left > 0) ? `left the tube in ${runs(counts((row) => row.left))}` : '';
  const small = rows.some((row) => row.underflowed > 0)
    ? `ended in ${runs(counts((row) => row.underflowed))} with a coordinate too small for doubles`
    : '';
  const what = [left, small].filter(Boolean).join(' and ');
  return what && `${name} ${what}.`;
}

/** The medians of a method; where less than half of the runs got there, how many did. */
function passageText(rows: readonly OctopusRow[]): string {
  const { repeats } = rows[0] as OctopusRow;
  if (!rows.some(({ median }) => Number.isFinite(median))) {
    return `in ${listed(rows.map(({ reached }) => String(reached)))} of ${repeats} runs`;
  }
  const times = rows.map(({ median, reached }) =>
    Number.isFinite(median) ? countText(median) : `no median (${reached} of ${repeats} runs)`,
  );
  return `at iteration ${listed(times)}`;
}

/** "1", "1 and 2", "1, 2 and 3". */
function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/**
 * How far each racer is at an iteration.
 * @param methods  those shown
 */
export function describeRace(
  racers: readonly Racer[],
  dimension: number,
  iteration: number,
  methods: readonly NamedMethod[],
): string {
  const shown = methods.flatMap(({ methodIndex, name }) => {
    const racer = racers.find((each) => each.methodIndex === methodIndex);
    return racer ? [{ name, racer }] : [];
  });
  const ends = shown.map(({ racer }) => racer.last);
  if (shown.length === 0) return '';
  if (iteration >= Math.max(...ends)) {
    const parts = shown.map(({ name, racer }, i) => `${i === 0 ? name : lowered(name)} ${endOf(racer, dimension)}`);
    return `${parts.join(', ')}.`;
  }
  const parts = shown.map(
    ({ name, racer }) => `${lowered(name)} has passed ${passedAt(racer, iteration)} of ${dimension} saddles`,
  );
  return `At iteration ${countText(iteration)}: ${parts.join(', ')}.`;
}

function endOf(racer: Racer, dimension: number): string {
  const passed = passedAt(racer, racer.last);
  if (passed === dimension) return `passed the ${ordinal(dimension)} saddle at iteration ${countText(racer.last)}`;
  const why = racer.lost ? ', outside the tube' : racer.underflowed ? ', with a coordinate too small for doubles' : '';
  return `had passed ${passed} of ${dimension} saddles when it ended at iteration ${countText(racer.last)}${why}`;
}

/** A number of iterations: whole ones with all their digits, as the transport shows them. */
export const countText = (count: number): string => (Number.isInteger(count) ? String(count) : formatNumber(count));

/** The first words of methods' names that are no person's or product's. */
const COMMON = /^(Gradient|Perturbed|Heavy|Stochastic|Noisy|Cubic|Negative|Coordinate|Proximal|Mirror)\b/;

/** Within a sentence; names of people, and labels that a user gave, stay as they are. */
const lowered = (text: string): string => (COMMON.test(text) ? text[0]?.toLowerCase() + text.slice(1) : text);
