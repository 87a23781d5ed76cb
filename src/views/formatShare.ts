/** A share in percent with one decimal; one that would be rounded to none or all of it says so: "<0.1 %", ">99.9 %". */
export function formatShare(share: number): string {
  if (share === 0 || share === 1) return `${100 * share}\u00a0%`;
  if (share < 0.0005) return '<0.1\u00a0%';
  if (share > 0.9995) return '>99.9\u00a0%';
  return `${(100 * share).toFixed(1)}\u00a0%`;
}
