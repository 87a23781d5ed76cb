import { ArrowDownToDot, ArrowUpFromDot, CircleHelp, type LucideIcon, Minus } from 'lucide-react';
import { useStore } from 'zustand';
import { formatNumber as formatShort } from '../../core/formatNumber.ts';
import { gradientDescent } from '../../core/methods/gradientDescent.ts';
import type { Method } from '../../core/methods/Method.ts';
import { perturbedGradientDescent } from '../../core/methods/perturbedGradientDescent.ts';
import { methodById } from '../../core/methods/registry.ts';
import { resolveParams } from '../../core/resolveParams.ts';
import type { MethodChoice } from '../../scenario/types.ts';
import { scenarioStore } from '../../store/scenarioStore.ts';
import { formatFull, formatNumber } from '../../views/formatNumber.ts';
import { StrokeSwatch } from '../controls/StrokeSwatch.tsx';
import { methodStroke } from '../methodStroke.ts';
import { Typeset } from '../typeset/Typeset.tsx';
import classes from './Multipliers.module.css';
import { type Multiplier, multiplierRows } from './multiplierRows.ts';

/** Methods whose step is x − η∇f(x), so that 1 − ηλ tells what they do near a critical point. */
const gradientMaps: readonly (Method | undefined)[] = [
  gradientDescent as Method,
  perturbedGradientDescent as unknown as Method,
];

/** More multipliers than this are summed up. */
const LISTED = 4;

/** What gradient descent does to small displacements from the point: shrinks or grows them, eigenvector by eigenvector. */
export function Multipliers({ eigenvalues }: { readonly eigenvalues: Float64Array }) {
  const methods = useStore(scenarioStore, ({ scenario }) => scenario.experiment.methods);
  const maps = methods
    .map((choice, index) => ({ choice, index, method: methodById(choice.id) }))
    .filter(({ choice, method }) => choice.visible !== false && gradientMaps.includes(method));
  if (maps.length === 0) return null;
  return (
    <section className={classes.multipliers} aria-label="Multipliers">
      <h3 className={classes.title}>
        Multipliers <Typeset tex="1-\eta\lambda_i" plain="1 − ηλ" />
      </h3>
      {maps.map(({ choice, index, method }) => (
        <MapRows key={`${index}-${choice.id}`} {...{ choice, index, method: method as Method, eigenvalues }} />
      ))}
    </section>
  );
}

interface MapRowsProps {
  readonly choice: MethodChoice;
  readonly index: number;
  readonly method: Method;
  readonly eigenvalues: Float64Array;
}

function MapRows({ choice, index, method, eigenvalues }: MapRowsProps) {
  const { stepSize } = resolveParams(method.params, choice.params ?? {}, { dimension: eigenvalues.length });
  const eta = stepSize as number;
  const rows = multiplierRows(eigenvalues, eta);
  return (
    <div className={classes.map}>
      <div className={classes.method}>
        <StrokeSwatch stroke={methodStroke(choice, index)} width={1.9} />
        <span className={classes.name}>{choice.label ?? method.name}</span>
        <span className={classes.step} title={formatFull(eta)}>
          η = {formatShort(eta)}
        </span>
      </div>
      {rows.length <= LISTED ? rows.map((row) => <Row key={row.place} row={row} />) : <Summary rows={rows} />}
    </div>
  );
}

const icons: Readonly<Record<Multiplier['behaviour'], LucideIcon>> = {
  stable: ArrowDownToDot,
  unstable: ArrowUpFromDot,
  neutral: Minus,
  unknown: CircleHelp,
};

function Row({ row }: { readonly row: Multiplier }) {
  const Icon = icons[row.behaviour];
  return (
    <div className={classes.row} title={formatFull(row.multiplier)}>
      <span className={classes.place}>{row.place}</span>
      <span className={classes.number}>{formatNumber(row.multiplier)}</span>
      <Icon size="1.1em" aria-hidden="true" />
      <span>{row.behaviour}</span>
    </div>
  );
}

function Summary({ rows }: { readonly rows: readonly Multiplier[] }) {
  const stable = rows.filter((row) => row.behaviour === 'stable').length;
  const largest = rows.reduce((most, { multiplier }) => Math.max(most, Math.abs(multiplier)), 0);
  return (
    <p className={classes.summary}>
      {stable} of {rows.length} stable; the largest |1 − ηλ| is {formatNumber(largest)}.
    </p>
  );
}
