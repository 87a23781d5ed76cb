import { formatNumber } from '../formatNumber.ts';
import type { EscapeFindings } from './runEscapes.ts';
import type { Racer } from './runRace.ts';

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

/** Which octopus a sentence is about. */
export interface OctopusPlace {
  readonly L: number;
  readonly dimension: number;
}

/**
 * What the experiment found on one octopus: when each method passed the last saddle, and how its plateaus grow.
 * @param methods  those shown
 * @returns the empty string where nothing of it is known yet
 */
export function describeEscape(
  { rows, growth, increments }: EscapeFindings,
  { L, dimension }: OctopusPlace,
  methods: readonly NamedMethod[],
): string {
  const isHere = (row: OctopusPlace) => row.L === L && row.dimension === dimension;
  const passed = methods.flatMap(({ methodIndex, name }) => {
    const row = rows.find((each) => isHere(each) && each.methodIndex === methodIndex && each.k === dimension);
    if (!row) return [];
    const when = Number.isFinite(row.median)
      ? `at iteration ${countText(row.median)}`
      : `in ${row.reached} of ${row.repeats} runs`;
    return [{ text: `${lowered(name)} passed it ${when}`, repeats: row.repeats }];
  });
  if (passed.length === 0) return '';
  const runs = Math.max(...passed.map(({ repeats }) => repeats));
  const lead = `The ${ordinal(dimension)} saddle, L = ${formatNumber(L)}, median of ${runs} ${runs === 1 ? 'run' : 'runs'}:`;
  const pace = methods.flatMap(({ methodIndex, name }) => {
    const grown = growth.find((each) => isHere(each) && each.methodIndex === methodIndex);
    if (grown && Number.isFinite(grown.fitted)) {
      return [
        `Each saddle held ${lowered(name)} ${formatNumber(grown.fitted)} times as long as the one before (in theory ${formatNumber(grown.exact)}).`,
      ];
    }
    const added = increments.find((each) => isHere(each) && each.methodIndex === methodIndex);
    if (!added || !Number.isFinite(added.perSaddle)) return [];
    return [`Each cost ${lowered(name)} ${formatNumber(added.perSaddle)} iterations.`];
  });
  return [`${lead} ${passed.map(({ text }) => text).join(', ')}.`, ...pace].join(' ');
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
    ({ name, racer }) => `${name} has passed ${passedAt(racer, iteration)} of ${dimension} saddles`,
  );
  return `At iteration ${countText(iteration)}: ${lowered(parts.join(', '))}.`;
}

/** Saddles that a racer has passed by an iteration. */
export const passedAt = ({ passages }: Racer, iteration: number): number =>
  passages.filter((passage) => passage <= iteration).length;

function endOf(racer: Racer, dimension: number): string {
  const passed = passedAt(racer, racer.last);
  if (passed === dimension) return `passed the ${ordinal(dimension)} saddle at iteration ${countText(racer.last)}`;
  return `had passed ${passed} of ${dimension} saddles when it ended at iteration ${countText(racer.last)}`;
}

/** A number of iterations: whole ones with all their digits, as the transport shows them. */
export const countText = (count: number): string => (Number.isInteger(count) ? String(count) : formatNumber(count));

/** Within a sentence; a name in capitals stays. */
const lowered = (text: string): string => (/^[A-Z][a-z]/.test(text) ? text[0]?.toLowerCase() + text.slice(1) : text);
