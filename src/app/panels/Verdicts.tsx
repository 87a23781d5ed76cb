import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Inspection } from '../../core/critical/inspect.ts';
import { formatNumber as formatShort } from '../../core/formatNumber.ts';
import { setView } from '../../store/edits.ts';
import { edit, scenarioStore } from '../../store/scenarioStore.ts';
import { formatNumber } from '../../views/formatNumber.ts';
import { LoneNumberField } from '../controls/NumberField.tsx';
import { checkNumber } from '../controls/numberText.ts';
import { Typeset } from '../typeset/Typeset.tsx';
import { DEFAULT_VERDICTS } from '../useInspection.ts';
import classes from './Verdicts.module.css';

/** Where there is no number there is nothing to compare. */
const UNKNOWN = 'f or a derivative is not finite here.';

/** Is the point stationary to first and to second order, for an accuracy that the user sets? */
export function Verdicts({ inspection }: { readonly inspection: Inspection }) {
  const epsilon = useStore(scenarioStore, ({ scenario }) => scenario.view?.epsilon) ?? DEFAULT_VERDICTS.epsilon;
  const rho = useStore(scenarioStore, ({ scenario }) => scenario.view?.rho) ?? DEFAULT_VERDICTS.rho;
  const { value, gradientNorm, eigenvalues, firstOrderStationary, secondOrderStationary } = inspection;
  const least = eigenvalues[0] ?? Number.NaN;
  const known = Number.isFinite(value) && Number.isFinite(gradientNorm);
  const threshold = -Math.sqrt(rho * epsilon);
  const relation = (a: number, b: number) => (a < b ? '<' : '≥');
  return (
    <section className={classes.verdicts} aria-label="Verdicts">
      <div className={classes.constants}>
        <Constant name="epsilon" tex="\varepsilon" label="Accuracy ε" value={epsilon} max={1e6} />
        <Constant name="rho" tex="\rho" label="Hessian Lipschitz constant ρ" value={rho} max={1e12} />
      </div>
      <Verdict holds={firstOrderStationary} what="ε-first-order stationary">
        {known ? `‖∇f‖ = ${formatNumber(gradientNorm)} ${gradientNorm <= epsilon ? '≤' : '>'} ε` : UNKNOWN}
      </Verdict>
      <Verdict holds={secondOrderStationary} what="ε-second-order stationary">
        {known && !Number.isNaN(least) ? (
          <>
            λ<sub>min</sub> = {formatNumber(least)} {relation(least, threshold)} −√(ρε) = {formatShort(threshold)}
          </>
        ) : (
          UNKNOWN
        )}
      </Verdict>
    </section>
  );
}

interface VerdictProps {
  readonly holds: boolean;
  readonly what: string;
  readonly children: ReactNode;
}

function Verdict({ holds, what, children }: VerdictProps) {
  const Icon = holds ? Check : X;
  return (
    <div className={classes.verdict}>
      <Icon className={classes.icon} size="1.1em" aria-hidden="true" />
      <span>
        {holds ? what : `not ${what}`}
        <span className={classes.reason}>{children}</span>
      </span>
    </div>
  );
}

interface ConstantProps {
  readonly name: 'epsilon' | 'rho';
  readonly tex: string;
  readonly label: string;
  readonly value: number;
  readonly max: number;
}

function Constant({ name, tex, label, value, max }: ConstantProps) {
  return (
    <span className={classes.constant}>
      <Typeset tex={`${tex} =`} plain="" />
      <LoneNumberField
        label={label}
        value={value}
        read={(text) => checkNumber(text, { min: 0, minExcluded: true, max })}
        onCommit={(typed) => edit(setView({ [name]: typed === DEFAULT_VERDICTS[name] ? undefined : typed }))}
      />
    </span>
  );
}
