import { CountingObjective } from '../../../src/core/objective/counting.ts';
import type { Objective } from '../../../src/core/objective/Objective.ts';
import type { Params } from '../../../src/core/params.ts';
import { findPath, type PathResult } from '../../../src/core/paths/findPath.ts';
import type { PathStage } from '../../../src/core/paths/PathMethod.ts';
import { pathMethodById } from '../../../src/core/paths/registry.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { Rng } from '../../../src/core/rng.ts';
import { objectiveOf } from '../../../src/scenario/objectiveOf.ts';
import { type PreparedLandscape, prepareLandscape } from '../../../src/scenario/prepare.ts';

/** A landscape of the registry, ready to evaluate. */
export function landscape(id: string, params: Params = {}): { f: Objective; prepared: PreparedLandscape } {
  const result = prepareLandscape({ id, params });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return { f: objectiveOf(result.prepared), prepared: result.prepared };
}

/** Two points on either side of the origin, in a square around it. */
export const ACROSS = {
  domain: [
    [-2, 2],
    [-2, 2],
  ],
  ends: [
    [-1, 0],
    [1, 0],
  ],
} as const;

export interface Search {
  readonly method?: string;
  readonly params?: Params;
  readonly ends: readonly [readonly number[], readonly number[]];
  readonly level: number;
  readonly seed?: number;
  readonly shorten?: boolean;
  readonly lengthOver?: readonly number[];
}

/** Runs a search to its end; `stages` receives what it shows on the way. */
export function search(
  { f, prepared }: { f: Objective; prepared: Pick<PreparedLandscape, 'domain' | 'minimumValue'> },
  { method: id = 'dynamic-string-sampling', params = {}, ends, level, seed = 7, shorten = false, lengthOver }: Search,
  stages: PathStage[] = [],
): PathResult {
  const method = pathMethodById(id);
  if (!method) throw new Error(`no method ${id}`);
  const task = findPath({
    objective: f,
    method,
    params: resolveParams(method.params, params, { dimension: f.dimension }),
    ends,
    level,
    domain: prepared.domain,
    minimumValue: prepared.minimumValue,
    rng: Rng.seeded(seed),
    shorten,
    lengthOver,
  });
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    if (step.value.partial) stages.push(step.value.partial);
  }
}

/** The highest value at `parts` + 1 points of each segment of a broken line: nothing of the code under test. */
export function highestOn(f: Objective, beads: Float64Array, parts = 1000): number {
  const n = f.dimension;
  let highest = Number.NEGATIVE_INFINITY;
  const x = new Float64Array(n);
  for (let k = 0; k + 2 * n <= beads.length; k += n) {
    for (let i = 0; i <= parts; i++) {
      for (let d = 0; d < n; d++) {
        const [a, b] = [beads[k + d] as number, beads[k + n + d] as number];
        x[d] = (1 - i / parts) * a + (i / parts) * b;
      }
      highest = Math.max(highest, f.value(x));
    }
  }
  return highest;
}

/** Σ‖Δx‖, by hand. */
export function lengthOf(beads: Float64Array, n: number): number {
  let sum = 0;
  for (let k = n; k < beads.length; k += n) {
    let square = 0;
    for (let d = 0; d < n; d++) square += ((beads[k + d] as number) - (beads[k + d - n] as number)) ** 2;
    sum += Math.sqrt(square);
  }
  return sum;
}

export const counted = (f: Objective): CountingObjective => new CountingObjective(f);
