import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { drain } from '../../src/core/task.ts';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import { loadLandscapeCode } from '../../src/scenario/landscapeCode.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { runScenario } from '../../src/scenario/run.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { writeJson } from '../../src/scenario/writeJson.ts';
import { axeViolations } from './axeViolations.ts';
import { pageOpener } from './harness.ts';
import { drawnPaths, plane, ready, sentence, settled, start } from './page.ts';

const open = pageOpener();

const library = /polynomialLoss-/;

function training(maxIterations: number, points: number): Scenario {
  const starts = [0, 1].map((k) => Array.from({ length: 24 }, (_, i) => Number(Math.sin(3 * i + k).toFixed(2))));
  return {
    version: 1,
    landscape: { id: 'polynomial-regression', params: { target: 'quadratic', points } },
    experiment: {
      kind: 'descent',
      methods: [{ id: 'adam', params: { stepSize: 0.01 } }],
      starts,
      stop: { maxIterations },
    },
    view: { section: { kind: 'coordinates', axes: [0, 5] } },
  };
}

const caption = (page: Page) => page.getByText(/^Plane in 24 dimensions/).first();

test('a network trains in the page, to the bits of the command line', async () => {
  const scenario = training(120, 50);
  const page = await open({ fragment: encodeLink(scenario) });
  await ready(page);
  expect(await sentence(page).textContent()).toMatch(/Adam/);
  expect(Object.keys(await drawnPaths(page)).toSorted()).toEqual(['0/0/0', '0/1/0']);

  await page.getByRole('button', { name: 'Export' }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /JSON/ }).click();
  const exported = await readFile(await (await waiting).path(), 'utf8');
  await loadLandscapeCode(scenario.landscape.id);
  const report = [...writeJson(drain(runScenario(resolveScenario(scenario))))].join('');
  expect(JSON.parse(exported).result).toEqual(JSON.parse(report).result);
});

test('its library is fetched with the first network and not before', async () => {
  const page = await open();
  await ready(page);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(`${page.url().split('#')[0]}#${encodeLink(training(20, 20))}`);
  await expect.poll(() => fetched.some((url) => library.test(url))).toBe(true);
  await settled(page);

  const other = await open();
  const early: string[] = [];
  other.on('request', (request) => early.push(request.url()));
  await other.reload();
  await ready(other);
  expect(early.length).toBeGreaterThan(5);
  expect(early.filter((url) => library.test(url))).toEqual([]);
});

test('a long training shows how far it has come, and what is there stays when it is cancelled', async () => {
  const page = await open({ fragment: encodeLink(training(1_000_000, 100)) });
  await plane(page).waitFor();
  const iterations = async () => {
    const texts = await page.getByText(/^\d+ it$/).allTextContents();
    return Math.max(0, ...texts.map((text) => Number.parseInt(text, 10)));
  };
  await expect.poll(iterations).toBeGreaterThan(100);
  const early = await iterations();
  await expect.poll(iterations).toBeGreaterThan(early);
  await page.getByRole('button', { name: 'Cancel' }).first().click();
  await page
    .getByText(/^Cancelled: 1 of 2 runs are shown for their first \d+ iterations only, and 1 had not/)
    .waitFor();
  await settled(page);
  expect(await sentence(page).textContent()).toMatch(/^Cut short by the cancel/);
  expect(Object.keys(await drawnPaths(page))).toEqual(['0/0/0']);
});

test('the inspector has the spectrum at a start, and random starts can be added', async () => {
  const page = await open({ fragment: encodeLink(training(60, 30)) });
  await ready(page);
  const spectrum = page.getByRole('region', { name: 'Eigenvalues and eigenvectors' });
  await expect.poll(() => spectrum.getByRole('button').count()).toBe(24);
  await page.getByRole('button', { name: 'Start from a random initialisation' }).click();
  await start(page, 3).waitFor();
  await expect.poll(async () => Object.keys(await drawnPaths(page)).length).toBe(3);
  expect(await axeViolations(page)).toEqual([]);
});

test('planes go through three points and along random directions, and travel in the link', async () => {
  const page = await open({ fragment: encodeLink(training(60, 30)) });
  await ready(page);
  await page.getByRole('radio', { name: /^Through three points/ }).check();
  await expect.poll(() => caption(page).textContent()).toContain('through the points A, B and C');
  const upward = page.getByRole('combobox', { name: 'C, upward' });
  await upward.selectOption({ label: 'Start 1' });
  await expect.poll(() => page.locator('[data-anchor]').allTextContents()).toEqual(['A', 'B', 'C']);
  await expect.poll(() => page.url()).not.toContain(encodeLink(training(60, 30)));
  await page.waitForTimeout(600);
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await expect.poll(() => caption(page).textContent()).toContain('through the points A, B and C');
  await expect.poll(() => upward.locator('option:checked').textContent()).toBe('Start 1');

  await page.getByRole('radio', { name: /^Two random directions/ }).check();
  await expect.poll(() => caption(page).textContent()).toContain('start 1 along two random directions of 24');
  const before = await caption(page).textContent();
  await page.getByRole('button', { name: 'Draw other directions' }).click();
  await expect.poll(() => caption(page).textContent()).not.toBe(before);
});

test('another target starts its own network', async () => {
  const page = await open({ fragment: encodeLink(training(30, 30)) });
  await ready(page);
  await page.getByText('Cubic', { exact: true }).click();
  await expect.poll(() => page.getByText(/^Plane in 33 dimensions/).count()).toBeGreaterThan(0);
  await settled(page);
  await expect.poll(async () => Object.keys(await drawnPaths(page)).length).toBe(2);
});
