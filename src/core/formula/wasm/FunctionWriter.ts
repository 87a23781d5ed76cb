import { ByteWriter } from './ByteWriter.ts';

/** Value types by their code in the binary format. */
export const ValueType = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const;
export type ValueType = (typeof ValueType)[keyof typeof ValueType];

const SIMD = 0xfd;
/** Alignment exponent of a load or store of one f64. */
const ALIGN_8 = 3;

/** Engines refuse functions with more locals or a longer body than this (V8's limits). */
const MOST_LOCALS = 50_000;
const LONGEST_BODY = 7_000_000;

/** An engine would refuse the function. */
export class FunctionTooLarge extends Error {}

/** The body of one WebAssembly function, instruction by instruction. Addresses and offsets are in bytes. */
export class FunctionWriter {
  readonly code = new ByteWriter();
  readonly #locals: ValueType[] = [];
  readonly #free = new Map<ValueType, number[]>();

  readonly params: readonly ValueType[];
  readonly results: readonly ValueType[];

  constructor(params: readonly ValueType[], results: readonly ValueType[]) {
    this.params = params;
    this.results = results;
  }

  /** Index of a local that nothing else holds now; released ones are given out again. */
  local(type: ValueType): number {
    const reusable = this.#free.get(type)?.pop();
    if (reusable !== undefined) return reusable;
    this.#locals.push(type);
    return this.params.length + this.#locals.length - 1;
  }

  /** Lets `local` of the same type give this index out again. */
  release(index: number, type: ValueType): void {
    const free = this.#free.get(type);
    if (free) free.push(index);
    else this.#free.set(type, [index]);
  }

  /** A plain instruction without immediates, given by its bytes. */
  instruction(opcode: readonly number[]): void {
    this.code.bytes(opcode);
  }

  i32(value: number): void {
    this.code.byte(0x41);
    this.code.signed(value);
  }

  f64(value: number): void {
    this.code.byte(0x44);
    this.code.float64(value);
  }

  get(local: number): void {
    this.code.byte(0x20);
    this.code.unsigned(local);
  }

  set(local: number): void {
    this.code.byte(0x21);
    this.code.unsigned(local);
  }

  tee(local: number): void {
    this.code.byte(0x22);
    this.code.unsigned(local);
  }

  multiplyF64(): void {
    this.code.byte(0xa2);
  }

  multiplyLanes(): void {
    this.code.bytes([SIMD, 0xf2, 0x01]);
  }

  addLanes(): void {
    this.code.bytes([SIMD, 0xf0, 0x01]);
  }

  subtractLanes(): void {
    this.code.bytes([SIMD, 0xf1, 0x01]);
  }

  /** A mask of the lanes in which the first is at most the second. */
  atMostLanes(): void {
    this.code.bytes([SIMD, 0x4b]);
  }

  /** A mask of the lanes in which the first is greater than the second. */
  greaterLanes(): void {
    this.code.bytes([SIMD, 0x4a]);
  }

  andLanes(): void {
    this.code.bytes([SIMD, 0x4e]);
  }

  /** From a mask: 1 where both lanes are set, else 0. */
  bothLanes(): void {
    this.code.bytes([SIMD, 0xc3, 0x01]);
  }

  addI32(): void {
    this.code.byte(0x6a);
  }

  getGlobal(index: number): void {
    this.code.byte(0x23);
    this.code.unsigned(index);
  }

  setGlobal(index: number): void {
    this.code.byte(0x24);
    this.code.unsigned(index);
  }

  call(functionIndex: number): void {
    this.code.byte(0x10);
    this.code.unsigned(functionIndex);
  }

  /** f64 at (popped address + offset). */
  loadF64(offset: number): void {
    this.code.bytes([0x2b, ALIGN_8]);
    this.code.unsigned(offset);
  }

  storeF64(offset: number): void {
    this.code.bytes([0x39, ALIGN_8]);
    this.code.unsigned(offset);
  }

  /** Two f64 side by side at (popped address + offset). */
  loadLanes(offset: number): void {
    this.code.bytes([SIMD, 0x00, ALIGN_8]);
    this.code.unsigned(offset);
  }

  storeLanes(offset: number): void {
    this.code.bytes([SIMD, 0x0b, ALIGN_8]);
    this.code.unsigned(offset);
  }

  /** One f64 at (popped address + offset) into both lanes. */
  loadSplat(offset: number): void {
    this.code.bytes([SIMD, 0x0a, ALIGN_8]);
    this.code.unsigned(offset);
  }

  splat(): void {
    this.code.bytes([SIMD, 0x14]);
  }

  /** All bits of both lanes set or clear: a condition's literal. */
  laneMask(set: boolean): void {
    this.code.bytes([SIMD, 0x0c, ...new Array<number>(16).fill(set ? 0xff : 0)]);
  }

  extractLane(lane: 0 | 1): void {
    this.code.bytes([SIMD, 0x21, lane]);
  }

  replaceLane(lane: 0 | 1): void {
    this.code.bytes([SIMD, 0x22, lane]);
  }

  /**
   * The body as the code section holds it: runs of locals of one type, code, end.
   * @throws FunctionTooLarge
   */
  finish(): ByteWriter {
    if (this.#locals.length > MOST_LOCALS || this.code.length > LONGEST_BODY) throw new FunctionTooLarge();
    const body = new ByteWriter();
    const runs: [number, ValueType][] = [];
    for (const type of this.#locals) {
      const last = runs.at(-1);
      if (last?.[1] === type) last[0]++;
      else runs.push([1, type]);
    }
    body.unsigned(runs.length);
    for (const [count, type] of runs) {
      body.unsigned(count);
      body.byte(type);
    }
    body.bytes(this.code.finish());
    body.byte(0x0b);
    return body;
  }

  /**
   * `body` once for each of `count` steps, at least once: `offset` runs from 0 in steps of `stride` bytes, as a local.
   * @param end  a local that holds count · stride
   */
  repeat(end: number, stride: number, body: (offset: number) => void): void {
    const offset = this.local(ValueType.i32);
    this.i32(0);
    this.set(offset);
    this.code.bytes([0x03, 0x40]);
    body(offset);
    this.get(offset);
    this.i32(stride);
    this.code.byte(0x6a);
    this.tee(offset);
    this.get(end);
    this.code.bytes([0x49, 0x0d, 0x00, 0x0b]);
    this.release(offset, ValueType.i32);
  }
}
