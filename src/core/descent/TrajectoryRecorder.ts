import type { Stretch } from '../objective/Stretch.ts';
import type { RecordRule, Trajectory, TrajectoryEvent } from './Run.ts';

/** Collects the iterates of one run in typed arrays that double when they are full. */
export class TrajectoryRecorder {
  readonly #n: number;
  readonly #counted: { readonly work: number };
  readonly #stride: number;
  readonly #isDense: boolean;
  #capacity: number;
  /** The next iteration that the rule asks for: a remainder by a stride that may be infinite costs more than the rest. */
  #next = 0;
  #count = 0;
  #iterations: Float64Array;
  #points: Float64Array;
  #values: Float64Array;
  #gradientNorms: Float64Array;
  #work: Float64Array;

  /**
   * @param n  number of variables
   * @param longest  the most iterations that can come; bounds the room taken at first
   * @param counted  `work` is what has been evaluated so far; read at each iterate that is recorded
   * @throws RangeError if a stride is not a whole number of at least 1
   */
  constructor(n: number, rule: RecordRule, longest: number, counted: { readonly work: number }) {
    if (typeof rule === 'number' && !(Number.isInteger(rule) && rule >= 1)) {
      throw new RangeError(`a stride of ${rule} iterations; it must be a whole number of at least 1`);
    }
    this.#n = n;
    this.#counted = counted;
    this.#stride = rule === 'all' ? 1 : rule === 'ends' ? Number.POSITIVE_INFINITY : rule;
    // What a run of full length needs, its last iterate included whether or not the stride meets it.
    const capacity = Math.min(Math.ceil(longest / this.#stride) + 1, 4096);
    this.#isDense = this.#stride === 1;
    this.#capacity = capacity;
    this.#iterations = new Float64Array(capacity);
    this.#points = new Float64Array(capacity * n);
    this.#values = new Float64Array(capacity);
    this.#gradientNorms = new Float64Array(capacity);
    this.#work = new Float64Array(capacity);
  }

  /**
   * Records iterate `iteration` if the rule or `always` asks for it. Iterations come one after the other from 0; one
   * that comes twice is recorded once.
   */
  offer(iteration: number, x: Float64Array, value: number, gradientNorm: number, always: boolean): void {
    const k = this.#count;
    // Where every iterate is wanted, its place says which it is.
    if (this.#isDense ? iteration < k : !this.#isWanted(iteration, always)) return;
    if (k === this.#capacity) this.#grow();
    this.#values[k] = value;
    this.#gradientNorms[k] = gradientNorm;
    this.#work[k] = this.#counted.work;
    const n = x.length;
    const points = this.#points;
    for (let i = 0, at = k * n; i < n; i++, at++) points[at] = x[i] as number;
    this.#count = k + 1;
  }

  /** Whether `extend` may be used: every iterate is wanted. */
  get isDense(): boolean {
    return this.#isDense;
  }

  /**
   * Records the iterates that follow the last one, all of them; copied.
   * @param work  what had been evaluated before them; one gradient more at each
   */
  extend({ count, points, values, gradientNorms }: Stretch, work: number): void {
    const k = this.#count;
    while (k + count > this.#capacity) this.#grow();
    this.#points.set(points, k * this.#n);
    this.#values.set(values, k);
    this.#gradientNorms.set(gradientNorms, k);
    const works = this.#work;
    for (let i = 0; i < count; i++) works[k + i] = work + i + 1;
    this.#count = k + count;
  }

  /** For a stride: whether this iterate is to be recorded; notes its number if so. */
  #isWanted(iteration: number, always: boolean): boolean {
    const k = this.#count;
    const isDue = iteration === this.#next;
    if (isDue) this.#next += this.#stride;
    if (always ? k > 0 && this.#iterations[k - 1] === iteration : !isDue) return false;
    if (k === this.#capacity) this.#grow();
    this.#iterations[k] = iteration;
    return true;
  }

  /** The recorded trajectory in arrays exactly as long as needed, which are the caller's: nothing is recorded after. */
  finish(events: readonly TrajectoryEvent[]): Trajectory {
    const count = this.#count;
    if (this.#isDense) for (let k = 0; k < count; k++) this.#iterations[k] = k;
    return {
      iterations: beginning(this.#iterations, count),
      points: beginning(this.#points, count * this.#n),
      values: beginning(this.#values, count),
      gradientNorms: beginning(this.#gradientNorms, count),
      work: beginning(this.#work, count),
      events,
    };
  }

  /** The same as far as it goes, in fresh arrays; recording goes on. */
  soFar(events: readonly TrajectoryEvent[]): Trajectory {
    const { iterations, points, values, gradientNorms, work } = this.finish([...events]);
    return {
      iterations: iterations.slice(),
      points: points.slice(),
      values: values.slice(),
      gradientNorms: gradientNorms.slice(),
      work: work.slice(),
      events: [...events],
    };
  }

  #grow(): void {
    this.#capacity *= 2;
    this.#iterations = doubled(this.#iterations);
    this.#points = doubled(this.#points);
    this.#values = doubled(this.#values);
    this.#gradientNorms = doubled(this.#gradientNorms);
    this.#work = doubled(this.#work);
  }
}

/** The first entries; the array itself where there are no others, because a drag records many runs per frame. */
function beginning(array: Float64Array, length: number): Float64Array {
  return length === array.length ? array : array.slice(0, length);
}

function doubled(array: Float64Array): Float64Array {
  const larger = new Float64Array(2 * array.length);
  larger.set(array);
  return larger;
}
