/** One line of the table that `npm run bench` prints. Both times are of the same run on the same machine. */
export interface BenchRow {
  /** What was done: "formula value on a 512×512 grid". */
  readonly work: string;
  /** What it is compared with: "mathjs compiled evaluate". */
  readonly against: string;
  /** What the ratio should be, in words: "≥ 50 times faster", "≤ 1.2 times its time". */
  readonly reach: string;
  /** What this program needs, in `unit`. */
  readonly ours: number;
  /** What the other needs, in `unit`; NaN where there is no other. */
  readonly theirs: number;
  readonly unit: string;
  /** The number that `reach` speaks of; NaN where it speaks of `ours` itself. */
  readonly ratio: number;
}
