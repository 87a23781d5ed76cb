import { compileFormula } from '../../../src/core/formula/compileFormula.ts';
import { type FormulaObjective, instantiate } from '../../../src/core/formula/instantiate.ts';
import type { FormulaSource, Landscape } from '../../../src/core/landscapes/Landscape.ts';
import { landscapes } from '../../../src/core/landscapes/registry.ts';
import type { Params } from '../../../src/core/params.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';

/** A landscape with resolved parameters, its formula, and that formula compiled (on first use). */
export interface Case {
  readonly label: string;
  readonly landscape: Landscape;
  readonly params: Params;
  readonly source: FormulaSource;
  readonly f: FormulaObjective;
}

/** The landscape with what `given` leaves out filled in. */
export function caseOf(landscape: Landscape, given: Params = {}): Case {
  const dimension = landscape.dimension ?? (given.dimension as number | undefined) ?? 2;
  const params = resolveParams(landscape.params, given, { dimension });
  const source = landscape.source(params);
  const label = `${landscape.id} ${JSON.stringify(given)}`;
  let f: FormulaObjective | undefined;
  return {
    label,
    landscape,
    params,
    source,
    get f() {
      f ??= compiled(label, source);
      return f;
    },
  };
}

function compiled(label: string, source: FormulaSource): FormulaObjective {
  const result = compileFormula(source);
  if (!result.ok) throw new Error(`${label}: ${JSON.stringify(result.problems)}`);
  return instantiate(result.compiled, source.constants);
}

/** Every landscape with its defaults, and those of any dimension from the least one to 50. */
export const CASES: readonly Case[] = landscapes.flatMap((landscape) => {
  const { dimension } = landscape.params;
  if (dimension?.kind !== 'integer') return [caseOf(landscape)];
  const sizes = [1, 2, 3, 10, 50].filter((n) => n >= dimension.min && n <= dimension.max);
  return sizes.map((n) => caseOf(landscape, { dimension: n }));
});
