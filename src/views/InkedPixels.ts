/**
 * The pixels of a rectangle through which a path has gone so far, to tell what of a tangle is still to be seen. Cleared
 * by counting on, because a drag draws many paths per frame.
 */
export class InkedPixels {
  private marks = new Uint16Array(0);
  private round = 0;
  private left = 0;
  private top = 0;
  private columns = 0;
  private rows = 0;

  /** Begins without ink. Outside of the rectangle there is never any. */
  clear(left: number, top: number, right: number, bottom: number): void {
    this.left = Math.floor(left);
    this.top = Math.floor(top);
    this.columns = Math.ceil(right) - this.left + 1;
    this.rows = Math.ceil(bottom) - this.top + 1;
    this.round += 1;
    if (this.columns * this.rows <= this.marks.length && this.round < 0xffff) return;
    this.marks = new Uint16Array(Math.max(this.marks.length, this.columns * this.rows));
    this.round = 1;
  }

  /** Inks the pixels along a segment; true where that inked a new one. */
  draw(x0: number, y0: number, x1: number, y1: number): boolean {
    const { marks, round, left, top, columns, rows } = this;
    const steps = Math.ceil(1.5 * Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))) + 1;
    const dx = (x1 - x0) / steps;
    const dy = (y1 - y0) / steps;
    let isNew = false;
    for (let k = 0; k <= steps; k++) {
      const column = Math.floor(x0 + k * dx) - left;
      const row = Math.floor(y0 + k * dy) - top;
      const place = row * columns + column;
      if (column < 0 || column >= columns || row < 0 || row >= rows || marks[place] !== round) {
        isNew = true;
        if (column >= 0 && column < columns && row >= 0 && row < rows) marks[place] = round;
      }
    }
    return isNew;
  }
}
