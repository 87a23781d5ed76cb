declare module '*.as' {
  /** The compiled WebAssembly module, two hexadecimal digits a byte (src/tooling/libmPlugin.ts). */
  const hex: string;
  export default hex;
}
