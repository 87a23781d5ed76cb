import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolder } from '../../src/tooling/serveFolder.mjs';

const outer = mkdtempSync(join(tmpdir(), 'sublevel-serve-'));
const folder = join(outer, 'page');
const script = 'console.log("level");\n'.repeat(100);
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(outer, 'page-secret'));
  writeFileSync(join(outer, 'secret.txt'), 'secret');
  writeFileSync(join(outer, 'page-secret', 'a.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'a-1.js'), script);
  writeFileSync(join(folder, 'assets', 'b-1.wasm'), Buffer.from([0, 97, 115, 109]));
  writeFileSync(join(folder, 'assets', 'ü n.json'), '{}');
  server = await serveFolder(folder, { under: '/x/y/' });
});
afterAll(async () => {
  await server.close();
  rmSync(outer, { recursive: true, force: true });
});

interface Answer extends Pick<IncomingMessage, 'headers'> {
  readonly status: number | undefined;
  readonly body: Buffer;
}

/** Asks with the path as it stands: `fetch` would mend it first. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const open = method === 'GET' ? get : request;
    const asked = open({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject).end();
  });
}

test('the folder itself is its index', async () => {
  const { status, headers, body } = await ask('/x/y/?a=1');
  expect([status, headers['content-type'], body.toString()]).toEqual([
    200,
    'text/html; charset=utf-8',
    '<!doctype html>',
  ]);
  expect(headers['cache-control']).toBe('no-cache');
});

test('the folder without its slash leads to the one with it', async () => {
  const { status, headers } = await ask('/x/y');
  expect([status, headers.location]).toEqual([308, '/x/y/']);
});

test('modules and WebAssembly have the types that browsers insist on', async () => {
  expect((await ask('/x/y/assets/a-1.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
  const wasm = await ask('/x/y/assets/b-1.wasm');
  expect(wasm.headers['content-type']).toBe('application/wasm');
  expect([...wasm.body]).toEqual([0, 97, 115, 109]);
});

test('what compresses is sent compressed, as the reader likes it', async () => {
  const path = '/x/y/assets/a-1.js';
  const brotli = await ask(path, { 'accept-encoding': 'gzip, deflate, br' });
  expect(brotli.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(brotli.body).toString()).toBe(script);
  const gzip = await ask(path, { 'accept-encoding': 'gzip' });
  expect(gzip.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gzip.body).toString()).toBe(script);
  const plain = await ask(path);
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.body.toString()).toBe(script);
});

test('names with a hash are kept for good, and what has not changed is not sent again', async () => {
  const { headers } = await ask('/x/y/assets/a-1.js');
  expect(headers['cache-control']).toContain('immutable');
  const again = await ask('/x/y/assets/a-1.js', { 'if-none-match': String(headers.etag) });
  expect([again.status, again.body.length]).toEqual([304, 0]);
});

test('a name in any alphabet is found', async () => {
  expect((await ask('/x/y/assets/%C3%BC%20n.json')).status).toBe(200);
});

test('HEAD has the headers of GET and no body', async () => {
  const { status, headers, body } = await ask('/x/y/assets/a-1.js', {}, 'HEAD');
  expect([status, headers['content-length'], body.length]).toEqual([200, String(script.length), 0]);
});

test.each([
  '/x/y/../secret.txt',
  '/x/y/%2e%2e/secret.txt',
  '/x/y/..%2fsecret.txt',
  '/x/y/..%5csecret.txt',
  '/x/y/assets/../../secret.txt',
  '/x/y/../page-secret/a.txt',
  '/x/y//etc/passwd',
  '/x/y/%00',
  '/x/y/%zz',
  '/x/y/assets',
  '/x/y/assets/',
  '/x/y/missing.js',
  '/index.html',
])('%s is not found', async (path) => {
  const { status, body } = await ask(path);
  expect([status, body.toString()]).toEqual([404, 'Nothing here.\n']);
});

test('nothing can be sent', async () => {
  expect((await ask('/x/y/', {}, 'POST')).status).toBe(405);
});

test('a port that is taken is an error', async () => {
  const port = Number(new URL(server.address).port);
  await expect(serveFolder(folder, { port })).rejects.toThrow('EADDRINUSE');
});
