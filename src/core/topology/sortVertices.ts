import type { Task } from '../task.ts';

/** Vertices that are sorted at one go, and written between two yields while sorted parts are merged. */
const PART = 8192;
const SLICE = 65_536;

/**
 * Sorts vertices ascending by (value, vertex), the total order of sublevel sets; ties in value are broken by the
 * vertex, so that plateaus are ordered too.
 * @param vertices  changed
 * @returns `vertices`, or an array of its length in its stead
 */
export function* sortVertices(vertices: Int32Array, values: Float64Array): Task<Int32Array, never> {
  const compare = (a: number, b: number): number => {
    const [f, g] = [values[a] as number, values[b] as number];
    // No difference: that of two infinite values is no number.
    return f < g ? -1 : f > g ? 1 : a - b;
  };
  const total = vertices.length;
  for (let from = 0; from < total; from += PART) {
    yield { done: from, total };
    vertices.subarray(from, from + PART).sort(compare);
  }
  let source = vertices;
  let target = total > PART ? new Int32Array(total) : vertices;
  for (let width = PART; width < total; width *= 2) {
    for (let from = 0; from < total; from += 2 * width) {
      yield* mergeParts(
        source,
        target,
        from,
        Math.min(from + width, total),
        Math.min(from + 2 * width, total),
        compare,
      );
    }
    [source, target] = [target, source];
  }
  return source;
}

/** Merges the sorted parts [from, middle) and [middle, end) of `source` into `target`. */
function* mergeParts(
  source: Int32Array,
  target: Int32Array,
  from: number,
  middle: number,
  end: number,
  compare: (a: number, b: number) => number,
): Task<void, never> {
  let left = from;
  let right = middle;
  for (let at = from; at < end; at++) {
    if (at % SLICE === 0) yield { done: at, total: source.length };
    const takesLeft = right >= end || (left < middle && compare(source[left] as number, source[right] as number) <= 0);
    target[at] = source[takesLeft ? left++ : right++] as number;
  }
}
