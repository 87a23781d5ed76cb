/** Columns of a block of a grid or section, an even number; longer rows are done block by block. */
export const BLOCK_COLUMNS = 1024;
/** Values of a block: its rows times its padded columns is at most this. */
export const BLOCK_VALUES = 16384;
/** Rows of a block. */
export const BLOCK_ROWS = 512;
const PAGE = 65536;

/** Where a formula's memory holds what, in units of one f64. */
export interface Layout {
  readonly x: number;
  /** Two points side by side: the first coordinates of both, then the second ones; 2n. */
  readonly pair: number;
  readonly direction: number;
  /** The gradient or the Hessian-vector product, length n. */
  readonly vector: number;
  /** The Hessian's lower triangle, row by row. */
  readonly triangle: number;
  /** A section's origin, its two directions, and the second direction times the row's parameter; n each. */
  readonly origin: number;
  readonly across: number;
  readonly up: number;
  readonly rowShift: number;
  /** Column coordinates of a block, then row coordinates. */
  readonly columns: number;
  readonly rows: number;
  /** A block's values; the row stride is the number of columns rounded up to even. */
  readonly block: number;
  /** Arrays of BLOCK_COLUMNS each, for what depends on the column alone. */
  readonly columnArrays: number;
  readonly pages: number;
}

/** The memory of a formula in n variables whose grid keeps `columnArrays` subexpressions per column. */
export function memoryLayout(n: number, columnArrays: number): Layout {
  let end = 0;
  const place = (length: number): number => {
    const start = end;
    end += length + (length % 2);
    return start;
  };
  const layout = {
    x: place(n),
    pair: place(2 * n),
    direction: place(n),
    vector: place(n),
    triangle: place((n * (n + 1)) / 2),
    origin: place(n),
    across: place(n),
    up: place(n),
    rowShift: place(n),
    columns: place(BLOCK_COLUMNS),
    rows: place(BLOCK_ROWS),
    block: place(BLOCK_VALUES),
    columnArrays: place(columnArrays * BLOCK_COLUMNS),
  };
  return { ...layout, pages: Math.ceil((end * 8) / PAGE) };
}
