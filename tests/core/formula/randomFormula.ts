import fc from 'fast-check';
import { create, erfDependencies, type FactoryFunctionMap } from 'mathjs/number';

const { erf } = create(erfDependencies as FactoryFunctionMap) as unknown as { erf: (x: number) => number };

type Comparison = '==' | '!=' | '<' | '>' | '<=' | '>=';

/** A formula as a tree; printed to be compiled, and interpreted here without the code under test. */
export type Tree =
  | { readonly kind: 'literal'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'prefix'; readonly operator: '-' | '+' | 'not '; readonly args: readonly [Tree] }
  | { readonly kind: 'infix'; readonly operator: string; readonly args: readonly [Tree, Tree] }
  | { readonly kind: 'chain'; readonly operators: readonly Comparison[]; readonly args: readonly Tree[] }
  | { readonly kind: 'choice'; readonly args: readonly [Tree, Tree, Tree] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Tree[] };

export const VARIABLES = ['x', 'y', 'z'];
export const CONSTANTS: Readonly<Record<string, number>> = { a: 0.75, b: -1.5 };

/** The tree as text, with a parenthesis around everything. */
export function print(tree: Tree): string {
  switch (tree.kind) {
    case 'literal':
      return String(tree.value);
    case 'name':
      return tree.name;
    case 'prefix':
      return `(${tree.operator}${print(tree.args[0])})`;
    case 'infix':
      return `(${print(tree.args[0])} ${tree.operator} ${print(tree.args[1])})`;
    case 'chain': {
      const [first, ...rest] = tree.args.map(print);
      return `(${first} ${rest.map((text, i) => `${tree.operators[i]} ${text}`).join(' ')})`;
    }
    case 'choice': {
      const [condition, then, otherwise] = tree.args.map(print);
      return `(${condition} ? ${then} : ${otherwise})`;
    }
    case 'call':
      return `${tree.name}(${tree.args.map(print).join(', ')})`;
  }
}

/** What a walk over a tree keeps: values of names, a rounding model, and which way every bend was taken. */
export interface Walk {
  readonly names: Readonly<Record<string, number>>;
  /** Applied to every intermediate result: the identity, or a perturbation to see how rounding spreads. */
  readonly round: (value: number) => number;
  /** One number per bend or pole: two walks with the same ones took the same smooth piece. */
  readonly bends: number[];
  /** Set where some part has no finite value or no finite slope, even if the whole has. */
  singular?: boolean;
}

function rounded(value: number, walk: Walk): number {
  if (!Number.isFinite(value)) walk.singular = true;
  return walk.round(value);
}

const compare: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

const holds = (value: number): boolean => value < 0 || value > 0;

interface Call {
  readonly of: (...args: number[]) => number;
  /** Tells one smooth piece from another. */
  readonly bend?: (...args: number[]) => number;
  /** Whether the slope is infinite or missing here. */
  readonly edge?: (...args: number[]) => boolean;
}

/** Functions of the language, by their JavaScript counterparts. */
const calls: Readonly<Record<string, Call>> = {
  sin: { of: Math.sin },
  cos: { of: Math.cos },
  tan: { of: Math.tan, bend: (x) => Math.floor(x / Math.PI + 0.5) },
  asin: { of: Math.asin, edge: (x) => Math.abs(x) === 1 },
  acos: { of: Math.acos, edge: (x) => Math.abs(x) === 1 },
  atan: { of: Math.atan },
  atan2: { of: Math.atan2, bend: (y, x) => (x < 0 ? Math.sign(y) : x > 0 ? 2 : 3), edge: (y, x) => x === 0 && y === 0 },
  sinh: { of: Math.sinh },
  cosh: { of: Math.cosh },
  tanh: { of: Math.tanh },
  exp: { of: Math.exp },
  expm1: { of: Math.expm1 },
  log: { of: Math.log },
  log2: { of: Math.log2 },
  log10: { of: Math.log10 },
  log1p: { of: Math.log1p },
  sqrt: { of: Math.sqrt, edge: (x) => x === 0 },
  cbrt: { of: Math.cbrt, bend: Math.sign, edge: (x) => x === 0 },
  abs: { of: Math.abs, bend: Math.sign },
  sign: { of: Math.sign, bend: Math.sign },
  floor: { of: Math.floor, bend: Math.floor },
  min: { of: Math.min, bend: (...args) => args.indexOf(Math.min(...args)) },
  max: { of: Math.max, bend: (...args) => args.indexOf(Math.max(...args)) },
  hypot: { of: Math.hypot, bend: (...args) => Number(args.some((x) => x !== 0)) },
  erf: { of: erf },
};

const infix: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b,
  and: (a, b) => Number(holds(a) && holds(b)),
  or: (a, b) => Number(holds(a) || holds(b)),
};

function ofChain(tree: Tree & { kind: 'chain' }, walk: Walk): number {
  const values = tree.args.map((argument) => interpret(argument, walk));
  const links = tree.operators.map((operator, i) => compare[operator](values[i] as number, values[i + 1] as number));
  for (const link of links) walk.bends.push(Number(link));
  return Number(links.every(Boolean));
}

/** The tree's value by plain recursion over it. */
export function interpret(tree: Tree, walk: Walk): number {
  switch (tree.kind) {
    case 'literal':
      return tree.value;
    case 'name':
      return walk.names[tree.name] as number;
    case 'prefix': {
      const value = interpret(tree.args[0], walk);
      if (tree.operator === 'not ') {
        walk.bends.push(Number(holds(value)));
        return Number(!holds(value));
      }
      return tree.operator === '-' ? -value : value;
    }
    case 'infix': {
      const [a, b] = tree.args.map((argument) => interpret(argument, walk)) as [number, number];
      if (tree.operator === '/') walk.bends.push(Math.sign(b));
      if (tree.operator === '^') {
        walk.bends.push(Math.sign(a));
        // A negative base has no slope by its exponent, and zero has none by anything unless the power is a whole one.
        const isFixed = tree.args[1].kind === 'literal';
        if (isFixed ? a === 0 && !(Number.isInteger(b) && b >= 0) : a <= 0) walk.singular = true;
      }
      if (tree.operator === 'and' || tree.operator === 'or') walk.bends.push(Number(holds(a)), Number(holds(b)));
      return rounded((infix[tree.operator] as (a: number, b: number) => number)(a, b), walk);
    }
    case 'chain':
      return ofChain(tree, walk);
    case 'choice': {
      const condition = holds(interpret(tree.args[0], walk));
      walk.bends.push(Number(condition));
      return interpret(tree.args[condition ? 1 : 2], walk);
    }
    case 'call': {
      const args = tree.args.map((argument) => interpret(argument, walk));
      const { of, bend, edge } = calls[tree.name] as Call;
      if (bend) walk.bends.push(bend(...args));
      if (edge?.(...args)) walk.singular = true;
      return rounded(of(...args), walk);
    }
  }
}

const name = fc.constantFrom(...VARIABLES, ...VARIABLES, ...Object.keys(CONSTANTS));
const literal = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(0.1, 0.25, 0.5, 1.5, 2.75, 1e-3, 40));
const comparison = fc.constantFrom<Comparison>('==', '!=', '<', '>', '<=', '>=');
const unary = [
  ...['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'exp', 'expm1', 'log', 'log2', 'log10'],
  ...['log1p', 'sqrt', 'cbrt', 'abs', 'sign', 'floor', 'erf'],
];

/** Random formulas of some dozen pieces at most, over everything that the language has. */
export const formulas: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => {
  const tree = tie('tree');
  const of = <K extends Tree['kind']>(kind: K) => fc.constant(kind);
  return {
    tree: fc.oneof(
      { maxDepth: 5, depthSize: 'small' },
      { weight: 3, arbitrary: fc.record({ kind: of('name'), name }) },
      { weight: 1, arbitrary: fc.record({ kind: of('literal'), value: literal }) },
      {
        weight: 6,
        arbitrary: fc.record({
          kind: of('infix'),
          operator: fc.constantFrom('+', '-', '*', '*', '/'),
          args: fc.tuple(tree, tree),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: of('infix'),
          operator: fc.constant('^'),
          args: fc.tuple(
            tree,
            fc
              .oneof(fc.integer({ min: 2, max: 5 }), fc.constantFrom(0, 1, -1, -2, 0.5, 1.5, 40))
              .map((value): Tree => ({ kind: 'literal', value })),
          ),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: of('infix'), operator: fc.constant('^'), args: fc.tuple(tree, tree) }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: of('infix'),
          operator: fc.constantFrom('and', 'or'),
          args: fc.tuple(tree, tree),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: of('prefix'),
          operator: fc.constantFrom('-' as const, '-' as const, '+' as const, 'not ' as const),
          args: fc.tuple(tree),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.oneof(
          fc.record({ kind: of('chain'), operators: fc.tuple(comparison), args: fc.tuple(tree, tree) }),
          fc.record({
            kind: of('chain'),
            operators: fc.tuple(comparison, comparison),
            args: fc.tuple(tree, tree, tree),
          }),
        ),
      },
      { weight: 1, arbitrary: fc.record({ kind: of('choice'), args: fc.tuple(tree, tree, tree) }) },
      {
        weight: 6,
        arbitrary: fc.record({ kind: of('call'), name: fc.constantFrom(...unary), args: fc.tuple(tree) }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: of('call'),
          name: fc.constantFrom('atan2', 'hypot', 'min', 'max'),
          args: fc.tuple(tree, tree),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: of('call'),
          name: fc.constantFrom('min', 'max', 'hypot'),
          args: fc.tuple(tree, tree, tree),
        }),
      },
    ) as fc.Arbitrary<Tree>,
  };
}).tree;
