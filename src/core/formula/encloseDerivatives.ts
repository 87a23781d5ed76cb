import type { FormulaSource } from '../landscapes/Landscape.ts';
import type { DerivativeBounds } from '../objective/DerivativeBounds.ts';
import { build } from './build.ts';
import { gradient, hessianTriangle } from './differentiate.ts';
import { EnclosureTape } from './EnclosureTape.ts';
import { Graph, GraphTooLarge, type Node } from './graph.ts';
import { parseFormula } from './parseFormula.ts';

/** Nodes of the graph with gradient and Hessian; larger formulas are not enclosed. */
const MOST_NODES = 20_000;

/** The derivatives of a formula over boxes. */
class DerivativeEnclosures implements DerivativeBounds {
  readonly dimension: number;
  readonly #first: EnclosureTape;
  readonly #second: EnclosureTape;

  constructor(value: Node, slopes: readonly Node[], triangle: readonly Node[], constants: readonly number[]) {
    this.dimension = slopes.length;
    this.#first = new EnclosureTape([value, ...slopes], constants);
    this.#second = new EnclosureTape([value, ...slopes, ...triangle], constants);
  }

  gradient(low: ArrayLike<number>, high: ArrayLike<number>, out: Float64Array): boolean {
    this.#first.evaluate(low, high);
    return copyBounds(this.#first, 1, out);
  }

  hessian(low: ArrayLike<number>, high: ArrayLike<number>, out: Float64Array): boolean {
    this.#second.evaluate(low, high);
    return copyBounds(this.#second, 1 + this.dimension, out);
  }
}

/** Copies the bounds of the roots from number `from` on; true if all roots are certain. The first root is f itself. */
function copyBounds({ roots, bounds }: EnclosureTape, from: number, out: Float64Array): boolean {
  const isDefined = !Number.isNaN(bounds.low[roots[0] as number] as number);
  let certain = isDefined;
  for (const [k, at] of roots.entries()) {
    certain &&= bounds.certain[at] === 1;
    if (k < from) continue;
    out[2 * (k - from)] = isDefined ? (bounds.low[at] as number) : Number.NaN;
    out[2 * (k - from) + 1] = isDefined ? (bounds.high[at] as number) : Number.NaN;
  }
  return certain;
}

/**
 * Encloses the derivatives of a formula that compiles.
 * @returns null where the formula is wrong or, with its derivatives, too large
 */
export function encloseDerivatives(source: FormulaSource): DerivativeBounds | null {
  const parsed = parseFormula(source);
  if (!parsed.ok) return null;
  try {
    const g = new Graph(MOST_NODES);
    const root = build(g, parsed.syntax, [...source.variables], Object.keys(source.constants));
    const slopes = gradient(g, root, source.variables.length);
    return new DerivativeEnclosures(root, slopes, hessianTriangle(g, slopes), Object.values(source.constants));
  } catch (error) {
    if (error instanceof GraphTooLarge) return null;
    throw error;
  }
}
