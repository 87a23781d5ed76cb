import { BodyEmitter } from './BodyEmitter.ts';
import type { Node } from './graph.ts';
import type { Layout } from './layout.ts';
import type { ModuleEmitter } from './ModuleEmitter.ts';
import { FunctionWriter, ValueType } from './wasm/FunctionWriter.ts';

const SUBTRACT = [0xa1];
const ADD = [0xa0];
const IS_AT_MOST = [0x65];
const IS_GREATER = [0x64];
const NOT = [0x45];
const IF = [0x04, 0x40];
const RETURN = [0x0f];
const END = [0x0b];

/**
 * Writes and exports `descend(η, tolerance², radius², steps)`, steps of gradient descent without a call in between:
 * x ← x − η∇f(x) on the point in memory, at least one step's test. It stops before a step where not ‖x‖² ≤ radius² or
 * not ‖∇f‖² > tolerance², NaN included, and returns the number of steps taken. The bits are those of the same steps
 * taken one by one.
 */
export function emitDescent(module: ModuleEmitter, layout: Layout, slopes: readonly Node[]): void {
  const { f64, i32 } = ValueType;
  const writer = new FunctionWriter([f64, f64, f64, i32], [i32]);
  const [stepSize, tolerance, radius, steps] = [0, 1, 2, 3];
  const point = slopes.map(() => writer.local(f64));
  const slope = slopes.map(() => writer.local(f64));
  const place = (k: number): number => 8 * (layout.x + k);
  for (const [k, local] of point.entries()) {
    writer.i32(0);
    writer.loadF64(place(k));
    writer.set(local);
  }
  const finish = (taken: number): void => {
    for (const [k, local] of point.entries()) {
      writer.i32(0);
      writer.get(local);
      writer.storeF64(place(k));
    }
    writer.get(taken);
    writer.instruction(RETURN);
  };
  const finishUnless = (vector: readonly number[], comparison: readonly number[], bound: number, taken: number) => {
    pushSquare(writer, vector);
    writer.get(bound);
    writer.instruction(comparison);
    writer.instruction(NOT);
    writer.instruction(IF);
    finish(taken);
    writer.instruction(END);
  };
  const input = ({ index }: { readonly index: number }): void => writer.get(point[index] as number);
  const body = new BodyEmitter(module, writer, { lanes: false, fixed: true, input });
  body.expect(slopes);
  writer.repeat(steps, 1, (taken) => {
    finishUnless(point, IS_AT_MOST, radius, taken);
    for (const [k, node] of slopes.entries()) {
      body.push(node);
      writer.set(slope[k] as number);
    }
    finishUnless(slope, IS_GREATER, tolerance, taken);
    for (const [k, local] of point.entries()) {
      writer.get(local);
      writer.get(stepSize);
      writer.get(slope[k] as number);
      writer.multiplyF64();
      writer.instruction(SUBTRACT);
      writer.set(local);
    }
  });
  finish(steps);
  module.export('descend', writer);
}

/** Leaves Σ v² on the stack. */
function pushSquare(writer: FunctionWriter, vector: readonly number[]): void {
  for (const [k, local] of vector.entries()) {
    writer.get(local);
    writer.get(local);
    writer.multiplyF64();
    if (k > 0) writer.instruction(ADD);
  }
}

/**
 * Writes and exports `descendPair(η, tolerance², radius², steps)`: the same steps on the two points in memory at once,
 * one in each lane, to the same bits. It stops before a step that either of them may not take.
 */
export function emitPairDescent(module: ModuleEmitter, layout: Layout, slopes: readonly Node[]): void {
  const { f64, i32, v128 } = ValueType;
  const writer = new FunctionWriter([f64, f64, f64, i32], [i32]);
  const steps = 3;
  const [stepSize, tolerance, radius] = [0, 1, 2].map((scalar) => splatLocal(writer, scalar)) as [
    number,
    number,
    number,
  ];
  const point = slopes.map(() => writer.local(v128));
  const slope = slopes.map(() => writer.local(v128));
  const place = (k: number): number => 8 * (layout.pair + 2 * k);
  for (const [k, local] of point.entries()) {
    writer.i32(0);
    writer.loadLanes(place(k));
    writer.set(local);
  }
  const finish = (taken: number): void => {
    for (const [k, local] of point.entries()) {
      writer.i32(0);
      writer.get(local);
      writer.storeLanes(place(k));
    }
    writer.get(taken);
    writer.instruction(RETURN);
  };
  const input = ({ index }: { readonly index: number }): void => writer.get(point[index] as number);
  const body = new BodyEmitter(module, writer, { lanes: true, fixed: true, input });
  body.expect(slopes);
  writer.repeat(steps, 1, (taken) => {
    for (const [k, node] of slopes.entries()) {
      body.push(node);
      writer.set(slope[k] as number);
    }
    pushLaneSquares(writer, point);
    writer.get(radius);
    writer.atMostLanes();
    pushLaneSquares(writer, slope);
    writer.get(tolerance);
    writer.greaterLanes();
    writer.andLanes();
    writer.bothLanes();
    writer.instruction(NOT);
    writer.instruction(IF);
    finish(taken);
    writer.instruction(END);
    for (const [k, local] of point.entries()) {
      writer.get(local);
      writer.get(stepSize);
      writer.get(slope[k] as number);
      writer.multiplyLanes();
      writer.subtractLanes();
      writer.set(local);
    }
  });
  finish(steps);
  module.export('descendPair', writer);
}

/** A local with a parameter in both lanes. */
function splatLocal(writer: FunctionWriter, scalar: number): number {
  const local = writer.local(ValueType.v128);
  writer.get(scalar);
  writer.splat();
  writer.set(local);
  return local;
}

/** Leaves Σ v² of both lanes on the stack. */
function pushLaneSquares(writer: FunctionWriter, vector: readonly number[]): void {
  for (const [k, local] of vector.entries()) {
    writer.get(local);
    writer.get(local);
    writer.multiplyLanes();
    if (k > 0) writer.addLanes();
  }
}
