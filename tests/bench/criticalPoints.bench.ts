import { findCriticalPoints } from '../../src/core/critical/findCriticalPoints.ts';
import { compileFormula } from '../../src/core/formula/compileFormula.ts';
import { encloseDerivatives } from '../../src/core/formula/encloseDerivatives.ts';
import { instantiate } from '../../src/core/formula/instantiate.ts';
import { himmelblau } from '../../src/core/landscapes/himmelblau.ts';
import type { Landscape } from '../../src/core/landscapes/Landscape.ts';
import { rastrigin } from '../../src/core/landscapes/rastrigin.ts';
import { sixHumpCamel } from '../../src/core/landscapes/sixHumpCamel.ts';
import { resolveParams } from '../../src/core/resolveParams.ts';
import { drain } from '../../src/core/task.ts';
import type { BenchRow } from './BenchRow.ts';
import { timeInTurns } from './timeInTurns.ts';

/** Landscapes with the number of their critical points and the seconds that certifying them may take. */
const AIMS: readonly (readonly [landscape: Landscape, count: number, seconds: number])[] = [
  [himmelblau, 9, 0.1],
  [sixHumpCamel, 15, 0.1],
  [rastrigin, 441, 1],
];

/** Certifies the critical points in the default box, the formula's enclosures included. */
function certification(landscape: Landscape, count: number): () => void {
  const source = landscape.source!(resolveParams(landscape.params, {}, { dimension: 2 }));
  const compiled = compileFormula(source);
  if (!compiled.ok) throw new Error(`${landscape.name} does not compile`);
  const f = instantiate(compiled.compiled, source.constants);
  return () => {
    const { points, completeness } = drain(findCriticalPoints(f, encloseDerivatives(source), source.domain, 1));
    if (points.length !== count || completeness.claim !== 'certified') {
      throw new Error(`${landscape.name}: ${points.length} critical points, ${completeness.claim}`);
    }
  };
}

/** Time to a certified list of all critical points, on one thread. */
export function rows(): BenchRow[] {
  return AIMS.map(([landscape, count, seconds]) => {
    const [time = Number.NaN] = timeInTurns([certification(landscape, count)], 9);
    return {
      work: `certified critical points of ${landscape.name}: ${count}`,
      against: 'the aim',
      reach: '≤ 1',
      ours: time,
      theirs: 1000 * seconds,
      unit: 'ms',
      ratio: time / (1000 * seconds),
    };
  });
}
