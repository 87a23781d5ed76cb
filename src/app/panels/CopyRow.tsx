import { formatNumber } from '../../views/formatNumber.ts';
import shared from '../controls/controls.module.css';
import { copyText } from '../controls/copyText.ts';
import { Typeset } from '../typeset/Typeset.tsx';
import classes from './CopyRow.module.css';
import { fullDigits } from './fullDigits.ts';

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

/** Up to this many entries a vector is shown whole, else its first and its last. */
const ENTRIES = 4;

/** A labelled number, vector or matrix in four digits; pressing it copies all digits. */
export function CopyRow({ label, name, rows, summary, onCopied }: CopyRowProps) {
  const copy = async () => {
    const done = await copyText(fullDigits(rows));
    onCopied(done ? `Copied ${name}` : 'The browser refused to copy');
  };
  const length = rows[0]?.length ?? 1;
  const columns = length > ENTRIES ? 3 : length;
  return (
    <button type="button" className={classes.row} title={title(rows)} onClick={copy}>
      <span className={shared.unseen}>Copy {name}:</span>
      <span className={classes.label} aria-hidden="true">
        <Typeset tex={label} plain="" />
      </span>
      {summary ? (
        <span className={classes.summary}>{summary}</span>
      ) : (
        <span
          className={columns > 3 ? `${classes.cells} ${classes.narrow}` : classes.cells}
          style={{ gridTemplateColumns: template(rows, columns) }}
        >
          {rows.flatMap(cells).map((text, place) => (
            // An entry has no other identity than its place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <span key={place} className={classes.cell}>
              <Digits text={text} />
            </span>
          ))}
        </span>
      )}
    </button>
  );
}

/**
 * Entries of a vector go to a line of their own where they do not fit beside each other whole; those of a matrix stay
 * in their columns.
 */
function template(rows: CopyRowProps['rows'], columns: number): string {
  const [vector = []] = rows;
  if (rows.length > 1 || vector.length > ENTRIES) return `repeat(${columns}, minmax(0, 1fr))`;
  const longest = Math.max(...cells(vector).map(({ length }) => length));
  return `repeat(auto-fit, minmax(min(100%, max(${Math.floor(100 / (columns + 1)) + 1}%, ${longest}ch)), 1fr))`;
}

/** A number that may break before its power of ten, never within. */
function Digits({ text }: { readonly text: string }) {
  const [digits, power] = text.split('×');
  if (power === undefined) return text;
  return (
    <>
      {digits}
      <wbr />
      <span className={classes.power}>×{power}</span>
    </>
  );
}

/** The entries of a row as they are shown. */
function cells(row: readonly number[]): readonly string[] {
  if (row.length <= ENTRIES) return row.map((entry) => formatNumber(entry, row.length > 3 ? 3 : 4));
  return [formatNumber(row[0] as number), '…', formatNumber(row[row.length - 1] as number)];
}

const title = (rows: readonly (readonly number[])[]): string => {
  const text = fullDigits(rows);
  return `${text.length > 400 ? `${text.slice(0, 400)}…` : text}\nClick to copy`;
};
