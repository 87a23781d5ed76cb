import { describe, expect, it } from 'vitest';
import { ByteWriter } from '../../../../src/core/formula/wasm/ByteWriter.ts';
import { encodeModule, type ModuleParts } from '../../../../src/core/formula/wasm/encodeModule.ts';
import { FunctionTooLarge, FunctionWriter, ValueType } from '../../../../src/core/formula/wasm/FunctionWriter.ts';

const NOTHING: ModuleParts = {
  importedFunctions: [],
  importedGlobals: [],
  memoryPages: 1,
  globals: 0,
  functions: [],
};

async function exportsOf(parts: Partial<ModuleParts>, imports: WebAssembly.Imports = {}) {
  const bytes = encodeModule({ ...NOTHING, ...parts }) as Uint8Array<ArrayBuffer>;
  return (await WebAssembly.instantiate(bytes, imports)).instance.exports;
}

describe('ByteWriter', () => {
  it.each([
    [0, [0]],
    [127, [127]],
    [128, [0x80, 1]],
    [624485, [0xe5, 0x8e, 0x26]],
    [0xffffffff, [0xff, 0xff, 0xff, 0xff, 0x0f]],
  ])('writes unsigned %d', (value, bytes) => {
    const writer = new ByteWriter();
    writer.unsigned(value);
    expect([...writer.finish()]).toEqual(bytes);
  });

  it.each([
    [0, [0]],
    [63, [63]],
    [64, [0xc0, 0]],
    [-1, [0x7f]],
    [-64, [0x40]],
    [-65, [0xbf, 0x7f]],
    [-123456, [0xc0, 0xbb, 0x78]],
    [-2147483648, [0x80, 0x80, 0x80, 0x80, 0x78]],
  ])('writes signed %d', (value, bytes) => {
    const writer = new ByteWriter();
    writer.signed(value);
    expect([...writer.finish()]).toEqual(bytes);
  });

  it('writes floats and grows', () => {
    const writer = new ByteWriter();
    for (let i = 0; i < 100; i++) writer.float64(i + 0.5);
    expect(new Float64Array(writer.finish().buffer)[99]).toBe(99.5);
    const outer = new ByteWriter();
    outer.name('ab');
    outer.sized(writer);
    expect([...outer.finish().subarray(0, 5)]).toEqual([2, 97, 98, 0xa0, 6]);
    expect(outer.length).toBe(5 + 800);
  });
});

describe('encodeModule', () => {
  it('encodes imports, globals, memory, exports, a start function and code', async () => {
    const start = new FunctionWriter([], []);
    start.getGlobal(0);
    start.f64(2);
    start.multiplyF64();
    start.setGlobal(1);
    const run = new FunctionWriter([ValueType.f64], [ValueType.f64]);
    run.getGlobal(1);
    run.get(0);
    run.call(0);
    run.i32(0);
    run.get(0);
    run.storeF64(16);
    const exported = await exportsOf(
      {
        importedFunctions: [{ module: 'outside', name: 'minus', arity: 2 }],
        importedGlobals: [{ module: 'constants', name: '0' }],
        globals: 1,
        functions: [{ writer: start }, { writer: run, exportName: 'run' }],
        start: 0,
      },
      { outside: { minus: (a: number, b: number) => a - b }, constants: { 0: 21 } },
    );
    expect(Object.keys(exported).sort()).toEqual(['memory', 'run']);
    expect((exported.run as (x: number) => number)(0.5)).toBe(41.5);
    const { buffer } = exported.memory as WebAssembly.Memory;
    expect(buffer.byteLength).toBe(65536);
    expect(new Float64Array(buffer)[2]).toBe(0.5);
  });

  it('imports a memory instead', async () => {
    const read = new FunctionWriter([], [ValueType.f64]);
    read.i32(8);
    read.loadF64(0);
    const memory = new WebAssembly.Memory({ initial: 1 });
    new Float64Array(memory.buffer)[1] = 7;
    const parts = { memoryPages: null, functions: [{ writer: read, exportName: 'read' }] };
    const exported = await exportsOf(parts, { memory: { memory } });
    expect((exported.read as () => number)()).toBe(7);
  });

  it('loops, in lanes, with locals given back', async () => {
    // out[i] = in[i] · in[i] + 1 for as many pairs as asked
    const square = new FunctionWriter([ValueType.i32], []);
    const one = square.local(ValueType.v128);
    square.f64(1);
    square.splat();
    square.set(one);
    square.repeat(0, 16, (offset) => {
      const lanes = square.local(ValueType.v128);
      square.get(offset);
      square.get(offset);
      square.loadLanes(0);
      square.tee(lanes);
      square.get(lanes);
      square.multiplyLanes();
      square.get(one);
      square.addLanes();
      square.storeLanes(1024);
      square.release(lanes, ValueType.v128);
    });
    expect(square.local(ValueType.v128)).toBe(3);
    const exported = await exportsOf({ functions: [{ writer: square, exportName: 'square' }] });
    const memory = new Float64Array((exported.memory as WebAssembly.Memory).buffer);
    memory.set([1, 2, 3, 4, 5, 6]);
    (exported.square as (end: number) => void)(32);
    expect([...memory.subarray(128, 134)]).toEqual([2, 5, 10, 17, 0, 0]);
  });

  it('refuses what engines refuse', () => {
    const writer = new FunctionWriter([], []);
    for (let i = 0; i <= 50_000; i++) writer.local(ValueType.f64);
    expect(() => encodeModule({ ...NOTHING, functions: [{ writer }] })).toThrow(FunctionTooLarge);
  });
});
