/**
 * The quantile between order statistics, linearly, as R's type 7.
 * @param sorted  ascending, at least one; may end in infinities
 * @param share  0 to 1
 * Source: Hyndman and Fan (1996), Sample quantiles in statistical packages.
 */
export function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)] as number;
  const high = sorted[Math.ceil(at)] as number;
  // Between two infinities there is no difference to take a part of.
  return low === high ? low : low + (at - Math.floor(at)) * (high - low);
}
