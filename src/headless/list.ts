import { claims } from '../core/claims/registry.ts';
import { landscapes } from '../core/landscapes/registry.ts';
import { methods } from '../core/methods/registry.ts';
import type { ParamSpec, ParamSpecs } from '../core/params.ts';
import { experimentKinds } from '../scenario/experiments/registry.ts';
import { isFormula, resolveLandscape } from '../scenario/landscapeChoice.ts';

/** Everything that a scenario can name, from the registries. Domains are those of the default parameters. */
export function list() {
  return {
    landscapes: landscapes.map(({ id, name, reference, description, dimension, params }) => {
      const { source } = resolveLandscape({ id });
      const { domain, variables } = source;
      const formula = isFormula(source) ? { expression: source.expression } : {};
      return { id, name, dimension, params: describe(params), domain, reference, description, ...formula, variables };
    }),
    methods: methods.map(({ id, name, reference, order, update, params }) => {
      return { id, name, reference, order, update, params: describe(params) };
    }),
    experiments: experimentKinds.map(({ kind, description, takes, methods: own }) => ({
      kind,
      description,
      takes,
      ...(own && {
        methods: own.map(({ id, name, reference, params }) => ({ id, name, reference, params: describe(params) })),
      }),
    })),
    claims: claims.map(({ id, name, statement, reference, params, example }) => {
      return { id, name, statement, reference, params: describe(params), example };
    }),
  };
}

/** Parameters by name; a default that follows from others is `{"derived": its formula in TeX}`. */
function describe(specs: ParamSpecs) {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, describeParam(spec)]));
}

function describeParam(spec: ParamSpec) {
  const { slider: _slider, ...rest } = { slider: undefined, ...spec };
  const standard = spec.default;
  const isDerived = typeof standard === 'object' && 'tex' in standard;
  return { ...rest, default: isDerived ? { derived: standard.tex } : standard };
}
