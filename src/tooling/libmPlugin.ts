import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const commonOptions = ['-O3', '--runtime', 'stub', '--noAssert'];

/** The options for one file: further ones stand in its first line, as `// asc: --importMemory`. */
function optionsFor(source: string): string[] {
  const further = /^\/\/ asc: (.+)/.exec(source)?.[1] ?? '';
  return [...commonOptions, ...further.split(' ').filter(Boolean)];
}

/**
 * Compiles one AssemblyScript file that includes no other.
 * @returns the WebAssembly module's bytes
 * @throws Error with the compiler's messages
 */
async function compileAssemblyScript(source: string): Promise<Uint8Array> {
  const { default: asc } = await import('assemblyscript/asc');
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await asc.main(['module.ts', '--outFile', 'module.wasm', ...optionsFor(source)], {
    readFile: (name: string) => (name === 'module.ts' ? source : null),
    writeFile: (_name: string, contents: string | Uint8Array) => {
      if (typeof contents !== 'string') bytes = contents;
    },
    listFiles: () => [],
  });
  if (error || !bytes) throw new Error(`AssemblyScript: ${error?.message ?? 'no output'}\n${stderr.toString()}`);
  return bytes;
}

/** Writes so that a reader in another process never sees half a file. */
function writeWhole(path: string, text: string): void {
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

/**
 * Vite plugin: `import bytes from './libm.as'` gives the compiled module as hexadecimal text, which compresses better
 * than base64. The result is kept in node_modules/.cache by a hash of the source, the compiler's version and its options.
 */
export function libmPlugin(): Plugin {
  let cacheFolder = '';
  return {
    name: 'sublevel:libm',
    enforce: 'pre',
    configResolved(config) {
      cacheFolder = join(config.root, 'node_modules/.cache/sublevel-libm');
    },
    load: {
      filter: { id: /\.as$/ },
      async handler(path) {
        this.addWatchFile(path);
        const source = readFileSync(path, 'utf8');
        const { version } = await import('assemblyscript/asc');
        const key = createHash('sha256')
          .update([source, version, ...optionsFor(source)].join('\0'))
          .digest('hex');
        const cached = join(cacheFolder, `${key}.hex`);
        let hex: string;
        try {
          hex = readFileSync(cached, 'utf8');
        } catch {
          hex = Buffer.from(await compileAssemblyScript(source)).toString('hex');
          mkdirSync(cacheFolder, { recursive: true });
          writeWhole(cached, hex);
        }
        return `export default '${hex}';`;
      },
    },
  };
}
