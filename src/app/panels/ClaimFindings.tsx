import { Check, CircleHelp, X } from 'lucide-react';
import { Fragment } from 'react';
import type { ClaimReport, Hypothesis, Measurement } from '../../core/claims/Claim.ts';
import { formatNumber } from '../../core/formatNumber.ts';
import { formatFull } from '../../views/formatNumber.ts';
import classes from './ClaimsPanel.module.css';

const SIGNS: Readonly<Record<Measurement['relation'], string>> = { about: '≈', 'at-most': '≤', 'at-least': '≥' };

/** "≈ 1", "= 0" where nothing is allowed for, "≤ 12". */
function expectation({ relation, expected, tolerance }: Measurement): string {
  const sign = relation === 'about' && tolerance === 0 ? '=' : SIGNS[relation];
  return `${sign} ${formatNumber(expected)}`;
}

/** The hypotheses with what was measured of them, and the conclusion beside its measurements. */
export function ClaimFindings({ report }: { readonly report: ClaimReport }) {
  const { hypotheses, measurements } = report;
  return (
    <>
      <h4 className={classes.part}>Hypotheses</h4>
      <ul className={classes.hypotheses}>
        {hypotheses.map((hypothesis) => (
          <HypothesisRow key={hypothesis.name} {...hypothesis} />
        ))}
      </ul>
      {measurements.length > 0 && <Measurements measurements={measurements} />}
    </>
  );
}

function HypothesisRow({ name, holds, measured }: Hypothesis) {
  return (
    <li className={classes.hypothesis}>
      <Holds holds={holds} words={['holds', 'fails', 'not known']} />
      <span>
        {name}
        <span className={classes.measured}>{measured}</span>
      </span>
    </li>
  );
}

/** Three shapes; the words are for those who hear them. */
function Holds({
  holds,
  words,
}: {
  readonly holds: boolean | null;
  readonly words: readonly [string, string, string];
}) {
  const [Icon, word] =
    holds === null
      ? ([CircleHelp, words[2]] as const)
      : holds
        ? ([Check, words[0]] as const)
        : ([X, words[1]] as const);
  return <Icon className={holds === false ? classes.fails : classes.sign} size="1.15em" role="img" aria-label={word} />;
}

function Measurements({ measurements }: { readonly measurements: readonly Measurement[] }) {
  return (
    <>
      <h4 className={classes.part}>Conclusion</h4>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">measured</th>
            <th scope="col">expected</th>
            <th scope="col">tolerance</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {measurements.map((measurement) => {
            const { name, value, expected, tolerance, ok } = measurement;
            return (
              <Fragment key={name}>
                <tr>
                  <th className={classes.quantity} scope="rowgroup" colSpan={4}>
                    {name}
                  </th>
                </tr>
                <tr>
                  <td title={formatFull(value)}>{formatNumber(value)}</td>
                  <td title={formatFull(expected)}>{expectation(measurement)}</td>
                  <td>{formatNumber(tolerance)}</td>
                  <td>
                    <Holds holds={ok} words={['agrees', 'disagrees', 'not known']} />
                  </td>
                </tr>
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
