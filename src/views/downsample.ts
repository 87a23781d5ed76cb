/**
 * Places of the samples that a curve needs at a coarse resolution: the first and the last, and of each bucket of
 * consecutive samples the least and the greatest, so that no extreme is lost. A bucket with NaN keeps one, as a gap.
 * @param ys values in order
 * @param most  upper limit on the number of places, at least 8
 * @returns ascending places; all of them if there are no more than `most`
 */
export function downsample(ys: Float64Array, most: number): Int32Array {
  if (ys.length <= most) return Int32Array.from(ys, (_, k) => k);
  const buckets = Math.floor((most - 2) / 3);
  const places = new Int32Array(most);
  let count = 1;
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const from = Math.floor((bucket * ys.length) / buckets);
    const to = Math.floor(((bucket + 1) * ys.length) / buckets);
    count = addBucket(ys, from, to, places, count);
  }
  if (places[count - 1] !== ys.length - 1) places[count++] = ys.length - 1;
  return places.slice(0, count);
}

/** Adds the least, the greatest and a missing sample of [from, to) in order; returns the new count. */
function addBucket(ys: Float64Array, from: number, to: number, places: Int32Array, count: number): number {
  let least = -1;
  let greatest = -1;
  let missing = -1;
  for (let k = from; k < to; k += 1) {
    const y = ys[k] as number;
    if (Number.isNaN(y)) missing = k;
    else {
      if (least < 0 || y < (ys[least] as number)) least = k;
      if (greatest < 0 || y > (ys[greatest] as number)) greatest = k;
    }
  }
  const first = Math.min(least, greatest);
  const last = Math.max(least, greatest);
  let end = append(places, count, Math.min(first, missing));
  end = append(places, end, Math.max(first, Math.min(last, missing)));
  return append(places, end, Math.max(last, missing));
}

/** Adds a place that comes after those before it; −1 and repetitions add nothing. */
function append(places: Int32Array, count: number, place: number): number {
  if (place <= (places[count - 1] as number)) return count;
  places[count] = place;
  return count + 1;
}
