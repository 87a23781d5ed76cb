import { ByteWriter } from './ByteWriter.ts';
import { type FunctionWriter, ValueType } from './FunctionWriter.ts';

/** A function from outside, f64s to f64. */
export interface FunctionImport {
  readonly module: string;
  readonly name: string;
  readonly arity: number;
}

/**
 * A module to encode. Function indices count the imports first, then `functions`; global indices count the imported
 * (immutable f64) ones first, then `globals` (mutable f64, zero at first).
 */
export interface ModuleParts {
  readonly importedFunctions: readonly FunctionImport[];
  readonly importedGlobals: readonly { readonly module: string; readonly name: string }[];
  /** Pages of 64 KiB; null imports the memory as `memory.memory`, a number creates and exports it as `memory`. */
  readonly memoryPages: number | null;
  readonly globals: number;
  readonly functions: readonly { readonly writer: FunctionWriter; readonly exportName?: string }[];
  /** Position in `functions` of the function that runs at instantiation. */
  readonly start?: number;
}

/** Section ids of the binary format. */
const Section = { type: 1, import: 2, function: 3, memory: 5, global: 6, export: 7, start: 8, code: 10 } as const;

/** Types in order of first use, each held once. */
class TypeTable {
  readonly writer = new ByteWriter();
  readonly #indices = new Map<string, number>();

  get size(): number {
    return this.#indices.size;
  }

  indexOf(params: readonly ValueType[], results: readonly ValueType[]): number {
    const key = `${params.join()}:${results.join()}`;
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    this.writer.byte(0x60);
    for (const types of [params, results]) {
      this.writer.unsigned(types.length);
      this.writer.bytes(types);
    }
    this.#indices.set(key, this.#indices.size);
    return this.#indices.size - 1;
  }
}

function section(out: ByteWriter, id: number, count: number, content: ByteWriter): void {
  if (count === 0) return;
  const inner = new ByteWriter();
  inner.unsigned(count);
  inner.bytes(content.finish());
  out.byte(id);
  out.sized(inner);
}

function encodeImports(parts: ModuleParts, types: TypeTable): { writer: ByteWriter; count: number } {
  const writer = new ByteWriter();
  for (const { module, name, arity } of parts.importedFunctions) {
    writer.name(module);
    writer.name(name);
    writer.byte(0x00);
    writer.unsigned(types.indexOf(new Array<ValueType>(arity).fill(ValueType.f64), [ValueType.f64]));
  }
  for (const { module, name } of parts.importedGlobals) {
    writer.name(module);
    writer.name(name);
    writer.bytes([0x03, ValueType.f64, 0x00]);
  }
  if (parts.memoryPages === null) {
    writer.name('memory');
    writer.name('memory');
    writer.bytes([0x02, 0x00, 0x00]);
  }
  const memories = parts.memoryPages === null ? 1 : 0;
  return { writer, count: parts.importedFunctions.length + parts.importedGlobals.length + memories };
}

function encodeExports(parts: ModuleParts): { writer: ByteWriter; count: number } {
  const writer = new ByteWriter();
  let count = 0;
  parts.functions.forEach(({ exportName }, position) => {
    if (exportName === undefined) return;
    writer.name(exportName);
    writer.byte(0x00);
    writer.unsigned(parts.importedFunctions.length + position);
    count++;
  });
  if (parts.memoryPages !== null) {
    writer.name('memory');
    writer.bytes([0x02, 0x00]);
    count++;
  }
  return { writer, count };
}

/**
 * The bytes of a module.
 * Source: WebAssembly specification 2.0, section 5 (binary format).
 */
export function encodeModule(parts: ModuleParts): Uint8Array {
  const types = new TypeTable();
  const imports = encodeImports(parts, types);
  const declarations = new ByteWriter();
  const bodies = new ByteWriter();
  for (const { writer } of parts.functions) {
    declarations.unsigned(types.indexOf(writer.params, writer.results));
    bodies.sized(writer.finish());
  }
  const memory = new ByteWriter();
  memory.byte(0x01);
  memory.unsigned(parts.memoryPages ?? 0);
  memory.unsigned(parts.memoryPages ?? 0);
  const globals = new ByteWriter();
  for (let i = 0; i < parts.globals; i++) {
    globals.bytes([ValueType.f64, 0x01, 0x44]);
    globals.float64(0);
    globals.byte(0x0b);
  }
  const exports = encodeExports(parts);

  const out = new ByteWriter();
  out.bytes([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);
  section(out, Section.type, types.size, types.writer);
  section(out, Section.import, imports.count, imports.writer);
  section(out, Section.function, parts.functions.length, declarations);
  section(out, Section.memory, parts.memoryPages === null ? 0 : 1, memory);
  section(out, Section.global, parts.globals, globals);
  section(out, Section.export, exports.count, exports.writer);
  if (parts.start !== undefined) {
    const start = new ByteWriter();
    start.unsigned(parts.importedFunctions.length + parts.start);
    out.byte(Section.start);
    out.sized(start);
  }
  section(out, Section.code, parts.functions.length, bodies);
  return out.finish();
}
