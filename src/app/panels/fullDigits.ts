import { formatFull } from '../../views/formatNumber.ts';

/** A number, `[a, b]` or `[[a, b], [c, d]]` with every digit. */
export function fullDigits(rows: readonly (readonly number[])[]): string {
  const lists = rows.map((row) => `[${row.map(formatFull).join(', ')}]`);
  if (rows.length > 1) return `[${lists.join(', ')}]`;
  return rows[0]?.length === 1 ? formatFull(rows[0][0] as number) : (lists[0] ?? '');
}
