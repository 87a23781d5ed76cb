import type { Box, IntegerParam, Params } from '../params.ts';

/** The parameter that sets the number of variables, from `min` to 50. */
export function dimensionParam(min: number): IntegerParam {
  return {
    kind: 'integer',
    label: 'Dimension',
    symbol: 'n',
    meaning: 'Number of variables; with more than two, the pictures show a plane section.',
    default: 2,
    min,
    max: 50,
    slider: { from: min, to: 50, scale: 'linear' },
  };
}

/** The resolved value of `dimension`. */
export function dimensionOf(params: Params): number {
  return params.dimension as number;
}

/** Names of n variables: `x`; `x, y`; and from three on `x1 … xn`. */
export function variableNames(n: number): readonly string[] {
  if (n === 1) return ['x'];
  return n === 2 ? ['x', 'y'] : Array.from({ length: n }, (_, i) => `x${i + 1}`);
}

/** The box [low, high]^n. */
export function cube(n: number, low: number, high: number): Box {
  return Array.from({ length: n }, () => [low, high] as const);
}
