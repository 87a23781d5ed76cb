import type { ClaimReport, Hypothesis, Measurement, Verdict } from '../../core/claims/Claim.ts';
import { formatNumber } from '../../core/formatNumber.ts';

/** At most this many measurements of a claim that is supported are told. */
const TOLD = 2;

/**
 * A claim in a sentence: its name, the verdict, and the numbers that decide it: the hypothesis that fails, the
 * measurement that disagrees, or the first measurements.
 * @param name  of the claim; null where it is not known yet
 * @param checked  null where it is not checked
 * @param fits  whether a text has room; a second measurement is left out where it has none
 */
export function claimSentence(
  name: string | null,
  checked: { readonly report: ClaimReport | null } | null,
  fits: (text: string) => boolean,
): string {
  const claim = name === null ? 'The claim' : `“${name}”`;
  if (checked === null) return `${claim} is not checked.`;
  const { report } = checked;
  if (report === null) return name === null ? 'Checking the claim …' : `Checking ${claim} …`;
  const tell = (told: number) => `${claim}: ${report.verdict}. ${decisive[report.verdict](report, told)}`;
  const whole = tell(TOLD);
  return fits(whole) ? whole : tell(1);
}

const decisive: Readonly<Record<Verdict, (report: ClaimReport, told: number) => string>> = {
  supported: ({ measurements }, told) => measurements.slice(0, told).map(describeMeasurement).join(' '),
  contradicted: ({ measurements }) =>
    measurements
      .filter(({ ok }) => !ok)
      .slice(0, 1)
      .map(describeMeasurement)
      .join(),
  inconclusive: ({ hypotheses }) => {
    const open = hypotheses.find(({ holds }) => holds === false) ?? hypotheses.find(({ holds }) => holds === null);
    return open ? describeHypothesis(open) : 'Nothing was measured.';
  },
};

const describeHypothesis = ({ name, holds, measured }: Hypothesis): string =>
  `The hypothesis “${name}” ${holds === false ? 'fails' : 'is not known to hold'}: ${measured.replace(/\.$/, '')}.`;

/** "Spurious valleys: 1, expected 1." */
function describeMeasurement({ name, value, expected, tolerance, relation }: Measurement): string {
  const words = { about: tolerance === 0 ? '' : 'about ', 'at-most': 'at most ', 'at-least': 'at least ' };
  return `${name}: ${formatNumber(value)}, expected ${words[relation]}${formatNumber(expected)}.`;
}
