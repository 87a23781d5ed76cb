import { encloseDerivatives } from '../../../src/core/formula/encloseDerivatives.ts';
import type { FormulaSource } from '../../../src/core/landscapes/Landscape.ts';
import type { Box } from '../../../src/core/params.ts';
import { drain } from '../../../src/core/task.ts';
import { findSublevelSets } from '../../../src/core/topology/findSublevelSets.ts';
import type { SublevelForest } from '../../../src/core/topology/SublevelForest.ts';
import { resolveLandscape } from '../../../src/scenario/landscapeChoice.ts';
import { objectiveOf } from '../../../src/scenario/objectiveOf.ts';
import { prepareLandscape } from '../../../src/scenario/prepare.ts';
import type { LandscapeChoice } from '../../../src/scenario/types.ts';

/** A formula of the given variables over a box. */
export const formulaOf = (expression: string, variables: readonly string[], domain: Box): LandscapeChoice => ({
  id: 'formula',
  params: { expression, variables, constants: {}, domain },
});

/** A landscape's function, its enclosures and its box. */
export function settingOf(choice: LandscapeChoice) {
  const result = prepareLandscape(choice);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { domain, variables } = result.prepared;
  return {
    f: objectiveOf(result.prepared),
    enclosures: encloseDerivatives(resolveLandscape(choice).source as FormulaSource),
    domain,
    variables,
  };
}

/** The sublevel sets of a landscape on a grid of `side` vertices along each variable. */
export function forestOf(choice: LandscapeChoice, side: number, box?: Box): SublevelForest {
  const { f, enclosures, domain, variables } = settingOf(choice);
  return drain(
    findSublevelSets(
      f,
      enclosures,
      box ?? domain,
      variables.map(() => side),
    ),
  );
}
