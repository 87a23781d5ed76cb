import type { ClaimReport } from '../../../src/core/claims/Claim.ts';
import { claimById } from '../../../src/core/claims/registry.ts';
import { compileFormula } from '../../../src/core/formula/compileFormula.ts';
import { encloseDerivatives } from '../../../src/core/formula/encloseDerivatives.ts';
import { instantiate } from '../../../src/core/formula/instantiate.ts';
import type { FormulaSource } from '../../../src/core/landscapes/Landscape.ts';
import { landscapeById } from '../../../src/core/landscapes/registry.ts';
import type { Objective } from '../../../src/core/objective/Objective.ts';
import type { Params } from '../../../src/core/params.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { Rng } from '../../../src/core/rng.ts';
import type { Task } from '../../../src/core/task.ts';
import { drain } from '../../../src/core/task.ts';
import { caseOf } from '../landscapes/cases.ts';

/** A landscape by id with some of its parameters; those of a typed formula over x and y by its text alone. */
export type On = { readonly id: string; readonly params?: Params } | string;

export interface Checking {
  readonly params?: Params;
  readonly seed?: number;
  /** Replaces the landscape's function by another one, which its formula knows nothing of. */
  readonly broken?: (f: Objective) => Objective;
}

function compiledOf(source: FormulaSource) {
  const result = compileFormula(source);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.compiled;
}

const compile = (source: FormulaSource): Objective => instantiate(compiledOf(source), source.constants);

/** The task of checking a claim on a landscape, without its scenario. */
export function checking(claim: string, on: On, { params = {}, seed = 1, broken }: Checking = {}): Task<ClaimReport> {
  const choice = typeof on === 'string' ? { id: 'formula', params: { expression: on } } : on;
  const landscape = landscapeById(choice.id)!;
  const declared = claimById(claim)!;
  if (landscape.code) {
    const { f, params: resolved, source } = caseOf(landscape, choice.params);
    const { domain } = source;
    const compiled = { codeOf: choice.id, smoothness: { piecewise: false, nonSmooth: [] } };
    const about = { id: choice.id, params: resolved, dimension: f.dimension, domain, compiled };
    const context = { landscape: about, enclosures: () => null, compile };
    const all = resolveParams(declared.params, params, { dimension: f.dimension });
    return declared.check(broken ? broken(f) : f, context, all, Rng.seeded(seed));
  }
  const { variables } = landscape.source!(resolveParams(landscape.params, choice.params ?? {}, { dimension: 0 }));
  const dimension = landscape.dimension ?? variables.length;
  const resolved = resolveParams(landscape.params, choice.params ?? {}, { dimension });
  const source = landscape.source!(resolved);
  const minimumValue = landscape.minimumValue?.(resolved);
  const about = {
    id: choice.id,
    params: resolved,
    dimension,
    domain: source.domain,
    compiled: compiledOf(source),
    ...(minimumValue !== undefined && { minimumValue }),
  };
  const why = declared.inapplicable(about);
  if (why !== null) throw new Error(why);
  const f = compile(source);
  const context = { landscape: about, enclosures: () => encloseDerivatives(source), compile };
  const all = resolveParams(declared.params, params, { dimension });
  return declared.check(broken ? broken(f) : f, context, all, Rng.seeded(seed));
}

/** The report of a claim on a landscape. */
export const checkOn = (claim: string, on: On, how?: Checking): ClaimReport => drain(checking(claim, on, how));

/** The measurement whose name begins so. */
export function measured(report: ClaimReport, name: string) {
  const found = report.measurements.find((measurement) => measurement.name.startsWith(name));
  if (!found) throw new Error(`no measurement ${name} among ${report.measurements.map((m) => m.name).join('; ')}`);
  return found;
}

/** The same values and Hessians with another gradient. */
export function withGradient(change: (f: Objective, x: Float64Array, slope: Float64Array) => void) {
  return (f: Objective): Objective => {
    const gradient = (x: Float64Array, out: Float64Array) => {
      f.gradient(x, out);
      change(f, x, out);
      return out;
    };
    return {
      dimension: f.dimension,
      exact: f.exact,
      value: (x) => f.value(x),
      gradient,
      valueAndGradient: (x, out) => {
        gradient(x, out);
        return f.value(x);
      },
      hvp: (x, v, out) => f.hvp(x, v, out),
      hessian: (x, out) => f.hessian(x, out),
    };
  };
}

/** The same derivatives with other values. */
export function withValue(change: (value: number) => number) {
  return (f: Objective): Objective => ({
    dimension: f.dimension,
    exact: f.exact,
    value: (x) => change(f.value(x)),
    gradient: (x, out) => f.gradient(x, out),
    valueAndGradient: (x, out) => change(f.valueAndGradient(x, out)),
    hvp: (x, v, out) => f.hvp(x, v, out),
    hessian: (x, out) => f.hessian(x, out),
  });
}
