/** A binary heap of numbered items; the least key comes first, and of equal keys the least number. */
export class Heap {
  #keys = new Float64Array(1024);
  #items = new Int32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(item: number, key: number): void {
    if (this.#size === this.#keys.length) this.#grow();
    let k = this.#size++;
    for (; k > 0; ) {
      const parent = (k - 1) >> 1;
      if (!this.#isLess(key, item, parent)) break;
      this.#move(parent, k);
      k = parent;
    }
    this.#keys[k] = key;
    this.#items[k] = item;
  }

  /** The key of the first item. */
  get least(): number {
    return this.#keys[0] as number;
  }

  /** Takes the first item away; there must be one. */
  pop(): number {
    const first = this.#items[0] as number;
    this.#size--;
    const [key, item] = [this.#keys[this.#size] as number, this.#items[this.#size] as number];
    let k = 0;
    for (;;) {
      let child = 2 * k + 1;
      if (child >= this.#size) break;
      const right = child + 1;
      if (right < this.#size && this.#isLess(this.#keys[right] as number, this.#items[right] as number, child))
        child = right;
      if (this.#isLess(key, item, child)) break;
      this.#move(child, k);
      k = child;
    }
    this.#keys[k] = key;
    this.#items[k] = item;
    return first;
  }

  #isLess(key: number, item: number, at: number): boolean {
    const other = this.#keys[at] as number;
    return key < other || (key === other && item < (this.#items[at] as number));
  }

  #move(from: number, to: number): void {
    this.#keys[to] = this.#keys[from] as number;
    this.#items[to] = this.#items[from] as number;
  }

  #grow(): void {
    const [keys, items] = [new Float64Array(2 * this.#size), new Int32Array(2 * this.#size)];
    keys.set(this.#keys);
    items.set(this.#items);
    this.#keys = keys;
    this.#items = items;
  }
}
