import { useMemo } from 'react';
import type { EvaluationCounts } from '../../core/objective/Objective.ts';
import { EXCHANGE } from '../../views/ChartAxes.tsx';
import { useDeferredRuns } from '../useDeferredRuns.ts';
import classes from './EvaluationTable.module.css';
import { evaluationRows } from './evaluationRows.ts';

const KINDS: readonly { readonly kind: keyof EvaluationCounts; readonly sign: string; readonly meaning: string }[] = [
  { kind: 'value', sign: 'f', meaning: 'Values' },
  { kind: 'gradient', sign: '∇f', meaning: 'Gradients' },
  { kind: 'hvp', sign: '∇²f·v', meaning: 'Hessian-vector products' },
  { kind: 'hessian', sign: '∇²f', meaning: 'Hessians' },
];

/** What the runs of one method asked of f, and all of it in gradients. */
export function EvaluationTable({ methodIndex }: { readonly methodIndex: number }) {
  const all = useDeferredRuns();
  const rows = useMemo(() => evaluationRows(all.filter((run) => run.methodIndex === methodIndex)), [all, methodIndex]);
  if (rows.length === 0) return null;
  return (
    <table className={classes.table}>
      <caption>
        Evaluations by the method; in gradients, <i>f</i>, ∇<i>f</i> and ∇²<i>f</i>·<i>v</i> count 1 and ∇²<i>f</i>{' '}
        counts n.
      </caption>
      <thead>
        <tr>
          <th scope="col">run</th>
          {KINDS.map(({ kind, sign, meaning }) => (
            <th key={kind} scope="col" title={meaning} aria-label={meaning}>
              {sign}
            </th>
          ))}
          <th scope="col" title={EXCHANGE}>
            in gradients
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, counts, total }, k) => (
          // Repeats from one start have the same name.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <tr key={k}>
            <th scope="row">{name}</th>
            {KINDS.map(({ kind }) => (
              <td key={kind}>{counts[kind]}</td>
            ))}
            <td>{total}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
