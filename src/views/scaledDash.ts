/** A dash array at the theme's scale; undefined for a solid line. */
export function scaledDash(dash: string, scale: number): string | undefined {
  if (dash === '') return undefined;
  return scale === 1 ? dash : dash.replace(/[\d.]+/g, (length) => String(Number(length) * scale));
}
