import type { Plugin } from 'vite';

/** Compiled functions that are kept at most, three for each network: of its error, the gradient and Hessian products. */
const MOST_FUNCTIONS = 30;
/** Kernels of compiled functions that are kept beside them at most. */
const MOST_KERNELS = 1000;

/** A map that forgets everything where it would hold more than `most`; what is needed again is compiled again. */
const boundedMap = (most: number): string =>
  `new (class extends Map { set(key, value) { if (this.size >= ${most}) this.clear(); return super.set(key, value); } })()`;

interface Change {
  readonly file: RegExp;
  readonly from: string;
  readonly to: string;
}

/** Places in the code of jax-js, each of which must be there once, with what stands there instead. */
const changes: readonly Change[] = [
  {
    file: /\/backend-[^/]*\.js$/,
    from: `	prepareKernelSync(kernel) {
		const kernelHash = FpHash.hash(kernel).toString();
		return new Executable(`,
    to: `	prepareKernelSync(kernel) {
		if (kernel.prepared) return kernel.prepared;
		const kernelHash = FpHash.hash(kernel).toString();
		return kernel.prepared = new Executable(`,
  },
  {
    file: /\/backend-[^/]*\.js$/,
    from: 'const func = new WebAssembly.Instance(program.module, { env: { memory: this.#memory } }).exports.kernel;',
    to: 'const func = program.func ??= new WebAssembly.Instance(program.module, { env: { memory: this.#memory } }).exports.kernel;',
  },
  {
    file: /\/backend-[^/]*\.js$/,
    from: 'const compiledProgramCache = /* @__PURE__ */ new Map();',
    to: `const compiledProgramCache = ${boundedMap(MOST_KERNELS)};`,
  },
  {
    file: /\/index\.js$/,
    from: 'const jitCompileCache = /* @__PURE__ */ new Map();',
    to: `const jitCompileCache = ${boundedMap(MOST_FUNCTIONS)};`,
  },
];

/**
 * Lets jax-js keep, in what is built, what it makes anew at every call of a compiled function: the hash of each kernel
 * and its WebAssembly instance, which together take longer than the kernels of a small network themselves; and lets go
 * of compiled functions when there are many. What is computed stays the same to the last bit.
 */
export function jaxReuse(): Plugin {
  return {
    name: 'jax-reuse',
    apply: 'build',
    transform: (code, id) => (/\/@jax-js\/jax\/dist\//.test(id) ? { code: withReuse(code, id), map: null } : null),
  };
}

/**
 * The code of a file of the library with the changes made that belong to it.
 * @param file  its path, with forward slashes
 * @throws Error where one of the places is not there once: the library has another version
 */
export function withReuse(code: string, file: string): string {
  return changes
    .filter((change) => change.file.test(file))
    .reduce((before, { from, to }) => {
      const parts = before.split(from);
      if (parts.length === 2) return parts.join(to);
      throw new Error(`jax-reuse: ${parts.length - 1} places in ${file} where one is expected: ${from}`);
    }, code);
}
