import { describe, expect, it } from 'vitest';
import { choose, comparisons, not } from '../../../src/core/formula/conditions.ts';
import { Graph, GraphTooLarge, reachable } from '../../../src/core/formula/graph.ts';
import { minus, negative, over, plus, times } from '../../../src/core/formula/operators.ts';
import { raised } from '../../../src/core/formula/powers.ts';

function start() {
  const g = new Graph(1000);
  return { g, x: g.input('variable', 0), y: g.input('variable', 1), a: g.input('constant', 0) };
}

describe('Graph', () => {
  it('holds equal subexpressions once, whichever way sums and products are written', () => {
    const { g, x, y } = start();
    expect(plus(g, x, y)).toBe(plus(g, y, x));
    expect(times(g, plus(g, x, y), x)).toBe(times(g, x, plus(g, y, x)));
    expect(minus(g, x, y)).not.toBe(minus(g, y, x));
    expect(g.input('variable', 0)).toBe(x);
    expect(g.literal(0.1)).toBe(g.literal(0.1));
    expect(g.literal(-0)).not.toBe(g.literal(0));
    expect(g.literal(1)).not.toBe(g.truth(true));
    expect(g.literal(Number.NaN)).toBe(g.literal(Number.NaN));
  });

  it('folds literals and simplifies what stays exactly the same', () => {
    const { g, x, y } = start();
    expect(plus(g, g.literal(2), g.literal(3))).toBe(g.literal(5));
    expect(times(g, g.literal(1), x)).toBe(x);
    expect(negative(g, negative(g, x))).toBe(x);
    expect(plus(g, x, negative(g, y))).toBe(minus(g, x, y));
    expect(over(g, x, g.literal(4))).toBe(times(g, g.literal(0.25), x));
    expect(raised(g, x, g.literal(1))).toBe(x);
    expect(raised(g, x, g.literal(0))).toBe(g.literal(1));
    expect(plus(g, x, x)).toBe(times(g, g.literal(2), x));
    expect(times(g, times(g, g.literal(2), x), times(g, g.literal(4), y))).toBe(times(g, x, times(g, g.literal(8), y)));
  });

  it('leaves alone what would change a value', () => {
    const { g, x } = start();
    // −0 + 0 = 0; 0 · ∞ and ∞ − ∞ are not 0; x / 3 is not x · (1/3).
    expect(plus(g, x, g.literal(0))).not.toBe(x);
    expect(times(g, g.literal(0), x).kind).toBe('application');
    expect(minus(g, x, x).kind).toBe('application');
    expect(over(g, x, g.literal(3))).not.toBe(times(g, g.literal(1 / 3), x));
    expect(over(g, x, x).kind).toBe('application');
  });

  it('chooses at once where the condition is known or does not matter', () => {
    const { g, x, y } = start();
    const positive = g.apply(comparisons['>'], [x, g.literal(0)]);
    expect(choose(g, g.truth(true), x, y)).toBe(x);
    expect(choose(g, g.truth(false), x, y)).toBe(y);
    expect(choose(g, positive, x, x)).toBe(x);
    expect(choose(g, g.apply(not, [positive]), x, y)).toBe(choose(g, positive, y, x));
  });

  it('knows what varies, and orders what is reachable', () => {
    const { g, x, a } = start();
    const fixed = times(g, a, g.literal(3));
    const sum = plus(g, fixed, x);
    expect(fixed.varies).toBe(false);
    expect(sum.varies).toBe(true);
    expect(reachable([sum]).map(({ id }) => id)).toEqual(
      [x.id, a.id, fixed.args[0]?.id, fixed.id, sum.id].sort((p, q) => (p as number) - (q as number)),
    );
  });

  it('stops at its bound', () => {
    const g = new Graph(5);
    const x = g.input('variable', 0);
    expect(() => {
      let sum = x;
      for (let i = 0; i < 10; i++) sum = plus(g, times(g, sum, x), x);
    }).toThrow(GraphTooLarge);
    expect(g.nodes.length).toBe(5);
    expect(g.within(2, () => times(g, times(g, g.nodes[4] as typeof x, x), x).id)).toBe(6);
    expect(() => g.within(0, () => g.literal(99))).toThrow(GraphTooLarge);
  });
});
