/**
 * Places of the samples that a curve needs at a coarse resolution: the first, the least, the greatest and the last of
 * each bucket of consecutive samples, so that no extreme is lost. A run of NaN keeps one of them, as a gap.
 * @param ys values in order
 * @param most  upper limit on the number of places, at least 8
 * @returns ascending places; all of them if there are no more than `most`
 */
export function downsample(ys: Float64Array, most: number): Int32Array {
  if (ys.length <= most) return Int32Array.from(ys, (_, k) => k);
  const buckets = Math.max(1, Math.floor(most / 5));
  const places: number[] = [];
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const from = Math.floor((bucket * ys.length) / buckets);
    const to = Math.floor(((bucket + 1) * ys.length) / buckets);
    places.push(...bucketPlaces(ys, from, to));
  }
  return Int32Array.from(places);
}

/** Ascending distinct places of the first, least, greatest, last and one missing sample in [from, to). */
function bucketPlaces(ys: Float64Array, from: number, to: number): number[] {
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
  const places = [from, least, greatest, missing, to - 1].filter((place) => place >= 0);
  return [...new Set(places)].sort((a, b) => a - b);
}
