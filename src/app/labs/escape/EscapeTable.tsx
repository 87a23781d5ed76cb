import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { EscapeFindings, OctopusRow } from '../../../core/escape/runEscapes.ts';
import { formatNumber as formatShort } from '../../../core/formatNumber.ts';
import type { MethodChoice } from '../../../scenario/types.ts';
import { escapeStore } from '../../../store/escapeStore.ts';
import { formatFull, formatNumber } from '../../../views/formatNumber.ts';
import { StrokeSwatch } from '../../controls/StrokeSwatch.tsx';
import { methodStroke } from '../../methodStroke.ts';
import { methodName } from '../../views/planeTrajectories.ts';
import classes from './EscapeTable.module.css';
import { useFoundMethods, useShownContractions } from './useEscape.ts';

/** Every median of the experiment, a line for each L, dimension and method, and how the plateaus grow. */
export function EscapeTable() {
  const found = useStore(escapeStore, (state) => state.experiment);
  const { methods } = useFoundMethods(found);
  const { shown } = useShownContractions(found);
  const lines = useMemo(() => (found ? linesOf(found.result, shown, methods) : []), [found, shown, methods]);
  const most = Math.max(1, ...lines.map(({ rows }) => rows.length));
  const ks = Array.from({ length: most }, (_, i) => i + 1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label="Table of medians">
      <table className={classes.table}>
        <caption className={classes.caption}>
          Median iteration at which the k-th saddle is passed; hover for quartiles and how many runs got there.
        </caption>
        <thead>
          <tr>
            <th scope="col">L</th>
            <th scope="col">d</th>
            <th scope="col" className={classes.word}>
              Method
            </th>
            {ks.map((k) => (
              <th key={k} scope="col">
                T<sub>{k}</sub>
              </th>
            ))}
            <th scope="col" title="Factor from each plateau to the next, fitted to the medians">
              growth
            </th>
            <th scope="col" title="1 + |ln(1 − 2ηL)| / ln(1 + 2ηγ)">
              exact
            </th>
            <th scope="col" title="The growth for an endlessly small step">
              (L+γ)/γ
            </th>
            <th scope="col" title="Iterations from each saddle to the next, fitted to the medians">
              per saddle
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.id} line={line} ks={ks} method={methods[line.methodIndex] as MethodChoice} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface TableLine {
  readonly id: string;
  readonly L: number;
  readonly dimension: number;
  readonly methodIndex: number;
  readonly rows: readonly OctopusRow[];
  /** Growth: fitted, exact, for small steps; then iterations a saddle. Undefined where it does not apply. */
  readonly paces: readonly (number | undefined)[];
}

function linesOf(found: EscapeFindings, shown: readonly number[], methods: readonly MethodChoice[]): TableLine[] {
  const firsts = found.rows.filter(
    ({ k, L, methodIndex }) => k === 1 && shown.includes(L) && methods[methodIndex]?.visible !== false,
  );
  const sorted = firsts.toSorted((a, b) => a.L - b.L || a.dimension - b.dimension || a.methodIndex - b.methodIndex);
  return sorted.flatMap(({ L, dimension, methodIndex }) => {
    if (!methods[methodIndex]) return [];
    const isSame = (row: Pick<OctopusRow, 'L' | 'dimension' | 'methodIndex'>) =>
      row.L === L && row.dimension === dimension && row.methodIndex === methodIndex;
    const growth = found.growth.find(isSame);
    const increment = found.increments.find(isSame);
    const paces = [growth?.fitted, growth?.exact, growth?.limit, increment?.perSaddle];
    return [
      { id: `${L}/${dimension}/${methodIndex}`, L, dimension, methodIndex, rows: found.rows.filter(isSame), paces },
    ];
  });
}

interface LineProps {
  readonly line: TableLine;
  readonly ks: readonly number[];
  readonly method: MethodChoice;
}

function Line({ line: { L, dimension, methodIndex, rows, paces }, ks, method }: LineProps) {
  return (
    <tr data-line={`${L}/${dimension}/${method.id}`}>
      <td>{formatShort(L)}</td>
      <td>{dimension}</td>
      <th scope="row" className={classes.word}>
        <StrokeSwatch stroke={methodStroke(method, methodIndex)} width={2} /> {methodName(method)}
      </th>
      {ks.map((k) => (
        <Passage key={k} row={rows[k - 1]} />
      ))}
      {paces.map((pace, i) => (
        // The columns do not move.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <td key={i} title={pace === undefined ? undefined : formatFull(pace)}>
          {pace === undefined || Number.isNaN(pace) ? '' : formatNumber(pace)}
        </td>
      ))}
    </tr>
  );
}

/** A median; where not every run got there, how many did. */
function Passage({ row }: { readonly row: OctopusRow | undefined }) {
  if (!row) return <td />;
  const { median, q25, q75, reached, repeats, left, underflowed } = row;
  const lost = left > 0 ? `, ${left} left the tube` : '';
  const small = underflowed > 0 ? `, ${underflowed} ended with a coordinate too small for doubles` : '';
  const title = `median ${formatFull(median)}, quartiles ${formatFull(q25)} and ${formatFull(q75)}, reached ${reached} of ${repeats}${lost}${small}`;
  return (
    <td title={title}>
      {Number.isFinite(median) ? formatNumber(median) : '–'}
      {reached < repeats && (
        <small className={classes.reached}>
          {reached} of {repeats}
        </small>
      )}
    </td>
  );
}
