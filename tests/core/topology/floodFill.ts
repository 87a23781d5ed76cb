/** Vertices that differ by at most one step along each variable from a vertex; plain and slow, for comparison. */
function neighbours(vertex: number, sides: readonly number[]): number[] {
  const place = sides.map((side, i) => {
    const stride = sides.slice(0, i).reduce((product, below) => product * below, 1);
    return Math.floor(vertex / stride) % side;
  });
  let steps: number[][] = [[]];
  for (const _ of sides) steps = steps.flatMap((begun) => [-1, 0, 1].map((step) => [...begun, step]));
  return steps.flatMap((step) => {
    const at = place.map((coordinate, i) => coordinate + (step[i] as number));
    if (step.every((one) => one === 0)) return [];
    if (at.some((coordinate, i) => coordinate < 0 || coordinate >= (sides[i] as number))) return [];
    return [at.reduceRight((sum, coordinate, i) => sum * (sides[i] as number) + coordinate, 0)];
  });
}

/** The components of Ω_u by flood fill: for each vertex the first vertex of its component, −1 outside of Ω_u. */
export function floodFill(values: Float64Array, sides: readonly number[], u: number): number[] {
  const found = Array.from(values, () => -1);
  for (let start = 0; start < values.length; start++) {
    if (!((values[start] as number) <= u) || found[start] !== -1) continue;
    const waiting = [start];
    found[start] = start;
    for (let v = waiting.pop(); v !== undefined; v = waiting.pop()) {
      for (const w of neighbours(v, sides)) {
        if (!((values[w] as number) <= u) || found[w] !== -1) continue;
        found[w] = start;
        waiting.push(w);
      }
    }
  }
  return found;
}

/** Birth and death of each bar of positive length, by sorting all vertices; ascending, deaths of ∞ for the last ones. */
export function sortedBars(values: Float64Array, sides: readonly number[]): [number, number][] {
  const inside = [...values.keys()].filter((v) => (values[v] as number) < Number.POSITIVE_INFINITY);
  const at = (v: number) => values[v] as number;
  inside.sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : a - b));
  const rank = new Map(inside.map((v, place) => [v, place]));
  const root = new Map<number, number>();
  const find = (v: number): number => (root.get(v) === v ? v : find(root.get(v) as number));
  const bars: [number, number][] = [];
  for (const v of inside) {
    root.set(v, v);
    for (const w of neighbours(v, sides)) {
      if (!root.has(w)) continue;
      const [a, b] = [find(v), find(w)].sort((p, q) => (rank.get(p) as number) - (rank.get(q) as number));
      if (a === b) continue;
      if (at(b as number) !== at(v)) bars.push([at(b as number), at(v)]);
      root.set(b as number, a as number);
    }
  }
  for (const v of inside) if (find(v) === v) bars.push([at(v), Number.POSITIVE_INFINITY]);
  return bars.sort(([a, c], [b, d]) => a - b || c - d || 0);
}
