import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pageOpener, takeProblems } from './harness.ts';
import { drawnPaths, middle, ready, samePaths, sentence, settled, start } from './page.ts';

const open = pageOpener();

async function exported(page: Page, menu: 'Share' | 'Export', item: RegExp): Promise<string> {
  await page.getByRole('button', { name: menu }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  const download = await waiting;
  return readFile(await download.path(), 'utf8');
}

test('a copied link opens the same page elsewhere', async () => {
  const page = await open();
  await ready(page);
  const from = await middle(start(page, 3));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 37, from.y + 21, { steps: 3 });
  await page.mouse.up();
  await settled(page);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('menuitem', { name: 'Copy link' }).click();
  await page.getByText(/Link copied/).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await open({ fragment: new URL(link).hash.slice(1) });
  await ready(other);
  expect(await sentence(other).textContent()).toBe(await sentence(page).textContent());
  expect(samePaths(await drawnPaths(other), await drawnPaths(page))).toBe(true);
});

test('the command line gives the same bits as the page', async () => {
  const page = await open();
  await ready(page);
  const scenario = await exported(page, 'Share', /Save scenario/);
  const report = await exported(page, 'Export', /JSON report/);
  const folder = await mkdtemp(join(tmpdir(), 'sublevel-'));
  try {
    const file = join(folder, 'scenario.json');
    await writeFile(file, scenario);
    const { stdout } = await promisify(execFile)('node', ['src/tooling/sublevel.mjs', 'run', file], {
      maxBuffer: 1e9,
    });
    expect(JSON.parse(stdout)).toEqual(JSON.parse(report));
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the runs come as a table with a line for each iterate', async () => {
  const page = await open();
  await ready(page);
  const table = await exported(page, 'Export', /CSV/);
  const [heading, first] = table.split('\r\n');
  expect(heading).toBe('method,start,repeat,iteration,x,y,value,gradientNorm');
  expect(first).toMatch(/^gradient-descent,0,0,0,0\.2,-0\.6,/);
});

test('pictures of the contour and of a chart come as PNG and as SVG', async () => {
  const page = await open();
  await ready(page);
  for (const view of [/^Contour/, /^Chart of ‖∇f‖/]) {
    await page.getByRole('button', { name: 'Export' }).click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: view }).nth(1).click();
    const svg = await readFile(await (await waiting).path(), 'utf8');
    expect(svg).toMatch(/<svg[^>]+xmlns/);
    expect(svg).not.toMatch(/href="https?:/);
    await page.getByRole('button', { name: 'Export' }).click();
    const pngWaiting = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: view }).first().click();
    const png = await readFile(await (await pngWaiting).path());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.length).toBeGreaterThan(5000);
  }
});

test.each([
  ['garbage', 'hello', /not a link to a scenario/],
  ['a newer packing', '9.abc.def', /newer Sublevel/],
  ['a damaged one', '1.zzz.q1YqSy0qzszPAwA', /damaged/],
])('%s in the address keeps what was on screen and says what is wrong', async (_name, fragment, words) => {
  const page = await open();
  await ready(page);
  const before = await drawnPaths(page);
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, fragment);
  await page.getByText(words).waitFor();
  await page.getByText(/nothing was changed/).waitFor();
  expect(samePaths(await drawnPaths(page), before)).toBe(true);
});

test('a wrong file lists every problem by path; a good one opens, by choice and by drop', async () => {
  const page = await open();
  await ready(page);
  const before = await drawnPaths(page);
  const drop = (name: string, text: string) =>
    page.evaluate(
      ([file, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content as string], file as string, { type: 'application/json' }));
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
      },
      [name, text],
    );
  const wrong = {
    version: 1,
    landscape: { id: 'himelblau' },
    experiment: { kind: 'descent', methods: [{ id: 'adam', params: { stepSize: -1, beta3: 0.5 } }], starts: [[0, 0]] },
  };
  await drop('wrong.json', JSON.stringify(wrong));
  await page.getByText(/landscape\.id/).waitFor();
  await page.getByText(/methods\[0\]\.params\.stepSize/).waitFor();
  await page.getByText(/beta3/).waitFor();
  // All of it can be read: nothing sticks out of the notice, and what is longer scrolls.
  const cut = await page.getByRole('alert').evaluate((notice) => {
    const box = notice.getBoundingClientRect();
    const lines = [...notice.querySelectorAll('li')].map((line) => line.getBoundingClientRect());
    return lines.filter(({ left, right, top }) => left < box.left || right > box.right || top < box.top).length;
  });
  expect(cut).toBe(0);
  expect(samePaths(await drawnPaths(page), before)).toBe(true);

  const right = { ...wrong, landscape: { id: 'himmelblau' }, experiment: { kind: 'descent', starts: [[1, 1]] } };
  await drop('right.json', JSON.stringify(right));
  await expect.poll(async () => Object.keys(await drawnPaths(page)).length).toBe(1);
  takeProblems(page);
});

test('a link of the first version opens for ever', async () => {
  const fragment = await readFile('tests/scenario/fixtures/version1.link.txt', 'utf8');
  const page = await open({ fragment: fragment.trim().replace(/^.*#/, '') });
  await ready(page);
  expect(await page.getByText(/could not be opened/).count()).toBe(0);
});
