import { BodyEmitter } from './BodyEmitter.ts';
import { type InputNode, type Node, reachable } from './graph.ts';
import { BLOCK_COLUMNS, type Layout } from './layout.ts';
import type { ModuleEmitter } from './ModuleEmitter.ts';
import { FunctionWriter, ValueType } from './wasm/FunctionWriter.ts';

/** More hoisted values than this would cost more memory traffic than they save. */
const MOST_HOISTED = 48;
const FLOAT = 8;
const PAIR = 16;

/** Numbers that the innermost loop over a block needs but does not compute. */
export interface Hoisting {
  /** Depend on the first variable alone: computed once per column of a block, into one array each. */
  readonly columns: readonly Node[];
  /** Depend on the second variable alone: computed once per row. */
  readonly rows: readonly Node[];
  /** Depend on no variable: put into both lanes once per block. */
  readonly uniform: readonly Node[];
}

/** Bit 1: depends on the first variable; bit 2: on another one. */
function dependence(nodes: readonly Node[]): Map<Node, number> {
  const masks = new Map<Node, number>();
  for (const node of nodes) {
    let mask = node.kind === 'input' && node.source === 'variable' ? (node.index === 0 ? 1 : 2) : 0;
    for (const operand of node.args) mask |= masks.get(operand) as number;
    masks.set(node, mask);
  }
  return masks;
}

/** What can leave the innermost loop over the first variable, for a function of two variables. */
export function planHoisting(root: Node): Hoisting {
  const masks = dependence(reachable([root]));
  const frontier = new Set<Node>();
  const seen = new Set<Node>([root]);
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    // Conditions stay in the loop: lanes hold them as masks, and memory and scalars do not.
    if (masks.get(node) !== 3 && !node.truth) {
      frontier.add(node);
      continue;
    }
    for (const operand of node.args) {
      if (!seen.has(operand)) waiting.push(operand);
      seen.add(operand);
    }
  }
  const pick = (mask: number): Node[] => [...frontier].filter((node) => masks.get(node) === mask);
  return {
    columns: pick(1)
      .filter((node) => node.kind === 'application')
      .slice(0, MOST_HOISTED),
    rows: pick(2),
    uniform: pick(0).slice(0, MOST_HOISTED),
  };
}

/** Numbers below `root` that depend on no variable, as far as something that does depend on one uses them. */
function uniformOf(root: Node): Node[] {
  const inside = reachable([root]).filter((node) => node.varies || node.truth);
  const found = new Set([root, ...inside.flatMap(({ args }) => args)].filter((node) => !node.varies && !node.truth));
  return [...found].slice(0, MOST_HOISTED);
}

/** Computes nodes outside a loop, in lanes or as scalars put into both lanes, and gives them to the loop's body. */
function hoist(
  writer: FunctionWriter,
  outside: BodyEmitter,
  lanes: boolean,
  nodes: readonly Node[],
  loop: BodyEmitter,
) {
  outside.expect(nodes);
  for (const node of nodes) {
    const local = writer.local(ValueType.v128);
    outside.push(node);
    if (!lanes) writer.splat();
    writer.set(local);
    loop.give(node, () => writer.get(local));
  }
}

/**
 * A function (end, rowsEnd) that stores a block: for each row, what `startRow` writes, then for each pair of columns
 * what `pushPair` leaves on the stack. `end` is 16 bytes per pair of columns, `rowsEnd` 8 bytes per row; `startRow`
 * gets the local that holds the row's byte offset, `pushPair` the one that holds the pair's.
 */
function writeBlock(
  writer: FunctionWriter,
  layout: Layout,
  startRow: (row: number) => void,
  pushPair: (column: number) => void,
): void {
  const [end, rowsEnd] = [0, 1];
  const rowStart = writer.local(ValueType.i32);
  writer.repeat(rowsEnd, FLOAT, (row) => {
    startRow(row);
    writer.repeat(end, PAIR, (column) => {
      writer.get(rowStart);
      writer.get(column);
      writer.addI32();
      pushPair(column);
      writer.storeLanes(FLOAT * layout.block);
    });
    writer.get(rowStart);
    writer.get(end);
    writer.addI32();
    writer.set(rowStart);
  });
}

/** Byte offset of a column array. */
function arrayOffset(layout: Layout, index: number): number {
  return FLOAT * (layout.columnArrays + index * BLOCK_COLUMNS);
}

/** Exports `columns(end)`, which fills the column arrays; `end` is 16 bytes per pair of columns. */
function emitColumns(module: ModuleEmitter, layout: Layout, nodes: readonly Node[]): void {
  const writer = new FunctionWriter([ValueType.i32], []);
  module.export('columns', writer);
  if (nodes.length === 0) return;
  writer.repeat(0, PAIR, (column) => {
    const input = (): void => {
      writer.get(column);
      writer.loadLanes(FLOAT * layout.columns);
    };
    const body = new BodyEmitter(module, writer, { lanes: true, fixed: true, input });
    body.expect(nodes);
    nodes.forEach((node, index) => {
      writer.get(column);
      body.push(node);
      writer.storeLanes(arrayOffset(layout, index));
    });
  });
}

/**
 * Exports `columns(end)`, which fills the column arrays for a block's columns, and `grid(end, rowsEnd)`, which fills
 * the block from them and the rows' coordinates. `end` is 16 bytes per pair of columns, `rowsEnd` 8 bytes per row.
 * @param root  a function of two variables
 */
export function emitGrid(module: ModuleEmitter, layout: Layout, root: Node, hoisting: Hoisting): void {
  emitColumns(module, layout, hoisting.columns);
  const writer = new FunctionWriter([ValueType.i32, ValueType.i32], []);
  let pair = 0;
  const load = (offset: number): void => {
    writer.get(pair);
    writer.loadLanes(offset);
  };
  const loop = new BodyEmitter(module, writer, {
    lanes: true,
    fixed: true,
    input: () => load(FLOAT * layout.columns),
  });
  hoisting.columns.forEach((node, index) => {
    loop.give(node, () => load(arrayOffset(layout, index)));
  });
  hoist(writer, new BodyEmitter(module, writer, { lanes: true, fixed: true }), true, hoisting.uniform, loop);
  const startRow = (row: number): void => {
    const input = (): void => {
      writer.get(row);
      writer.loadF64(FLOAT * layout.rows);
    };
    hoist(writer, new BodyEmitter(module, writer, { lanes: false, fixed: true, input }), false, hoisting.rows, loop);
    loop.expect([root]);
  };
  writeBlock(writer, layout, startRow, (column) => {
    pair = column;
    loop.push(root);
  });
  module.export('grid', writer);
}

/**
 * Exports `section(end, rowsEnd)`, which fills the block with f at x = (origin + s·across) + t·up, s a column's
 * coordinate and t a row's.
 * @param root  a function of n variables
 */
export function emitSection(module: ModuleEmitter, layout: Layout, root: Node, n: number): void {
  const writer = new FunctionWriter([ValueType.i32, ValueType.i32], []);
  let pair = 0;
  const splat = (at: number): void => {
    writer.i32(0);
    writer.loadSplat(FLOAT * at);
  };
  const input = ({ index }: InputNode): void => {
    splat(layout.origin + index);
    writer.get(pair);
    writer.loadLanes(FLOAT * layout.columns);
    splat(layout.across + index);
    writer.multiplyLanes();
    writer.addLanes();
    splat(layout.rowShift + index);
    writer.addLanes();
  };
  const loop = new BodyEmitter(module, writer, { lanes: true, fixed: true, input });
  hoist(writer, new BodyEmitter(module, writer, { lanes: true, fixed: true }), true, uniformOf(root), loop);
  loop.expect([root]);
  const startRow = (row: number): void => {
    for (let k = 0; k < n; k++) {
      writer.i32(0);
      writer.get(row);
      writer.loadF64(FLOAT * layout.rows);
      writer.i32(0);
      writer.loadF64(FLOAT * (layout.up + k));
      writer.multiplyF64();
      writer.storeF64(FLOAT * (layout.rowShift + k));
    }
  };
  writeBlock(writer, layout, startRow, (column) => {
    pair = column;
    loop.push(root);
  });
  module.export('section', writer);
}
