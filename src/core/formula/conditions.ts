import {
  encloseAnd,
  encloseAtLeast,
  encloseAtMost,
  encloseChoice,
  encloseEqual,
  encloseGreater,
  encloseLess,
  encloseNot,
  encloseOr,
  encloseUnequal,
} from './arithmeticEnclosures.ts';
import type { Enclosure } from './bounds.ts';
import { applies, type Graph, type Node, type Operation } from './graph.ts';

/** A comparison of two numbers, false where one is NaN (but for `!=`, which is true there). */
function comparison(
  name: string,
  scalar: number,
  lanes: number,
  holds: (a: number, b: number) => boolean,
  encloses: Enclosure,
): Operation {
  return {
    name,
    takes: ['number', 'number'],
    gives: 'truth',
    fold: (a, b) => Number(holds(a, b)),
    encloses,
    emission: { scalar: [scalar], lanes: [0xfd, lanes] },
    derivatives: [null, null],
    piecewise: true,
  };
}

/** Comparisons as one types them. */
export const comparisons = {
  '==': comparison('==', 0x61, 0x47, (a, b) => a === b, encloseEqual),
  '!=': comparison('!=', 0x62, 0x48, (a, b) => a !== b, encloseUnequal),
  '<': comparison('<', 0x63, 0x49, (a, b) => a < b, encloseLess),
  '>': comparison('>', 0x64, 0x4a, (a, b) => a > b, encloseGreater),
  '<=': comparison('<=', 0x65, 0x4b, (a, b) => a <= b, encloseAtMost),
  '>=': comparison('>=', 0x66, 0x4c, (a, b) => a >= b, encloseAtLeast),
} as const;

/** Not a. */
export const not: Operation = {
  name: 'not',
  takes: ['truth'],
  gives: 'truth',
  fold: (a) => 1 - a,
  encloses: encloseNot,
  emission: { scalar: [0x45], lanes: [0xfd, 0x4d] },
  derivatives: [null],
  simplify: (_g, [a]) => (applies(a, not) ? a.args[0] : null),
};

/** Whether one of the conditions is the other's negation. */
export function areOpposite(a: Node, b: Node): boolean {
  return (applies(a, not) && a.args[0] === b) || (applies(b, not) && b.args[0] === a);
}

/** a and b; both are evaluated. */
export const and: Operation = {
  name: 'and',
  takes: ['truth', 'truth'],
  gives: 'truth',
  fold: (a, b) => a * b,
  encloses: encloseAnd,
  emission: { scalar: [0x71], lanes: [0xfd, 0x4e] },
  derivatives: [null, null],
  commutative: true,
  simplify: (g, [a, b]) => {
    if (a === b) return a;
    if (a.kind === 'literal') return a.value ? b : a;
    return areOpposite(a, b) ? g.truth(false) : null;
  },
};

/** a or b; both are evaluated. */
export const or: Operation = {
  name: 'or',
  takes: ['truth', 'truth'],
  gives: 'truth',
  fold: (a, b) => Math.max(a, b),
  encloses: encloseOr,
  emission: { scalar: [0x72], lanes: [0xfd, 0x50] },
  derivatives: [null, null],
  commutative: true,
  simplify: (g, [a, b]) => {
    if (a === b) return a;
    if (a.kind === 'literal') return a.value ? a : b;
    return areOpposite(a, b) ? g.truth(true) : null;
  },
};

/** The first operand where the third, a condition, holds, else the second. Both are evaluated; one counts. */
const select: Operation = {
  name: 'select',
  takes: ['number', 'number', 'truth'],
  gives: 'number',
  fold: (a, b, c) => (c ? a : b),
  encloses: encloseChoice,
  emission: { scalar: [0x1b], lanes: [0xfd, 0x52] },
  derivatives: [(_g, t) => t, (_g, t) => t, null],
  taken: (g, [, , condition], operand) => (operand === 0 ? condition : g.apply(not, [condition])),
  simplify: (g, [a, b, condition]) => {
    if (a === b) return a;
    if (condition.kind === 'literal') return condition.value ? a : b;
    return applies(condition, not) ? g.apply(select, [b, a, condition.args[0]]) : null;
  },
};

/** `a` where `condition` holds, else `b`; what is not taken contaminates neither value nor derivative. */
export function choose(g: Graph, condition: Node, a: Node, b: Node): Node {
  return g.apply(select, [a, b, condition]);
}
