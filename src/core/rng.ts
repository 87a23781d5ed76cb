import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { log } from './libm.ts';

type Generator = ReturnType<typeof xoroshiro128plusFromState>;

/** 32-bit hash of a string and a lane number (FNV-1a with a final avalanche). */
function hash(text: string, lane: number): number {
  let h = Math.imul(0x811c9dc5 ^ lane, 0x01000193);
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}

/**
 * A stream of random numbers that splits by label: the stream of a label depends on the seed and the path of labels
 * alone, never on what other streams were drawn, so that adding a run changes no other.
 */
export class Rng {
  readonly #path: string;
  #generator: Generator;
  #spare = Number.NaN;

  private constructor(path: string, generator?: Generator) {
    this.#path = path;
    this.#generator =
      generator ?? xoroshiro128plusFromState([hash(path, 1), hash(path, 2), hash(path, 3), hash(path, 4)]);
  }

  /** @param seed  any finite number; its shortest decimal form is what counts */
  static seeded(seed: number): Rng {
    return new Rng(String(seed));
  }

  /** A fresh stream for `label` below this one; drawing from either changes nothing in the other. */
  split(label: string): Rng {
    return new Rng(`${this.#path}/${label}`);
  }

  /** A stream that goes on as this one does; drawing from either changes nothing in the other. */
  copy(): Rng {
    const copied = new Rng(this.#path, this.#generator.clone());
    copied.#spare = this.#spare;
    return copied;
  }

  /** Draws from here on what `other` would draw; the streams share nothing. */
  goOnAs(other: Rng): void {
    this.#generator = other.#generator.clone();
    this.#spare = other.#spare;
  }

  /** Uniform on [0, 1), with 53 random bits. */
  uniform(): number {
    return uniformFloat64(this.#generator);
  }

  /** Standard normal, by Marsaglia's polar method (1964); two draws share one acceptance. */
  gaussian(): number {
    if (!Number.isNaN(this.#spare)) {
      const spare = this.#spare;
      this.#spare = Number.NaN;
      return spare;
    }
    for (;;) {
      const u = 2 * this.uniform() - 1;
      const v = 2 * this.uniform() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) {
        const scale = Math.sqrt((-2 * log(s)) / s);
        this.#spare = v * scale;
        return u * scale;
      }
    }
  }
}
