import { compileFormula } from '../../src/core/formula/compileFormula.ts';
import { instantiate } from '../../src/core/formula/instantiate.ts';
import { himmelblau } from '../../src/core/landscapes/himmelblau.ts';
import type { Landscape } from '../../src/core/landscapes/Landscape.ts';
import { rastrigin } from '../../src/core/landscapes/rastrigin.ts';
import { resolveParams } from '../../src/core/resolveParams.ts';
import { drain } from '../../src/core/task.ts';
import { gridForest } from '../../src/core/topology/gridForest.ts';
import { mergeTree } from '../../src/core/topology/mergeTree.ts';
import { sampleGrid } from '../../src/core/topology/sampleGrid.ts';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import type { BenchRow } from './BenchRow.ts';
import { openBuiltPage } from './openBuiltPage.ts';
import { measureLevelDragging } from './pageMeasures.ts';
import { timeInTurns } from './timeInTurns.ts';

const SIDE = 1001;
/** Milliseconds that the merge tree of such a grid may take; GUDHI 3.7's cubical complex takes 1,100 on such a machine. */
const AIM = 500;
/** Drag events that are measured. */
const EVENTS = 240;

/** The values of a landscape on the grid. */
function valuesOf(landscape: Landscape): Float64Array {
  const source = landscape.source!(resolveParams(landscape.params, {}, { dimension: 2 }));
  const compiled = compileFormula(source);
  if (!compiled.ok) throw new Error(`${landscape.name} does not compile`);
  return drain(sampleGrid(instantiate(compiled.compiled, source.constants), source.domain, [SIDE, SIDE])).values;
}

/** Leaves of the merge tree, labels of all vertices and joins included. */
function leavesOf(values: Float64Array): number {
  const { leaves, joins } = drain(gridForest(values, [SIDE, SIDE]));
  const births = Array.from(leaves, (v) => values[v] as number);
  const list = Array.from(joins.vertices, (v, k) => ({
    from: joins.from[k] as number,
    to: joins.to[k] as number,
    value: values[v] as number,
  }));
  return mergeTree(births, list, () => true).leaves.length;
}

/** The usual way: all vertices sorted by value, then union-find over the eight neighbours with path halving. */
function leavesBySorting(values: Float64Array): number {
  const order = new Uint32Array(values.length).map((_, v) => v);
  order.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  const root = new Int32Array(values.length).fill(-1);
  const birth = new Float64Array(values.length);
  const find = (v: number): number => {
    let at = v;
    while (root[at] !== at) {
      root[at] = root[root[at] as number] as number;
      at = root[at] as number;
    }
    return at;
  };
  let leaves = 0;
  let merged = 0;
  for (const v of order) {
    root[v] = v;
    birth[v] = values[v] as number;
    const i = v % SIDE;
    let isLeaf = true;
    for (let dj = -SIDE; dj <= SIDE; dj += SIDE) {
      for (let di = -1; di <= 1; di++) {
        const w = v + dj + di;
        if (i + di < 0 || i + di >= SIDE || w < 0 || w >= values.length || w === v || root[w] === -1) continue;
        isLeaf = false;
        const [a, b] = [find(v), find(w)];
        if (a === b) continue;
        const [elder, younger] = (birth[a] as number) <= (birth[b] as number) ? [a, b] : [b, a];
        if (a !== v && b !== v && (birth[younger] as number) < (values[v] as number)) merged++;
        root[younger] = elder;
        birth[elder] = Math.min(birth[a] as number, birth[b] as number);
      }
    }
    if (isLeaf) leaves++;
  }
  if (merged !== leaves - 1) throw new Error(`${leaves} leaves, ${merged} merges`);
  return leaves;
}

function treeRows(landscape: Landscape, count: number): BenchRow[] {
  const values = valuesOf(landscape);
  const check = (leaves: number) => {
    if (leaves !== count) throw new Error(`${landscape.name}: ${leaves} leaves instead of ${count}`);
  };
  const [ours = Number.NaN, theirs = Number.NaN] = timeInTurns(
    [() => check(leavesOf(values)), () => check(leavesBySorting(values))],
    7,
  );
  const work = `merge tree of ${SIDE}×${SIDE} values, ${landscape.name}: ${count} leaves`;
  return [
    {
      work,
      against: 'all vertices sorted, union-find',
      reach: '≥ 4 times faster',
      ours,
      theirs,
      unit: 'ms',
      ratio: theirs / ours,
    },
    {
      work,
      against: 'the aim (GUDHI’s cubical complex: 1,100)',
      reach: '≤ 1',
      ours,
      theirs: AIM,
      unit: 'ms',
      ratio: ours / AIM,
    },
  ];
}

/** The level dragged over the whole colour bar on a grid of 401×401, each event until it is painted. */
async function dragRow(): Promise<BenchRow> {
  const built = await openBuiltPage();
  try {
    const fragment = encodeLink({
      version: 1,
      landscape: { id: 'rastrigin' },
      experiment: { kind: 'sublevel', resolution: 401, levels: [20] },
    });
    await built.page.goto(`${built.address}#${fragment}`);
    await built.page.locator('canvas[data-sublevel]').waitFor({ timeout: 120_000 });
    await built.page
      .locator('[data-testid=sentence][data-finished=true]')
      .getByText('401 × 401')
      .waitFor({ timeout: 120_000 });
    await built.page.waitForTimeout(2000);
    await built.page.evaluate(measureLevelDragging, 60);
    const times = (await built.page.evaluate(measureLevelDragging, EVENTS)).toSorted((a, b) => a - b);
    const p95 = times[Math.floor(0.95 * (times.length - 1))] as number;
    return {
      work: 'one drag event of u, 401×401, components coloured and painted: p95',
      against: 'a 60 Hz frame',
      reach: 'under one',
      ours: p95,
      theirs: 1000 / 60,
      unit: 'ms',
      ratio: p95 / (1000 / 60),
    };
  } finally {
    await built.close();
  }
}

/** The merge tree given the values, and what a drag of the level takes in the page. */
export async function rows(): Promise<BenchRow[]> {
  return [...treeRows(himmelblau, 4), ...treeRows(rastrigin, 121), await dragRow()];
}
