import type { CompiledFormula } from '../../../src/core/formula/CompiledFormula.ts';
import { compileFormula } from '../../../src/core/formula/compileFormula.ts';
import { type FormulaObjective, instantiate } from '../../../src/core/formula/instantiate.ts';

/** Compiles an expression that must be in order. */
export function compiled(
  expression: string,
  variables: readonly string[] = ['x', 'y'],
  constants: Readonly<Record<string, number>> = {},
): CompiledFormula {
  const result = compileFormula({ expression, variables, constants, domain: variables.map(() => [-1, 1]) });
  if (!result.ok) throw new Error(`${expression}: ${JSON.stringify(result.problems)}`);
  return result.compiled;
}

/** Compiles and instantiates an expression that must be in order. */
export function objectiveOf(
  expression: string,
  variables: readonly string[] = ['x', 'y'],
  constants: Readonly<Record<string, number>> = {},
): FormulaObjective {
  return instantiate(compiled(expression, variables, constants), constants);
}

/** f at a point given by its coordinates. */
export function valueAt(f: FormulaObjective, ...x: number[]): number {
  return f.value(Float64Array.from(x));
}

/** ∇f at a point given by its coordinates. */
export function gradientAt(f: FormulaObjective, ...x: number[]): number[] {
  return [...f.gradient(Float64Array.from(x), new Float64Array(x.length))];
}

/** ∇²f at a point given by its coordinates, row-major. */
export function hessianAt(f: FormulaObjective, ...x: number[]): number[] {
  return [...f.hessian(Float64Array.from(x), new Float64Array(x.length * x.length))];
}
