/** Numbers in rows of `columns`, written as a list of lists. */
export class Rows {
  readonly data: Float64Array;
  readonly columns: number;

  /** @param data  row by row, a multiple of `columns` long; kept, not copied */
  constructor(data: Float64Array, columns: number) {
    this.data = data;
    this.columns = columns;
  }
}

/** Characters per piece, about. */
const PIECE = 65_536;

/** A number as JSON; one that is not finite as the string "NaN", "Infinity" or "-Infinity". −0 stays −0. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return `"${value}"`;
  return Object.is(value, -0) ? '-0' : String(value);
}

/**
 * One JSON document in pieces of some ten thousand characters, so that a report of any size never becomes one string.
 * Takes plain data, `Float64Array` (a list) and `Rows` (a list of lists); keys with `undefined` are left out. Every
 * number is written in the shortest form that reads back to the same bits.
 * @throws TypeError for anything else
 */
export function* writeJson(value: unknown): Generator<string, void, void> {
  let pending = '';
  for (const token of tokens(value)) {
    pending += token;
    if (pending.length < PIECE) continue;
    yield pending;
    pending = '';
  }
  yield pending;
}

function* tokens(value: unknown): Generator<string, void, void> {
  if (typeof value === 'number') yield numberText(value);
  else if (value === null || typeof value === 'string' || typeof value === 'boolean') yield JSON.stringify(value);
  else if (value instanceof Float64Array) yield* numbers(value);
  else if (value instanceof Rows) yield* rows(value);
  else if (Array.isArray(value)) yield* list(value);
  else if (typeof value === 'object') yield* object(value);
  else throw new TypeError(`a report cannot hold a ${typeof value}`);
}

function* numbers(values: Float64Array): Generator<string, void, void> {
  for (let at = 0; at === 0 || at < values.length; at += 512) {
    const part = Array.from(values.subarray(at, at + 512), numberText).join(',');
    yield at === 0 ? `[${part}` : `,${part}`;
  }
  yield ']';
}

function* rows({ data, columns }: Rows): Generator<string, void, void> {
  yield '[';
  for (let at = 0; at < data.length; at += columns) {
    const row = Array.from(data.subarray(at, at + columns), numberText).join(',');
    yield at === 0 ? `[${row}]` : `,[${row}]`;
  }
  yield ']';
}

function* list(items: readonly unknown[]): Generator<string, void, void> {
  yield '[';
  for (const [i, item] of items.entries()) {
    if (i > 0) yield ',';
    yield* tokens(item);
  }
  yield ']';
}

function* object(record: object): Generator<string, void, void> {
  let opening = '{';
  for (const [key, value] of Object.entries(record)) {
    if (value === undefined) continue;
    yield `${opening}${JSON.stringify(key)}:`;
    yield* tokens(value);
    opening = ',';
  }
  yield opening === '{' ? '{}' : '}';
}
