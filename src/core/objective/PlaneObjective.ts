import type { Objective } from './Objective.ts';

/** An objective with loops over the points of a plane. */
export interface PlaneObjective extends Objective {
  /**
   * Fills `out` with f(x, y) for a function of two variables, row by row: out[j · xs.length + i] = f(xs[i], ys[j]),
   * the same bits as `value` gives.
   * @throws RangeError if f has not two variables or `out` is too short
   */
  grid(xs: Float64Array, ys: Float64Array, out: Float64Array): Float64Array;
  /**
   * Fills `out` with f on a plane, row by row: out[j · ss.length + i] = f(x), where x[k] is
   * (origin[k] + ss[i] · u[k]) + ts[j] · v[k], the same bits as `value` gives.
   * @throws RangeError if `out` is too short
   */
  section(
    origin: Float64Array,
    u: Float64Array,
    v: Float64Array,
    ss: Float64Array,
    ts: Float64Array,
    out: Float64Array,
  ): Float64Array;
}

/** The same function with loops that ask for one value after the other: for code, which has no faster ones. */
export function withPlaneLoops(f: Objective): PlaneObjective {
  const n = f.dimension;
  const section: PlaneObjective['section'] = (origin, u, v, ss, ts, out) => {
    if (out.length < ss.length * ts.length) {
      throw new RangeError(`${ss.length} × ${ts.length} values do not fit into ${out.length}`);
    }
    const x = new Float64Array(n);
    for (let j = 0, at = 0; j < ts.length; j++) {
      for (let i = 0; i < ss.length; i++) {
        for (let k = 0; k < n; k++) {
          const across = (origin[k] as number) + (ss[i] as number) * (u[k] as number);
          x[k] = across + (ts[j] as number) * (v[k] as number);
        }
        out[at++] = f.value(x);
      }
    }
    return out;
  };
  return {
    dimension: n,
    exact: f.exact,
    ...(f.isSlow && { isSlow: true }),
    value: (x) => f.value(x),
    gradient: (x, out) => f.gradient(x, out),
    valueAndGradient: (x, out) => f.valueAndGradient(x, out),
    hvp: (x, v, out) => f.hvp(x, v, out),
    hessian: (x, out) => f.hessian(x, out),
    grid: (xs, ys, out) => {
      if (n !== 2) throw new RangeError(`A grid needs two variables, not ${n}`);
      return section(new Float64Array(2), Float64Array.of(1, 0), Float64Array.of(0, 1), xs, ys, out);
    },
    section,
  };
}
