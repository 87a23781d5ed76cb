import type { Libm } from '../libm.ts';
import { BodyEmitter } from './BodyEmitter.ts';
import type { ApplicationNode, Node } from './graph.ts';
import { encodeModule, type FunctionImport } from './wasm/encodeModule.ts';
import { FunctionWriter } from './wasm/FunctionWriter.ts';

/**
 * One WebAssembly module in the making. It imports libm's functions as `libm.<name>` and the formula's constants as
 * the globals `constants.<position>`; what depends on constants alone is computed once, at instantiation, into globals.
 */
export class ModuleEmitter {
  readonly #constants: number;
  readonly #memoryPages: number | null;
  readonly #imports: FunctionImport[] = [];
  readonly #importIndices = new Map<keyof Libm, number>();
  readonly #fixed = new Map<Node, number>();
  readonly #functions: { writer: FunctionWriter; exportName?: string }[] = [];

  /**
   * @param constants  number of constants
   * @param memoryPages  pages of the memory that it exports, or null to import one as `memory.memory`
   */
  constructor(constants: number, memoryPages: number | null) {
    this.#constants = constants;
    this.#memoryPages = memoryPages;
  }

  /** Index to call a function of libm by. */
  libmIndex(name: keyof Libm, arity: number): number {
    const known = this.#importIndices.get(name);
    if (known !== undefined) return known;
    this.#imports.push({ module: 'libm', name, arity });
    this.#importIndices.set(name, this.#imports.length - 1);
    return this.#imports.length - 1;
  }

  /** Index of the global that holds a number which depends on constants alone. */
  fixedIndex(node: ApplicationNode): number {
    const known = this.#fixed.get(node);
    if (known !== undefined) return known;
    this.#fixed.set(node, this.#constants + this.#fixed.size);
    return this.#constants + this.#fixed.size - 1;
  }

  export(exportName: string, writer: FunctionWriter): void {
    this.#functions.push({ writer, exportName });
  }

  /** The module's bytes; nothing may be added afterwards. */
  finish(): Uint8Array {
    const start = this.#fixed.size > 0 ? { start: this.#functions.length } : {};
    if (this.#fixed.size > 0) this.#functions.push({ writer: this.#writeStart() });
    return encodeModule({
      importedFunctions: this.#imports,
      importedGlobals: Array.from({ length: this.#constants }, (_, i) => ({ module: 'constants', name: String(i) })),
      memoryPages: this.#memoryPages,
      globals: this.#fixed.size,
      functions: this.#functions,
      ...start,
    });
  }

  #writeStart(): FunctionWriter {
    const writer = new FunctionWriter([], []);
    const body = new BodyEmitter(this, writer, { lanes: false, fixed: false });
    const nodes = [...this.#fixed.keys()];
    body.expect(nodes);
    for (const [node, index] of this.#fixed) {
      body.push(node);
      writer.setGlobal(index);
    }
    return writer;
  }
}
