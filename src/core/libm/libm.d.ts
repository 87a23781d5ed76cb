declare module '*.as' {
  /** The compiled WebAssembly module in base64 (src/tooling/libmPlugin.ts). */
  const base64: string;
  export default base64;
}
