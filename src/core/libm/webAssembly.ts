/** The little of the WebAssembly JavaScript interface that core uses; core is typed without the DOM's library. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Instance: new (module: WasmModule, imports: WasmImports) => { readonly exports: Record<string, unknown> };
}

/** A compiled module; opaque. */
export type WasmModule = { readonly wasmModule: unique symbol };

/** Imports by module name and field; an immutable f64 global is given as a plain number. */
export type WasmImports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A module's memory; `buffer` is replaced when the memory grows, which no module here does. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyApi };

/**
 * Compiles a module synchronously.
 * @throws WebAssembly.CompileError for bytes that are no valid module
 */
export function compileModule(bytes: Uint8Array): WasmModule {
  return new WebAssembly.Module(bytes);
}

/**
 * Instantiates a module and gives its exports; the caller states their types.
 * @throws WebAssembly.LinkError for a missing import
 */
export function instantiateModule<Exports>(module: WasmModule, imports: WasmImports): Exports {
  return new WebAssembly.Instance(module, imports).exports as Exports;
}
