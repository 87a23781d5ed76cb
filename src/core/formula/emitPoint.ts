import { BodyEmitter } from './BodyEmitter.ts';
import type { InputNode, Node } from './graph.ts';
import type { Layout } from './layout.ts';
import type { ModuleEmitter } from './ModuleEmitter.ts';
import { FunctionWriter, ValueType } from './wasm/FunctionWriter.ts';

/** Where a computed node goes: an index in the memory, in units of one f64. */
export interface Store {
  readonly at: number;
  readonly node: Node;
}

/**
 * Writes and exports a function without parameters that reads the point (and direction) from memory.
 * @param stores  what it writes to memory
 * @param returned  what it returns, or null for nothing
 */
export function emitPoint(
  module: ModuleEmitter,
  layout: Layout,
  exportName: string,
  stores: readonly Store[],
  returned: Node | null,
): void {
  const writer = new FunctionWriter([], returned ? [ValueType.f64] : []);
  const input = (node: InputNode): void => {
    writer.i32(0);
    writer.loadF64(8 * ((node.source === 'variable' ? layout.x : layout.direction) + node.index));
  };
  const body = new BodyEmitter(module, writer, { lanes: false, fixed: true, input });
  body.expect([...stores.map(({ node }) => node), ...(returned ? [returned] : [])]);
  for (const { at, node } of stores) {
    writer.i32(0);
    body.push(node);
    writer.storeF64(8 * at);
  }
  if (returned) body.push(returned);
  module.export(exportName, writer);
}
