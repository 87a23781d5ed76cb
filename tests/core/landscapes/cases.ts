import fc from 'fast-check';
import { compileFormula } from '../../../src/core/formula/compileFormula.ts';
import { instantiate } from '../../../src/core/formula/instantiate.ts';
import type { CodeSource, FormulaSource, Landscape } from '../../../src/core/landscapes/Landscape.ts';
import { landscapes } from '../../../src/core/landscapes/registry.ts';
import type { Objective } from '../../../src/core/objective/Objective.ts';
import type { Box, Params } from '../../../src/core/params.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { pointsInTube } from './octopusPoints.ts';

/** A landscape with resolved parameters, its formula or code, and its function (compiled on first use). */
export interface Case {
  readonly label: string;
  readonly landscape: Landscape;
  readonly params: Params;
  readonly source: FormulaSource | CodeSource;
  readonly f: Objective;
  /** Points of the box at which f has a value and is three times differentiable. */
  readonly points: fc.Arbitrary<Float64Array>;
}

/** For a landscape that is not defined in all of its box. */
const POINTS: Readonly<Record<string, (params: Params) => fc.Arbitrary<Float64Array>>> = { octopus: pointsInTube };

function pointsInBox(box: Box): fc.Arbitrary<Float64Array> {
  return fc
    .tuple(...box.map(([low, high]) => fc.double({ min: low, max: high, noNaN: true })))
    .map((point) => Float64Array.from(point));
}

/** What makes the function of each landscape that is code. */
const CODE = new Map(
  await Promise.all(
    landscapes.flatMap((each) => (each.code ? [each.load().then((create) => [each.id, create] as const)] : [])),
  ),
);

/** Smooth and quick choices of the parameters of landscapes that are code; kinks have tests of their own. */
const CODE_CASES: Readonly<Record<string, readonly Params[]>> = {
  'polynomial-regression': [
    { target: 'quadratic', loss: 'squared', points: 40 },
    { target: 'cubic', loss: 'squared', points: 40 },
  ],
};

/** The landscape with what `given` leaves out filled in. */
export function caseOf(landscape: Landscape, given: Params = {}): Case {
  const dimension = landscape.dimension ?? (given.dimension as number | undefined) ?? 2;
  const params = resolveParams(landscape.params, given, { dimension });
  const source = landscape.code ? landscape.code(params) : landscape.source(params);
  const label = `${landscape.id} ${JSON.stringify(given)}`;
  let f: Objective | undefined;
  return {
    label,
    landscape,
    params,
    source,
    points: POINTS[landscape.id]?.(params) ?? pointsInBox(source.domain),
    get f() {
      f ??= 'expression' in source ? compiled(label, source) : CODE.get(landscape.id)?.(params);
      if (!f) throw new Error(`${label}: there is no code`);
      return f;
    },
  };
}

function compiled(label: string, source: FormulaSource): Objective {
  const result = compileFormula(source);
  if (!result.ok) throw new Error(`${label}: ${JSON.stringify(result.problems)}`);
  return instantiate(result.compiled, source.constants);
}

/** Every landscape with its defaults, and those of any dimension from the least one to the greatest. */
export const CASES: readonly Case[] = landscapes.flatMap((landscape) => {
  if (landscape.code) return (CODE_CASES[landscape.id] ?? []).map((given) => caseOf(landscape, given));
  const { dimension } = landscape.params;
  if (dimension?.kind !== 'integer') return [caseOf(landscape)];
  const sizes = [1, 2, 3, 10, dimension.max].filter((n) => n >= dimension.min && n <= dimension.max);
  return sizes.map((n) => caseOf(landscape, { dimension: n }));
});
