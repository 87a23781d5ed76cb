import type { ApplicationNode, InputNode, Node } from './graph.ts';
import type { ModuleEmitter } from './ModuleEmitter.ts';
import { type FunctionWriter, ValueType } from './wasm/FunctionWriter.ts';

/** How a body computes. */
export interface BodyOptions {
  /** Two values at a time; every lane gets the same bits as scalar code. */
  readonly lanes: boolean;
  /** Whether what depends on constants alone is read from globals (false only in the code that fills them). */
  readonly fixed: boolean;
  /** Pushes the value of a variable or of a direction's component. */
  readonly input?: (node: InputNode) => void;
}

/**
 * Writes the code that computes nodes, each shared one once. Use: `give` what comes from elsewhere, `expect` all the
 * roots, then `push` each of them as often as it was expected.
 */
export class BodyEmitter {
  readonly #module: ModuleEmitter;
  readonly #writer: FunctionWriter;
  readonly #options: BodyOptions;
  readonly #given = new Map<Node, () => void>();
  readonly #usesLeft = new Map<Node, number>();
  readonly #held = new Map<Node, number>();

  constructor(module: ModuleEmitter, writer: FunctionWriter, options: BodyOptions) {
    this.#module = module;
    this.#writer = writer;
    this.#options = options;
  }

  /** Says that `push` is how to get this node; nothing below it is computed here. */
  give(node: Node, push: () => void): void {
    this.#given.set(node, push);
  }

  /** Announces roots, so that what they share is kept in locals exactly as long as it is needed. */
  expect(roots: readonly Node[]): void {
    const waiting = [...roots];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      const uses = this.#usesLeft.get(node) ?? 0;
      this.#usesLeft.set(node, uses + 1);
      if (uses === 0 && !this.#isLeaf(node)) waiting.push(...node.args);
    }
  }

  /** Writes code that leaves the node's value on the stack. */
  push(root: Node): void {
    const frames = [{ node: root, next: 0 }];
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const { node } = frame;
      if (frame.next === 0 && this.#pushHeld(node)) {
        frames.pop();
        continue;
      }
      const operand = this.#isLeaf(node) ? undefined : node.args[frame.next];
      if (operand) {
        frame.next++;
        frames.push({ node: operand, next: 0 });
        continue;
      }
      frames.pop();
      this.#compute(node);
      this.#hold(node);
    }
  }

  #isLeaf(node: Node): boolean {
    return node.kind !== 'application' || this.#given.has(node) || this.#isFixed(node);
  }

  #isFixed(node: ApplicationNode): boolean {
    return this.#options.fixed && !node.varies && !node.truth;
  }

  /** Pushes a value that a local holds already; the last use frees the local. */
  #pushHeld(node: Node): boolean {
    const local = this.#held.get(node);
    if (local === undefined) return false;
    this.#writer.get(local);
    const left = (this.#usesLeft.get(node) as number) - 1;
    this.#usesLeft.set(node, left);
    if (left === 0) {
      this.#held.delete(node);
      this.#writer.release(local, this.#typeOf(node));
    }
    return true;
  }

  /** Keeps the value on the stack in a local too, where it is used again. */
  #hold(node: Node): void {
    const left = (this.#usesLeft.get(node) as number) - 1;
    this.#usesLeft.set(node, left);
    if (left === 0 || node.kind === 'literal' || this.#given.has(node)) return;
    const local = this.#writer.local(this.#typeOf(node));
    this.#held.set(node, local);
    this.#writer.tee(local);
  }

  #typeOf(node: Node): ValueType {
    if (this.#options.lanes) return ValueType.v128;
    return node.truth ? ValueType.i32 : ValueType.f64;
  }

  /** Computes a node whose operands are on the stack. */
  #compute(node: Node): void {
    const given = this.#given.get(node);
    if (given) given();
    else if (node.kind === 'literal') this.#pushLiteral(node.value, node.truth);
    else if (node.kind === 'input' && node.source !== 'constant') this.#options.input?.(node);
    else if (node.kind === 'input') this.#pushGlobal(node.index);
    else if (this.#isFixed(node)) this.#pushGlobal(this.#module.fixedIndex(node));
    else this.#apply(node);
  }

  #pushLiteral(value: number, truth: boolean): void {
    if (truth && !this.#options.lanes) this.#writer.i32(value);
    else if (truth) this.#writer.laneMask(value !== 0);
    else this.#writer.f64(value);
    if (!truth && this.#options.lanes) this.#writer.splat();
  }

  #pushGlobal(index: number): void {
    this.#writer.getGlobal(index);
    if (this.#options.lanes) this.#writer.splat();
  }

  #apply({ operation }: ApplicationNode): void {
    const { emission } = operation;
    if (emission === null) throw new Error(`${operation.name} was not lowered`);
    if (typeof emission !== 'string') {
      this.#writer.instruction(this.#options.lanes ? emission.lanes : emission.scalar);
      return;
    }
    const callee = this.#module.libmIndex(emission, operation.takes.length);
    if (this.#options.lanes) this.#callByLane(callee, operation.takes.length);
    else this.#writer.call(callee);
  }

  /** Calls a scalar function once for each lane of the operands on the stack. */
  #callByLane(callee: number, arity: number): void {
    const locals = Array.from({ length: arity }, () => this.#writer.local(ValueType.v128));
    for (const local of locals.toReversed()) this.#writer.set(local);
    for (const lane of [0, 1] as const) {
      for (const local of locals) {
        this.#writer.get(local);
        this.#writer.extractLane(lane);
      }
      this.#writer.call(callee);
      if (lane === 0) this.#writer.splat();
      else this.#writer.replaceLane(1);
    }
    for (const local of locals) this.#writer.release(local, ValueType.v128);
  }
}
