import type { CountingObjective } from '../objective/counting.ts';
import { joinBeads } from './beads.ts';
import type { SegmentCheck } from './checkSegment.ts';
import { Line } from './Line.ts';
import { type PathStage, SEGMENT } from './PathMethod.ts';
import { valueOrNaN } from './valueOrNaN.ts';

/** A bead of a chain, with what is known of the segment to the next one. */
interface Link {
  /** As a sentence calls it, for as long as it is there. */
  readonly name: string;
  readonly x: Float64Array;
  readonly value: number;
  /** Null while the segment that begins here is unchecked; the last bead has none. */
  check: SegmentCheck | null;
}

/** Beads from one end to the other, into which others are inserted. */
export class Chain {
  readonly #f: CountingObjective;
  readonly #links: Link[];

  constructor(f: CountingObjective, ends: readonly [Float64Array, Float64Array]) {
    this.#f = f;
    this.#links = ends.map((x, k) => ({ name: `End ${k + 1}`, x, value: f.value(x), check: null }));
  }

  /** Number of beads, both ends included. */
  get size(): number {
    return this.#links.length;
  }

  x(k: number): Float64Array {
    return (this.#links[k] as Link).x;
  }

  /** "End 1", "End 2" or the name that it was inserted by. */
  name(k: number): string {
    return (this.#links[k] as Link).name;
  }

  /** What is known of the segment from bead k to the next. */
  check(k: number): SegmentCheck | null {
    return (this.#links[k] as Link).check;
  }

  /** The highest value known on the segment from bead k to the next; NaN where f has no value there. */
  maximum(k: number): number {
    const { maximum, at } = this.check(k) ?? { maximum: Number.NaN, at: 0 };
    if (maximum < Number.POSITIVE_INFINITY) return maximum;
    const line = new Line(this.#f, this.x(k), this.x(k + 1));
    return valueOrNaN(this.#f, line.at(at, new Float64Array(this.#f.dimension)));
  }

  setCheck(k: number, check: SegmentCheck): void {
    (this.#links[k] as Link).check = check;
  }

  /** Inserts a bead after bead k; both halves of the segment are unchecked then. @param x  kept, not copied */
  insert(k: number, name: string, x: Float64Array, value: number): void {
    (this.#links[k] as Link).check = null;
    this.#links.splice(k + 1, 0, { name, x, value, check: null });
  }

  /** The first segment that is not inside; −1 where there is none. */
  firstRejected(from = 0): number {
    for (let k = from; k < this.#links.length - 1; k++) if (this.check(k)?.inside === false) return k;
    return -1;
  }

  beads(): Float64Array {
    return joinBeads(
      this.#links.map(({ x }) => x),
      this.#f.dimension,
    );
  }

  /** The chain as it is now. @param falling  a bead on its way down */
  stage(note: string, falling: PathStage['falling'] = null): PathStage {
    const states = this.#links.slice(0, -1).map(({ check }) => {
      if (check === null) return SEGMENT.unchecked;
      return check.inside ? SEGMENT.accepted : SEGMENT.rejected;
    });
    return {
      beads: this.beads(),
      segments: Uint8Array.from(states),
      falling,
      work: this.#f.work,
      note,
    };
  }
}
