import { compileFormula } from '../../src/core/formula/compileFormula.ts';
import { instantiate } from '../../src/core/formula/instantiate.ts';
import { himmelblau } from '../../src/core/landscapes/himmelblau.ts';
import type { Landscape } from '../../src/core/landscapes/Landscape.ts';
import { mullerBrown } from '../../src/core/landscapes/mullerBrown.ts';
import { CountingObjective } from '../../src/core/objective/counting.ts';
import type { Objective } from '../../src/core/objective/Objective.ts';
import type { Box, Params } from '../../src/core/params.ts';
import { geodesicDistance } from '../../src/core/paths/fastMarching.ts';
import { findPath, type PathResult } from '../../src/core/paths/findPath.ts';
import { pathGrid } from '../../src/core/paths/PathGrid.ts';
import { pathMethodById } from '../../src/core/paths/registry.ts';
import { resolveParams } from '../../src/core/resolveParams.ts';
import { Rng } from '../../src/core/rng.ts';
import { drain } from '../../src/core/task.ts';
import type { BenchRow } from './BenchRow.ts';
import { timeInTurns } from './timeInTurns.ts';

type Ends = readonly [readonly [number, number], readonly [number, number]];

interface Case {
  readonly landscape: Landscape;
  readonly ends: Ends;
  /** A hundredth of the range above the barrier. */
  readonly level: number;
}

const CASES: readonly Case[] = [
  {
    landscape: mullerBrown,
    ends: [
      [-0.558, 1.4417],
      [0.623, 0.028],
    ],
    level: -39.6,
  },
  {
    landscape: himmelblau,
    ends: [
      [3, 2],
      [-2.805118, 3.131313],
    ],
    level: 68.4,
  },
];

function functionOf(landscape: Landscape): { readonly f: Objective; readonly domain: Box } {
  const source = landscape.source!(resolveParams(landscape.params, {}, { dimension: 2 }));
  const compiled = compileFormula(source);
  if (!compiled.ok) throw new Error(`${landscape.name} does not compile`);
  return { f: instantiate(compiled.compiled, source.constants), domain: source.domain };
}

function search({ landscape, ends, level }: Case, id: string, params: Params, shorten: boolean): PathResult {
  const { f, domain } = functionOf(landscape);
  const method = pathMethodById(id);
  if (!method) throw new Error(`there is no path method ${id}`);
  const resolved = resolveParams(method.params, params, { dimension: 2 });
  const minimumValue = landscape.minimumValue?.({});
  const rng = Rng.seeded(1);
  const plan = { objective: f, method, params: resolved, ends, level, domain, minimumValue, rng, shorten };
  const result = drain(findPath(plan));
  if (result.status !== 'connected') throw new Error(`${landscape.name}: ${id} found no path`);
  return result;
}

const total = ({ evaluations: { value, gradient, hvp } }: PathResult): number => value + gradient + hvp;

/** Evaluations of one connection: string sampling beside the grid of the minimax path. */
function evaluationRows(each: Case): BenchRow[] {
  const theirs = total(search(each, 'minimax-grid', { polish: 0 }, false));
  return ['greedy', 'hyperplane'].map((variant) => {
    const ours = total(search(each, 'dynamic-string-sampling', { variant }, false));
    return {
      work: `one connection on ${each.landscape.name}, ${variant} string sampling`,
      against: 'the grid of the minimax path',
      reach: 'no aim',
      ours,
      theirs,
      unit: 'evaluations',
      ratio: ours / theirs,
    };
  });
}

/** A search with its path pulled tight, beside fast marching on the grid, which gives the length alone. */
function shorteningRow(each: Case): BenchRow {
  const { f, domain } = functionOf(each.landscape);
  const ends = each.ends.map((end) => Float64Array.from(end)) as [Float64Array, Float64Array];
  const marching = () => {
    const counted = new CountingObjective(f);
    const grid = drain(pathGrid(counted, domain, ends, 401));
    if (drain(geodesicDistance(counted, grid, ends, each.level)) === null) throw new Error('not reached');
  };
  const pulling = () => void search(each, 'dynamic-string-sampling', {}, true);
  const [ours = Number.NaN, theirs = Number.NaN] = timeInTurns([pulling, marching], 9);
  return {
    work: `a path found and pulled tight on ${each.landscape.name}`,
    against: 'fast marching on 401²',
    reach: 'no aim',
    ours,
    theirs,
    unit: 'ms',
    ratio: ours / theirs,
  };
}

/** What a path inside a sublevel set of two variables costs. */
export function rows(): BenchRow[] {
  return CASES.flatMap((each) => [...evaluationRows(each), shorteningRow(each)]);
}
