import type { FormulaSource } from '../landscapes/Landscape.ts';
import { build } from './build.ts';
import type { CompiledFormula } from './CompiledFormula.ts';
import { gradient, hessianTriangle, tangents } from './differentiate.ts';
import { emitGrid, emitSection, type Hoisting, planHoisting } from './emitBlocks.ts';
import { emitDescent, emitPairDescent } from './emitDescent.ts';
import { emitPoint, type Store } from './emitPoint.ts';
import { Graph, GraphTooLarge, type Node } from './graph.ts';
import { type Layout, memoryLayout } from './layout.ts';
import { lower } from './lower.ts';
import { ModuleEmitter } from './ModuleEmitter.ts';
import { parseFormula } from './parseFormula.ts';
import type { FormulaProblem } from './problems.ts';
import { smoothnessOf } from './smoothness.ts';
import { texOfSyntax } from './tex.ts';
import { FunctionTooLarge } from './wasm/FunctionWriter.ts';

/** Nodes of the graph with gradient and Hessian-vector product. */
const MOST_NODES = 60_000;
/** Nodes that writing out the Hessian may add. */
const MOST_HESSIAN_NODES = 40_000;

type Compiled =
  | { readonly ok: true; readonly compiled: CompiledFormula }
  | { readonly ok: false; readonly problems: readonly FormulaProblem[] };

function emitFirstOrder(
  root: Node,
  slopes: readonly Node[],
  layout: Layout,
  constants: number,
  hoisting: Hoisting | null,
): Uint8Array {
  const module = new ModuleEmitter(constants, layout.pages);
  const stores = slopes.map((node, i) => ({ at: layout.vector + i, node }));
  emitPoint(module, layout, 'value', [], root);
  emitPoint(module, layout, 'gradient', stores, null);
  emitPoint(module, layout, 'valueAndGradient', stores, root);
  if (slopes.length === 2) {
    emitDescent(module, layout, slopes);
    emitPairDescent(module, layout, slopes);
  }
  if (hoisting) emitGrid(module, layout, root, hoisting);
  emitSection(module, layout, root, slopes.length);
  return module.finish();
}

function emitSecondOrder(
  product: readonly Node[],
  triangle: readonly Node[] | null,
  layout: Layout,
  constants: number,
): Uint8Array {
  const module = new ModuleEmitter(constants, null);
  const storesAt = (start: number, nodes: readonly Node[]): Store[] =>
    nodes.map((node, i) => ({ at: start + i, node }));
  emitPoint(module, layout, 'hvp', storesAt(layout.vector, product), null);
  if (triangle) emitPoint(module, layout, 'hessian', storesAt(layout.triangle, triangle), null);
  return module.finish();
}

/** The Hessian's lower triangle, lowered, or null where it is too large to write out. */
function explicitTriangle(g: Graph, slopes: readonly Node[]): Node[] | null {
  try {
    return g.within(MOST_HESSIAN_NODES, () => lower(g, hessianTriangle(g, slopes)));
  } catch (error) {
    if (error instanceof GraphTooLarge) return null;
    throw error;
  }
}

function compileGraph(g: Graph, root: Node, n: number, constants: number): Omit<CompiledFormula, Described> {
  const slopes = gradient(g, root, n);
  const product = tangents(g, slopes, (k) => g.input('direction', k)).map((node) => node ?? g.literal(0));
  const [value, ...lowered] = lower(g, [root, ...slopes, ...product]) as [Node, ...Node[]];
  const triangle = explicitTriangle(g, slopes);
  const hoisting = n === 2 ? planHoisting(value) : null;
  const columnArrays = hoisting?.columns.length ?? 0;
  const layout = memoryLayout(n, columnArrays);
  return {
    firstOrder: emitFirstOrder(value, lowered.slice(0, n), layout, constants, hoisting),
    secondOrder: emitSecondOrder(lowered.slice(n), triangle, layout, constants),
    explicitHessian: triangle !== null,
    columnArrays,
  };
}

type Described = 'variables' | 'constants' | 'tex' | 'smoothness';

/**
 * Compiles a formula to WebAssembly: value, gradient, Hessian, Hessian-vector product, and loops over grids. The
 * constants' values are no part of the result; `instantiate` takes them.
 * @returns plain data that structured cloning copies, or everything that is wrong with the formula
 */
export function compileFormula(source: FormulaSource): Compiled {
  const parsed = parseFormula(source);
  if (!parsed.ok) return parsed;
  const variables = [...source.variables];
  const constants = Object.keys(source.constants);
  try {
    const g = new Graph(MOST_NODES);
    const root = build(g, parsed.syntax, variables, constants);
    const smoothness = smoothnessOf(root);
    const code = compileGraph(g, root, variables.length, constants.length);
    return { ok: true, compiled: { variables, constants, tex: texOfSyntax(parsed.syntax), smoothness, ...code } };
  } catch (error) {
    if (!(error instanceof GraphTooLarge || error instanceof FunctionTooLarge)) throw error;
    const message = 'The formula, with its derivatives, is too large to compile';
    return { ok: false, problems: [{ field: 'expression', message, start: 0, end: source.expression.length }] };
  }
}
