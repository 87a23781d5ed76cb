/**
 * The buffers of all `Float64Array`s in plain data, each once, to be moved instead of copied. Arrays of bytes are left
 * out: a worker keeps the compiled formulas that it sends.
 */
export function transferables(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(value, found);
  return [...found];
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) return;
  if (value instanceof Float64Array) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (!ArrayBuffer.isView(value)) {
    for (const part of Object.values(value)) collect(part, found);
  }
}
