import type { Rgb } from './colourScales.ts';

/** Triangles in space, each with its own three corners. */
export interface SpaceMesh {
  /** x, y, z of each corner by turns: 9 numbers a triangle. */
  readonly corners: Float32Array;
  /** Light at each corner, 0 to 1: 3 numbers a triangle. */
  readonly light: Float32Array;
  /** Red, green and blue of each triangle, 0 to 255. */
  readonly colours: Uint8Array;
  /** Of which part each triangle is: a component of Ω_u; −1 for none. */
  readonly parts: Int32Array;
  /** 1 for each triangle that closes a part where the box cuts it. */
  readonly cuts: Uint8Array;
}

/** Collects triangles; lists grow as they must. */
export class MeshBuilder {
  #corners = new Float32Array(9 * 1024);
  #light = new Float32Array(3 * 1024);
  #colours = new Uint8Array(3 * 1024);
  #parts = new Int32Array(1024);
  #cuts = new Uint8Array(1024);
  #count = 0;

  /**
   * Adds a triangle; nothing is kept of what is given.
   * @param corners  x, y, z of each: 9 numbers
   * @param normals  directions at the corners, of any length and sign; where one is no number, the triangle's own
   * @param part  of which it is; −1 for none
   * @param isCut  whether it closes that part at a side of the box
   */
  push(corners: ArrayLike<number>, normals: ArrayLike<number>, colour: Rgb, part = -1, isCut = false): void {
    if (9 * this.#count === this.#corners.length) this.#grow();
    const at = 9 * this.#count;
    for (let k = 0; k < 9; k++) this.#corners[at + k] = corners[k] as number;
    let flat = Number.NaN;
    for (let k = 0; k < 3; k++) {
      const light = lightOn(normals[3 * k] as number, normals[3 * k + 1] as number, normals[3 * k + 2] as number);
      if (!(light >= 0) && Number.isNaN(flat)) flat = flatLight(corners);
      this.#light[3 * this.#count + k] = light >= 0 ? light : flat;
    }
    this.#colours.set(colour, 3 * this.#count);
    this.#parts[this.#count] = part;
    this.#cuts[this.#count] = isCut ? 1 : 0;
    this.#count++;
  }

  /** The triangles so far. */
  mesh(): SpaceMesh {
    return {
      corners: this.#corners.slice(0, 9 * this.#count),
      light: this.#light.slice(0, 3 * this.#count),
      colours: this.#colours.slice(0, 3 * this.#count),
      parts: this.#parts.slice(0, this.#count),
      cuts: this.#cuts.slice(0, this.#count),
    };
  }

  #grow(): void {
    const larger = <A extends Float32Array | Uint8Array | Int32Array>(list: A, made: A): A => {
      made.set(list);
      return made;
    };
    this.#corners = larger(this.#corners, new Float32Array(2 * this.#corners.length));
    this.#light = larger(this.#light, new Float32Array(2 * this.#light.length));
    this.#colours = larger(this.#colours, new Uint8Array(2 * this.#colours.length));
    this.#parts = larger(this.#parts, new Int32Array(2 * this.#parts.length));
    this.#cuts = larger(this.#cuts, new Uint8Array(2 * this.#cuts.length));
  }
}

/** Where the light comes from, of length 1, and what there is without it. */
const LIGHT = [-0.41, -0.57, 0.71] as const;
const AMBIENT = 0.5;

/** Light on a surface with this normal; both sides are lit. NaN where there is no normal. */
function lightOn(x: number, y: number, z: number): number {
  const length = Math.sqrt(x * x + y * y + z * z);
  return AMBIENT + ((1 - AMBIENT) * Math.abs(x * LIGHT[0] + y * LIGHT[1] + z * LIGHT[2])) / length;
}

/** Light on the plane of a triangle; that of a flat one where it has no area. */
function flatLight(c: ArrayLike<number>): number {
  const side = (corner: number, axis: number) => (c[3 * corner + axis] as number) - (c[axis] as number);
  const [ux, uy, uz] = [side(1, 0), side(1, 1), side(1, 2)];
  const [vx, vy, vz] = [side(2, 0), side(2, 1), side(2, 2)];
  const light = lightOn(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx);
  return light >= 0 ? light : 0.8;
}
