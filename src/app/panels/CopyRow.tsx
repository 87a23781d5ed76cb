import { formatFull, formatNumber } from '../../views/formatNumber.ts';
import { copyText } from '../controls/copyText.ts';
import { Typeset } from '../typeset/Typeset.tsx';
import classes from './CopyRow.module.css';

interface CopyRowProps {
  /** TeX. */
  readonly label: string;
  /** In words, with the article: "the gradient". */
  readonly name: string;
  /** A number, a vector (one row) or a matrix. */
  readonly rows: readonly (readonly number[])[];
  /** Stands in for the numbers where there are too many. */
  readonly summary?: string | undefined;
  readonly onCopied: (what: string) => void;
}

/** At most this many entries of a vector are shown. */
const ENTRIES = 4;

/** A labelled number, vector or matrix in four digits; pressing it copies all digits. */
export function CopyRow({ label, name, rows, summary, onCopied }: CopyRowProps) {
  const copy = async () => {
    const done = await copyText(fullDigits(rows));
    onCopied(done ? `Copied ${name}` : 'The browser refused to copy');
  };
  const columns = Math.min(rows[0]?.length ?? 1, ENTRIES);
  return (
    <button
      type="button"
      className={classes.row}
      title={title(rows)}
      aria-label={spoken(name, rows, summary)}
      onClick={copy}
    >
      <span className={classes.label}>
        <Typeset tex={label} plain="" />
      </span>
      {summary ? (
        <span className={classes.summary}>{summary}</span>
      ) : (
        <span className={classes.cells} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
          {rows.flatMap(cells).map((text, place) => (
            // An entry has no other identity than its place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <span key={place} className={classes.cell}>
              {text}
            </span>
          ))}
        </span>
      )}
    </button>
  );
}

/** The entries of a row, the middle of a long one left out. */
function cells(row: readonly number[]): readonly string[] {
  const shown = row.length <= ENTRIES ? row : [...row.slice(0, 2), Number.NaN, row[row.length - 1] as number];
  return shown.map((entry, i) => (row.length > ENTRIES && i === 2 ? '…' : formatNumber(entry)));
}

/** A number, `[a, b]` or `[[a, b], [c, d]]` with every digit. */
export function fullDigits(rows: readonly (readonly number[])[]): string {
  const lists = rows.map((row) => `[${row.map(formatFull).join(', ')}]`);
  if (rows.length > 1) return `[${lists.join(', ')}]`;
  return rows[0]?.length === 1 ? formatFull(rows[0][0] as number) : (lists[0] ?? '');
}

const title = (rows: readonly (readonly number[])[]): string => {
  const text = fullDigits(rows);
  return `${text.length > 400 ? `${text.slice(0, 400)}…` : text}\nClick to copy`;
};

function spoken(name: string, rows: readonly (readonly number[])[], summary: string | undefined): string {
  const numbers = rows.map((row) => cells(row).join(', ')).join('; ');
  return `Copy ${name}: ${summary ?? numbers}`;
}
