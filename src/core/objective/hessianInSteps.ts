import type { Task } from '../task.ts';
import type { Objective } from './Objective.ts';

/**
 * Fills `out` (n·n, row-major) with ∇²f(x), symmetric to the last bit: at once, or column by column where f is slow.
 * @returns `out`
 */
export function* hessianInSteps(f: Objective, x: Float64Array, out: Float64Array): Task<Float64Array, never> {
  return f.isSlow ? yield* hessianByProducts(f, x, out) : f.hessian(x, out);
}

/** The lower triangle of the columns ∇²f(x)·e, mirrored; `out` as for `hessianInSteps`. */
export function* hessianByProducts(
  f: Pick<Objective, 'dimension' | 'hvp'>,
  x: Float64Array,
  out: Float64Array,
): Task<Float64Array, never> {
  const n = f.dimension;
  const direction = new Float64Array(n);
  const column = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    direction.fill(0);
    direction[j] = 1;
    f.hvp(x, direction, column);
    for (let i = j; i < n; i++) {
      out[i * n + j] = column[i] as number;
      out[j * n + i] = column[i] as number;
    }
    yield { done: j + 1, total: n };
  }
  return out;
}
