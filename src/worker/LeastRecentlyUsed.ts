/** A cache of at most `size` values; the one that was not asked for longest goes first. */
export class LeastRecentlyUsed<Value> {
  readonly #size: number;
  readonly #values = new Map<string, Value>();

  constructor(size: number) {
    this.#size = size;
  }

  /** The value of that key, made and kept if it is not there. A `make` that throws leaves nothing behind. */
  get(key: string, make: () => Value): Value {
    const known = this.#values.has(key);
    const value = known ? (this.#values.get(key) as Value) : make();
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.#size) this.#values.delete(this.#values.keys().next().value as string);
    return value;
  }
}
