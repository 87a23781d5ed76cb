import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};
const compressible = /^(text\/|application\/|image\/svg)/;

/** @typedef {{ body: Buffer, type: string, tag: string, stamp: string, encoded: Map<string, Buffer> }} Entry */

/**
 * @param {Buffer} body
 * @param {string} encoding
 */
function encode(body, encoding) {
  if (encoding === 'gzip') return gzipSync(body, { level: 9 });
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
}

/**
 * File that a request's path names below `folder`; undefined where it names none or tries to leave.
 * @param {string} folder
 * @param {string} path  as it stands in the address, without the query
 */
function fileAt(folder, path) {
  let name;
  try {
    name = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (name.includes('\0') || name.includes('\\')) return undefined;
  const file = join(folder, name.endsWith('/') ? `${name}index.html` : name);
  if (!file.startsWith(folder + sep)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/**
 * A reader of files that remembers what it read and compressed until the file changes.
 * @returns {(file: string) => Entry}
 */
function createReader() {
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  return (file) => {
    const { mtimeMs, size } = statSync(file);
    const stamp = `${mtimeMs} ${size}`;
    const known = entries.get(file);
    if (known?.stamp === stamp) return known;
    const body = readFileSync(file);
    const entry = {
      body,
      type: types[extname(file)] ?? 'application/octet-stream',
      tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      stamp,
      encoded: new Map(),
    };
    entries.set(file, entry);
    return entry;
  };
}

/**
 * Body and its encoding, for what the request accepts.
 * @param {Entry} entry
 * @param {string} accepted
 * @returns {{ body: Buffer, encoding?: string }}
 */
function bodyFor(entry, accepted) {
  const encoding = ['br', 'gzip'].find((name) => new RegExp(`\\b${name}\\b`).test(accepted));
  if (encoding === undefined || entry.body.length < 512 || !compressible.test(entry.type)) return { body: entry.body };
  let body = entry.encoded.get(encoding);
  if (body === undefined) {
    body = encode(entry.body, encoding);
    entry.encoded.set(encoding, body);
  }
  return { body, encoding };
}

/**
 * @param {string} folder
 * @param {string} under
 * @returns {import('node:http').RequestListener}
 */
function createListener(folder, under) {
  const read = createReader();
  return (request, response) => {
    const refuse = (/** @type {number} */ status, /** @type {string} */ words) =>
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD.');
    const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
    if (`${path}/` === under) return response.writeHead(308, { location: under }).end();
    const file = path.startsWith(under) ? fileAt(folder, `/${path.slice(under.length)}`) : undefined;
    if (file === undefined) return refuse(404, 'Nothing here.');
    const entry = read(file);
    const headers = {
      'content-type': entry.type,
      'cache-control': path.startsWith(`${under}assets/`) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      etag: entry.tag,
      vary: 'accept-encoding',
    };
    if (request.headers['if-none-match'] === entry.tag) return response.writeHead(304, headers).end();
    const { body, encoding } = bodyFor(entry, String(request.headers['accept-encoding'] ?? ''));
    response.writeHead(200, {
      ...headers,
      'content-length': body.length,
      ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
    });
    return response.end(request.method === 'HEAD' ? undefined : body);
  };
}

/**
 * Serves a folder of static files on this machine only.
 * @param {string} folder  absolute path
 * @param {{ port?: number, under?: string }} [options]  `port` 0 (default) takes any free one; `under` is the path
 *   below which the folder is served, with a slash at both ends
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 * @throws where the port cannot be had
 */
export function serveFolder(folder, { port = 0, under = '/' } = {}) {
  const server = createServer(createListener(folder, under));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const taken = server.address();
      const number = typeof taken === 'object' && taken !== null ? taken.port : port;
      resolve({
        address: `http://localhost:${number}${under}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}
