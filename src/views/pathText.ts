const decoder = new TextDecoder('latin1');

const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const SPACE = 32;

/**
 * Writes SVG path data byte by byte: ten times as fast as joining numbers to strings, which is most of the work of
 * drawing thousands of vertices in a frame. Lines are written as differences, which have fewer digits for the browser
 * to read; they are whole tenths, so that nothing adds up. One writer is used over and over.
 */
export class PathText {
  private bytes = new Uint8Array(1 << 16);
  /** The last vertex in tenths. */
  private across = 0;
  private down = 0;
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /**
   * Adds a vertex with its coordinates to a tenth: "M12.5 -3", and a line from there to (13, -3.2) as "l.5-.2".
   * Coordinates are less than a million in size. The first vertex is an M.
   */
  vertex(command: 'M' | 'L', x: number, y: number): void {
    if (this.length + 32 > this.bytes.length) this.grow();
    const across = Math.round(x * 10) | 0;
    const down = Math.round(y * 10) | 0;
    const isLine = command === 'L';
    this.bytes[this.length++] = isLine ? 108 : 77;
    this.tenths(isLine ? across - this.across : across);
    const second = isLine ? down - this.down : down;
    // A minus sign separates too.
    if (second >= 0) this.bytes[this.length++] = SPACE;
    this.tenths(second);
    this.across = across;
    this.down = down;
  }

  toString(): string {
    return decoder.decode(this.bytes.subarray(0, this.length));
  }

  private grow(): void {
    const larger = new Uint8Array(2 * this.bytes.length);
    larger.set(this.bytes);
    this.bytes = larger;
  }

  private tenths(value: number): void {
    const { bytes } = this;
    let tenths = value;
    if (tenths < 0) {
      bytes[this.length++] = MINUS;
      tenths = -tenths;
    }
    const last = tenths % 10;
    const whole = (tenths / 10) | 0;
    if (whole > 0 || last === 0) {
      let power = 1;
      while (power * 10 <= whole) power *= 10;
      for (; power >= 1; power = (power / 10) | 0) bytes[this.length++] = ZERO + (((whole / power) | 0) % 10);
    }
    if (last > 0) {
      bytes[this.length++] = POINT;
      bytes[this.length++] = ZERO + last;
    }
  }
}
