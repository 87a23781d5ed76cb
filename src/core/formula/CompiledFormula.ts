/** What a formula's derivatives miss. */
export interface Smoothness {
  /** It tells cases apart: a comparison or a choice depends on the variables. */
  readonly piecewise: boolean;
  /** Functions with kinks or jumps that depend on the variables, in the order of the function table. */
  readonly nonSmooth: readonly string[];
}

/**
 * A formula, compiled. Plain data: a worker compiles it and posts it, and whoever wants values instantiates it with
 * values for the constants. Constants and variables are in the source's order.
 */
export interface CompiledFormula {
  readonly variables: readonly string[];
  readonly constants: readonly string[];
  /** TeX of the formula as one typed it. */
  readonly tex: string;
  readonly smoothness: Smoothness;
  /** WebAssembly: value, gradient, loops over grids and sections. */
  readonly firstOrder: Uint8Array;
  /** WebAssembly: Hessian and Hessian-vector product. */
  readonly secondOrder: Uint8Array;
  /** False where the Hessian is too large to write out; it is then assembled from Hessian-vector products. */
  readonly explicitHessian: boolean;
  /** Number of arrays that the loop over a grid keeps per column. */
  readonly columnArrays: number;
}
