/** A cache of at most `size` values; the one that was not asked for longest goes first. */
export class LeastRecentlyUsed<Value> {
  readonly #size: number;
  readonly #values = new Map<string, Value>();

  constructor(size: number) {
    this.#size = size;
  }

  /**
   * The value of that key, made if it is not there.
   * @param isWorthKeeping  what it refuses is made afresh each time; a `make` that throws leaves nothing behind either
   */
  get(key: string, make: () => Value, isWorthKeeping: (value: Value) => boolean = () => true): Value {
    const value = this.#values.has(key) ? (this.#values.get(key) as Value) : make();
    this.#values.delete(key);
    if (!isWorthKeeping(value)) return value;
    this.#values.set(key, value);
    if (this.#values.size > this.#size) this.#values.delete(this.#values.keys().next().value as string);
    return value;
  }
}
