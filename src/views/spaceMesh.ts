import type { Rgb } from './colourScales.ts';

/** Triangles in space, each with its own three corners. */
export interface SpaceMesh {
  /** x, y, z of each corner by turns: 9 numbers a triangle. */
  readonly corners: Float32Array;
  /** Light at each corner, 0 to 1: 3 numbers a triangle. */
  readonly light: Float32Array;
  /** Red, green and blue of each triangle, 0 to 255. */
  readonly colours: Uint8Array;
}

/** Collects triangles; lists grow as they must. */
export class MeshBuilder {
  #corners = new Float32Array(9 * 1024);
  #light = new Float32Array(3 * 1024);
  #colours = new Uint8Array(3 * 1024);
  #count = 0;

  /** Adds a triangle. @param normals  directions at the corners, of any length; their sign does not matter */
  push(corners: readonly (readonly number[])[], normals: readonly (readonly number[])[], colour: Rgb): void {
    if (9 * this.#count === this.#corners.length) this.#grow();
    for (let k = 0; k < 3; k++) {
      const [x = 0, y = 0, z = 0] = corners[k] as readonly number[];
      this.#corners.set([x, y, z], 9 * this.#count + 3 * k);
      this.#light[3 * this.#count + k] = lightOn(normals[k] as readonly number[]);
    }
    this.#colours.set(colour, 3 * this.#count);
    this.#count++;
  }

  /** The triangles so far. */
  mesh(): SpaceMesh {
    return {
      corners: this.#corners.slice(0, 9 * this.#count),
      light: this.#light.slice(0, 3 * this.#count),
      colours: this.#colours.slice(0, 3 * this.#count),
    };
  }

  #grow(): void {
    const larger = <A extends Float32Array | Uint8Array>(list: A, made: A): A => {
      made.set(list);
      return made;
    };
    this.#corners = larger(this.#corners, new Float32Array(2 * this.#corners.length));
    this.#light = larger(this.#light, new Float32Array(2 * this.#light.length));
    this.#colours = larger(this.#colours, new Uint8Array(2 * this.#colours.length));
  }
}

/** Where the light comes from, of length 1, and what there is without it. */
const LIGHT = [-0.41, -0.57, 0.71] as const;
const AMBIENT = 0.5;

/** Light on a surface with this normal; both sides are lit. */
function lightOn([x = 0, y = 0, z = 0]: readonly number[]): number {
  const length = Math.hypot(x, y, z);
  if (!(length > 0)) return 0.8;
  return AMBIENT + (1 - AMBIENT) * Math.abs((x * LIGHT[0] + y * LIGHT[1] + z * LIGHT[2]) / length);
}

/** The normal of a plane through three points. */
export function normalOf([a, b, c]: readonly (readonly number[])[]): [number, number, number] {
  const u = [0, 1, 2].map((i) => (b?.[i] as number) - (a?.[i] as number)) as [number, number, number];
  const v = [0, 1, 2].map((i) => (c?.[i] as number) - (a?.[i] as number)) as [number, number, number];
  return [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
}
