import { decodeHex } from './libm/decodeHex.ts';
import hex from './libm/libm.as';
import { compileModule, instantiateModule } from './libm/webAssembly.ts';

type Unary = (x: number) => number;
type Binary = (x: number, y: number) => number;

/** The elementary functions by name, as WebAssembly exports: formula modules import them from here directly. */
export interface Libm {
  readonly sin: Unary;
  readonly cos: Unary;
  readonly tan: Unary;
  readonly asin: Unary;
  readonly acos: Unary;
  readonly atan: Unary;
  readonly atan2: Binary;
  readonly sinh: Unary;
  readonly cosh: Unary;
  readonly tanh: Unary;
  readonly exp: Unary;
  readonly expm1: Unary;
  readonly log: Unary;
  readonly log2: Unary;
  readonly log10: Unary;
  readonly log1p: Unary;
  readonly cbrt: Unary;
  readonly hypot: Binary;
  readonly pow: Binary;
  readonly erf: Unary;
}

/**
 * Elementary functions that give the same bits in every engine, unlike `Math`'s, which each engine computes its own
 * way. Core uses these and never `Math.sin`, `Math.exp`, `**` and their like; `Math.sqrt`, `abs`, `floor`, `min` and
 * `max` are exact everywhere. Errors stay within about one unit in the last place (two for the hyperbolic ones).
 * Source: musl's libm as ported by AssemblyScript's NativeMath; erf: FreeBSD's s_erf.c.
 */
export const libm: Libm = instantiateModule<Libm>(compileModule(decodeHex(hex)), {});

/** What code outside formulas uses; more are there for the taking. */
export const { log, pow } = libm;
