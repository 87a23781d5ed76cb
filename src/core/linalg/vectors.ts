/** Euclidean inner product of two vectors of one length, summed in order; overflows and underflows as the sum does. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/**
 * ‖v‖₂, without overflow or underflow on the way: the plain sum of squares where that is safe, a scaled one otherwise.
 * NaN where an entry is NaN; Infinity where one is infinite and none is NaN.
 */
export function norm2(v: Float64Array): number {
  const sum = dot(v, v);
  if (sum > 1e-290 && sum < 1e290) return Math.sqrt(sum);
  const largest = maxAbs(v);
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let scaled = 0;
  for (let i = 0; i < v.length; i++) {
    const t = (v[i] as number) / largest;
    scaled += t * t;
  }
  return largest * Math.sqrt(scaled);
}

/** Largest magnitude among the entries (0 for none); NaN where any entry is NaN. */
export function maxAbs(v: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < v.length; i++) {
    const magnitude = Math.abs(v[i] as number);
    if (Number.isNaN(magnitude)) return Number.NaN;
    if (magnitude > largest) largest = magnitude;
  }
  return largest;
}
