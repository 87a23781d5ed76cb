import { Check, Minus, X } from 'lucide-react';
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

/** Is the point stationary to first and to second order, for an accuracy that the user sets? */
export function Verdicts({ inspection }: { readonly inspection: Inspection }) {
  const epsilon = useStore(scenarioStore, ({ scenario }) => scenario.view?.epsilon) ?? DEFAULT_VERDICTS.epsilon;
  const rho = useStore(scenarioStore, ({ scenario }) => scenario.view?.rho) ?? DEFAULT_VERDICTS.rho;
  return (
    <section className={classes.verdicts} aria-label="Verdicts">
      <div className={classes.constants}>
        <Constant name="epsilon" tex="\varepsilon" label="Accuracy ε" value={epsilon} max={1e6} />
        <Constant name="rho" tex="\rho" label="Hessian Lipschitz constant ρ" value={rho} max={1e12} />
      </div>
      <FirstOrder inspection={inspection} />
      <SecondOrder inspection={inspection} epsilon={epsilon} threshold={-Math.sqrt(rho * epsilon)} />
    </section>
  );
}

interface OrderProps {
  readonly inspection: Inspection;
  readonly epsilon: number;
}

function FirstOrder({ inspection: { gradientNorm, firstOrderStationary } }: Pick<OrderProps, 'inspection'>) {
  const known = Number.isFinite(gradientNorm);
  return (
    <Verdict holds={known ? firstOrderStationary : null} what="ε-first-order stationary">
      {known ? `‖∇f‖ = ${formatNumber(gradientNorm)} ${firstOrderStationary ? '≤' : '>'} ε` : 'not finite here'}
    </Verdict>
  );
}

function SecondOrder({ inspection, epsilon, threshold }: OrderProps & { readonly threshold: number }) {
  const { gradientNorm, eigenvalues, secondOrderStationary } = inspection;
  const least = eigenvalues[0] ?? Number.NaN;
  const what = 'ε-second-order stationary';
  if (Number.isNaN(least)) {
    return (
      <Verdict holds={gradientNorm > epsilon ? false : null} what={what}>
        Hessian not finite here
      </Verdict>
    );
  }
  const curved = least < threshold;
  return (
    <Verdict holds={secondOrderStationary} what={what}>
      λ<sub>min</sub> = {formatNumber(least)} {curved ? '<' : '≥'} −√(ρε) = {formatShort(threshold)}
      {!curved && gradientNorm > epsilon && ', but ‖∇f‖ > ε'}
    </Verdict>
  );
}

interface VerdictProps {
  /** Null where there is no number to compare. */
  readonly holds: boolean | null;
  readonly what: string;
  readonly children: ReactNode;
}

function Verdict({ holds, what, children }: VerdictProps) {
  const Icon = holds === null ? Minus : holds ? Check : X;
  return (
    <div className={classes.verdict}>
      <Icon className={classes.icon} size="1.1em" aria-hidden="true" />
      <span>
        {holds === null ? `${what}?` : holds ? what : `not ${what}`}
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
