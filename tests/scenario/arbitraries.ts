import fc from 'fast-check';
import { claims } from '../../src/core/claims/registry.ts';
import { landscapes } from '../../src/core/landscapes/registry.ts';
import { methods } from '../../src/core/methods/registry.ts';
import type { ParamSpec, ParamSpecs } from '../../src/core/params.ts';
import { pathMethods } from '../../src/core/paths/registry.ts';
import { resolveLandscape } from '../../src/scenario/landscapeChoice.ts';
import type { LandscapeChoice, Scenario } from '../../src/scenario/types.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);

const interval = fc
  .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }))
  .map(([low, width]): [number, number] => [low + 0, low + width]);

type Makers = { readonly [K in ParamSpec['kind']]: (spec: Extract<ParamSpec, { kind: K }>) => fc.Arbitrary<unknown> };

/** A valid value of a parameter; of any of its kind's, so that a new parameter is covered by being declared. */
const BY_KIND: Makers = {
  number: ({ min, max, minExcluded }) =>
    fc.double({ min, max, minExcluded: minExcluded ?? false, noNaN: true }).map((x) => x + 0),
  integer: ({ min, max }) => fc.maxSafeInteger().map((k) => min + (Math.abs(k) % (max - min + 1))),
  choice: ({ choices }) => fc.constantFrom(...choices.map(({ value }) => value)),
  expression: () => fc.string(),
  names: () => fc.uniqueArray(fc.stringMatching(/^[a-z]\w{0,6}$/), { minLength: 1, maxLength: 5 }),
  constants: () => fc.dictionary(fc.stringMatching(/^[a-z]\w{0,6}$/), finite, { maxKeys: 4, noNullPrototype: true }),
  // Its length depends on the dimension; `boxed` adds it.
  box: () => fc.constant(undefined),
};

const safeKey = (key: string) => !['constructor', 'prototype', '__proto__'].includes(key);

function params(specs: ParamSpecs): fc.Arbitrary<Record<string, unknown>> {
  const values = Object.entries(specs).map(([name, spec]) => [
    name,
    (BY_KIND[spec.kind] as (spec: ParamSpec) => fc.Arbitrary<unknown>)(spec),
  ]);
  return fc
    .record(Object.fromEntries(values) as Record<string, fc.Arbitrary<unknown>>, {
      requiredKeys: [],
      noNullPrototype: true,
    })
    .map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)));
}

const landscapeChoice: fc.Arbitrary<LandscapeChoice> = fc.constantFrom(...landscapes).chain(({ id, params: specs }) => {
  const filled = params(specs).filter(({ constants }) => Object.keys(constants ?? {}).every(safeKey));
  return fc.oneof(
    fc.constant({ id }),
    filled.chain((values) => boxed(id, specs, values)),
  );
}) as fc.Arbitrary<LandscapeChoice>;

/** Adds boxes of the landscape's dimension to some choices. */
function boxed(id: string, specs: ParamSpecs, values: Record<string, unknown>): fc.Arbitrary<LandscapeChoice> {
  const choice = { id, params: values } as LandscapeChoice;
  const names = Object.keys(specs).filter((name) => specs[name]?.kind === 'box');
  const n = resolveLandscape(choice).dimension;
  const box = fc.option(fc.array(interval, { minLength: n, maxLength: n }), { nil: undefined });
  return fc.tuple(...names.map(() => box)).map((boxes) => {
    const given = boxes.flatMap((value, i) => (value ? [[names[i], value]] : []));
    return { id, params: { ...values, ...Object.fromEntries(given) } } as LandscapeChoice;
  });
}

const methodChoice = fc.constantFrom(...methods).chain(({ id, params: specs }) =>
  fc.record(
    {
      id: fc.constant(id),
      params: params(specs),
      label: fc.string({ maxLength: 20 }),
      colour: fc.nat(7),
      dash: fc.nat(5),
      visible: fc.boolean(),
    },
    { requiredKeys: ['id'], noNullPrototype: true },
  ),
);

const point = (n: number) => fc.array(finite, { minLength: n, maxLength: n });

function descent(n: number) {
  return fc.record(
    {
      kind: fc.constant('descent'),
      methods: fc.array(methodChoice, { maxLength: 4 }),
      starts: fc.array(point(n), { maxLength: 4 }),
      stop: fc.record(
        {
          maxIterations: fc.nat(10_000),
          gradientTolerance: fc.double({ min: 0, max: 1, noNaN: true }),
          divergenceRadius: fc.double({ min: 1, max: 1e12, noNaN: true }),
          withinDomain: fc.boolean(),
        },
        { requiredKeys: [], noNullPrototype: true },
      ),
      repeats: fc.integer({ min: 1, max: 5 }),
      record: fc.oneof(fc.constantFrom('all', 'ends'), fc.integer({ min: 1, max: 100 })),
    },
    { requiredKeys: ['kind', 'methods', 'starts'], noNullPrototype: true },
  );
}

const box = fc.tuple(interval, interval);

const basins = fc.record(
  {
    kind: fc.constant('basins'),
    method: methodChoice,
    box,
    resolution: fc.oneof(
      fc.integer({ min: 2, max: 300 }),
      fc.tuple(fc.integer({ min: 2, max: 300 }), fc.integer({ min: 2, max: 300 })),
    ),
    stop: fc.record({ maxIterations: fc.nat(1000) }, { requiredKeys: [], noNullPrototype: true }),
    repeats: fc.integer({ min: 1, max: 9 }),
  },
  { requiredKeys: ['kind', 'method'], noNullPrototype: true },
);

const stableSet = fc.record(
  { kind: fc.constant('stable-set'), saddle: point(2), box, stepSize: fc.double({ min: 0, max: 1, noNaN: true }) },
  { requiredKeys: ['kind', 'saddle'], noNullPrototype: true },
);

/** Kinds that take two variables only. */
const planar = [basins, stableSet];

const escapeTimes = fc.record(
  {
    kind: fc.constant('escape'),
    methods: fc.array(
      methodChoice.filter(({ id }) => id === 'gradient-descent' || id === 'perturbed-gradient-descent'),
      { maxLength: 3 },
    ),
    dimensions: fc.uniqueArray(fc.integer({ min: 2, max: 20 }), { maxLength: 5 }),
    repeats: fc.integer({ min: 1, max: 10_000 }),
    stop: fc.record(
      { maxIterations: fc.nat(100_000), gradientTolerance: fc.double({ min: 0, max: 1, noNaN: true }) },
      { requiredKeys: [], noNullPrototype: true },
    ),
  },
  { requiredKeys: ['kind', 'methods'], noNullPrototype: true },
);

function comparison(n: number) {
  return fc.record(
    {
      kind: fc.constant('comparison'),
      methods: fc.array(methodChoice, { maxLength: 4 }),
      starts: fc.array(point(n), { minLength: 1, maxLength: 4 }),
      cloud: fc.record({ count: fc.integer({ min: 1, max: 1000 }) }, { requiredKeys: [], noNullPrototype: true }),
      repeats: fc.integer({ min: 1, max: 9 }),
      epsilon: fc.double({ min: 1e-9, max: 10, noNaN: true }),
      rho: fc.double({ min: 1e-9, max: 10, noNaN: true }),
    },
    { requiredKeys: ['kind', 'methods', 'starts'], noNullPrototype: true },
  );
}

/** On a grid, so of few variables only. */
function sublevel(n: number) {
  return fc.record(
    {
      kind: fc.constant('sublevel'),
      box: fc.array(interval, { minLength: n, maxLength: n }),
      resolution: fc.oneof(
        fc.integer({ min: 2, max: 150 }),
        fc.array(fc.integer({ min: 2, max: 150 }), { minLength: n, maxLength: n }),
      ),
      levels: fc.array(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => x + 0),
        { maxLength: 5 },
      ),
      persistence: fc.double({ min: 0, max: 1e6, noNaN: true }),
      between: fc.tuple(point(n), point(n)),
    },
    { requiredKeys: ['kind', 'box'], noNullPrototype: true },
  );
}

const pathMethod = (n: number) =>
  fc
    .constantFrom(...pathMethods.filter(({ dimension }) => dimension === null || dimension === n))
    .chain(({ id, params: specs }) =>
      fc.record({ id: fc.constant(id), params: params(specs) }, { requiredKeys: ['id'], noNullPrototype: true }),
    );

function paths(n: number) {
  const level = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => x + 0);
  const common = {
    method: pathMethod(n),
    shorten: fc.boolean(),
    lengthOver: fc.uniqueArray(fc.nat(n - 1), { minLength: 1 }),
  };
  // Ends that agree are at no distance in the coordinates that lengths are measured in, and are refused.
  const ends = fc
    .array(point(n), { minLength: 2, maxLength: 2 })
    .filter(([a = [], b = []]) => a.every((x, i) => Math.abs(x - (b[i] as number)) > 1e-9 * Math.abs(x)));
  return fc.oneof(
    fc.record(
      { kind: fc.constant('path'), ends, level, ...common },
      { requiredKeys: ['kind', 'ends', 'level', 'method'], noNullPrototype: true },
    ),
    fc.record(
      {
        kind: fc.constant('path-lengths'),
        pairs: fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.array(ends, { minLength: 1, maxLength: 3 })),
        levels: fc.array(level, { minLength: 1, maxLength: 5 }),
        training: fc.record(
          { method: methodChoice, iterations: fc.nat(1000) },
          { requiredKeys: [], noNullPrototype: true },
        ),
        ...common,
      },
      { requiredKeys: ['kind', 'pairs', 'levels', 'method'], noNullPrototype: true },
    ),
  );
}

const claiming = fc
  .constantFrom(...claims)
  .chain(({ id, params: specs }) =>
    fc.record(
      { kind: fc.constant('claim'), claim: fc.constant(id), params: params(specs) },
      { requiredKeys: ['kind', 'claim'], noNullPrototype: true },
    ),
  );

/** Kinds that take one landscape only. */
const kindsOf = ({ id, params }: LandscapeChoice) =>
  id === 'octopus' && Number(params?.tau ?? 1) >= 1 ? [escapeTimes] : [];

function inspect(n: number) {
  const positive = fc.double({ min: 1e-9, max: 10, noNaN: true });
  return fc.record(
    { kind: fc.constant('inspect'), points: fc.array(point(n), { maxLength: 4 }), epsilon: positive, rho: positive },
    { requiredKeys: ['kind', 'points'], noNullPrototype: true },
  );
}

function view(n: number) {
  const pair = fc.uniqueArray(fc.nat(n - 1), { minLength: 2, maxLength: 2 });
  const sections = [
    fc.record({ kind: fc.constant('principal') }, { noNullPrototype: true }),
    fc.record(
      { kind: fc.constant('coordinates'), axes: pair, at: point(n) },
      { requiredKeys: ['kind', 'axes'], noNullPrototype: true },
    ),
    fc.record({ kind: fc.constant('eigenvectors'), at: point(n), indices: pair }, { noNullPrototype: true }),
    fc.record({ kind: fc.constant('points'), at: fc.tuple(point(n), point(n), point(n)) }, { noNullPrototype: true }),
    fc.record(
      { kind: fc.constant('random'), at: point(n), seed: fc.nat(1000) },
      { requiredKeys: ['kind', 'at'], noNullPrototype: true },
    ),
  ];
  return fc.record(
    {
      layout: fc.constantFrom('contour', 'surface', 'both'),
      box: fc.tuple(interval, interval),
      scale: fc.constantFrom('linear', 'log'),
      colours: fc.constantFrom('viridis', 'cividis', 'greys'),
      levels: fc.integer({ min: 1, max: 100 }),
      criticalPoints: fc.boolean(),
      stableSets: fc.constantFrom(true, false, 'flow', 'map'),
      basins: fc.record(
        {
          method: fc.nat(9),
          resolution: fc.integer({ min: 16, max: 256 }),
          repeats: fc.integer({ min: 1, max: 40 }),
        },
        { requiredKeys: [], noNullPrototype: true },
      ),
      chartsBy: fc.constantFrom('iterations', 'evaluations'),
      ...(n >= 2 && { section: fc.oneof(...sections) }),
      epsilon: fc.double({ min: 1e-9, max: 1, noNaN: true }),
      rho: fc.double({ min: 1e-9, max: 1e6, noNaN: true }),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
}

/** Valid scenarios over every landscape, method and experiment kind, as sparse or as full as can be. */
export const scenarios: fc.Arbitrary<Scenario> = landscapeChoice.chain((landscape) => {
  const n = resolveLandscape(landscape).dimension;
  return fc.record(
    {
      version: fc.constant(1),
      seed: fc.maxSafeInteger(),
      title: fc.string({ maxLength: 50, unit: 'binary' }),
      note: fc.string({ maxLength: 50 }),
      landscape: fc.constant(landscape),
      experiment: fc.oneof(
        descent(n),
        inspect(n),
        comparison(n),
        paths(n),
        claiming,
        ...(n === 2 ? planar : []),
        ...(n <= 3 ? [sublevel(n)] : []),
        ...kindsOf(landscape),
      ),
      view: view(n),
    },
    { requiredKeys: ['version', 'landscape', 'experiment'], noNullPrototype: true },
  );
}) as fc.Arbitrary<Scenario>;
