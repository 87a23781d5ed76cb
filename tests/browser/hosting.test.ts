import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { filesUnder } from '../../src/tooling/contentHash.mjs';
import { ensurePage } from '../../src/tooling/ensureBuilt.mjs';
import { serveFolder } from '../../src/tooling/serveFolder.mjs';
import { pageOpener, takeProblems } from './harness.ts';
import { ready } from './page.ts';

const open = pageOpener();
const page = 'dist/page';

test('the built page has no script or handler in its markup, and its policy allows none', () => {
  const html = readFileSync(join(page, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
  expect(scripts.length).toBeGreaterThan(0);
  for (const [, attributes, text] of scripts) {
    expect(attributes).toMatch(/\bsrc="\.\/assets\/[\w-]+\.js"/);
    expect(text?.trim()).toBe('');
  }
  expect(html).not.toMatch(/\son\w+\s*=|javascript:/i);
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1];
  expect(policy?.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ]);
});

test('the policy is in force: code from text is refused and reported', async () => {
  const lab = await open();
  await ready(lab);
  const refused = await lab.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "broken"';
    const seen = new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
        once: true,
      });
    });
    document.body.append(script);
    return seen;
  });
  expect(refused).toBe('script-src-elem');
  expect(await lab.title()).not.toBe('broken');
  expect(takeProblems(lab).join('\n')).toContain('content security policy: script-src-elem');
});

test('every address in the built page is relative', () => {
  const html = readFileSync(join(page, 'index.html'), 'utf8');
  const addresses = [...html.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
  expect(addresses.length).toBeGreaterThan(3);
  expect(addresses.filter((address) => !address?.startsWith('./'))).toEqual([]);
  const manifest = JSON.parse(readFileSync(join(page, 'manifest.webmanifest'), 'utf8'));
  for (const { src } of manifest.icons) expect(existsSync(join(page, src)), src).toBe(true);
});

/** Opens the page of a folder and waits until its service worker has kept everything. */
async function openAndKeep(address: string): Promise<Page> {
  const lab = await open({ address, serviceWorker: true });
  await ready(lab);
  await lab.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  return lab;
}

test('once loaded, the page opens and draws without its server', async () => {
  const server = await serveFolder(await ensurePage());
  const lab = await openAndKeep(server.address).finally(server.close);
  const kept = await lab.evaluate(async () => {
    const [name = ''] = await caches.keys();
    return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
  });
  const files = filesUnder(page).map((file) => file.slice(page.length));
  expect(kept.sort()).toEqual(files.filter((file) => file !== '/service-worker.js').sort());
  await lab.reload();
  await ready(lab);
  await lab.keyboard.press('v');
  await lab.locator('.plotly-surface canvas').first().waitFor();
});

test('a new version shows at the next visit, and the kept one when the server is gone again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sublevel-page-'));
  cpSync(await ensurePage(), folder, { recursive: true });
  const server = await serveFolder(folder);
  try {
    const lab = await openAndKeep(server.address);
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    writeFileSync(join(folder, 'index.html'), html.replace('<title>Sublevel</title>', '<title>Newer</title>'));
    await lab.reload();
    expect(await lab.title()).toBe('Newer');
    await ready(lab);
    await server.close();
    await lab.reload();
    expect(await lab.title()).toBe('Sublevel');
    await ready(lab);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
