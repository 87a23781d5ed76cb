import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { decodeLink } from '../../src/scenario/decodeLink.ts';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import type { EscapeExperiment, Scenario } from '../../src/scenario/types.ts';
import { axeViolations } from './axeViolations.ts';
import { pageOpener, takeScreenshot } from './harness.ts';
import { ready, undoButton } from './page.ts';

const open = pageOpener();

const tab = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Labs' }).getByRole('button', { name });

const sentence = (page: Page): Locator => page.locator('[data-testid=sentence][data-finished=true]');

/** The medians of a method on the octopus with L = 1, d = 5, and the distance between their quartiles. */
async function measured(page: Page, method: string) {
  const cells = page.locator(`tr[data-line="1/5/${method}"] td[title^=median]`);
  await cells.nth(4).waitFor();
  const titles = await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('title') ?? ''));
  return titles.map((title) => {
    const [median, low, high] = (title.match(/[\d.]+/g) ?? []).map(Number) as [number, number, number];
    return { median, spread: high - low };
  });
}

function escapeLink(experiment: Partial<EscapeExperiment>, more: Partial<Scenario> = {}): string {
  const methods = [{ id: 'gradient-descent' }, { id: 'perturbed-gradient-descent' }];
  return encodeLink({
    version: 1,
    seed: 7,
    landscape: { id: 'octopus', params: { dimension: 5 } },
    experiment: { kind: 'escape', methods, ...experiment },
    ...more,
  });
}

test('the experiment reproduces the escape table, says so in a sentence, and draws its medians', async () => {
  const page = await open({ fragment: escapeLink({ L: [1], dimensions: [5], repeats: 200 }) });
  await sentence(page)
    .getByText(/^Gradient descent passed the fifth saddle at iteration \d+/)
    .waitFor();
  // Medians of 15 and of 101 runs elsewhere; a median of n runs is off by about 0.93 of the quartiles' distance over √n.
  const tables = [
    { method: 'gradient-descent', expected: [6, 22, 64, 178, 485], runs: 15 },
    { method: 'perturbed-gradient-descent', expected: [7, 24, 49, 74, 99], runs: 101 },
  ];
  for (const { method, expected, runs } of tables) {
    const found = await measured(page, method);
    for (const [k, { median, spread }] of found.entries()) {
      const error = 0.93 * spread * Math.sqrt(1 / runs + 1 / 200);
      expect(Math.abs(median - (expected[k] as number)), `${method}, saddle ${k + 1}`).toBeLessThanOrEqual(
        3 * error + 1,
      );
    }
  }
  const said = (await sentence(page).textContent()) ?? '';
  const [first] = await measured(page, 'gradient-descent').then((all) => all.slice(-1));
  expect(said).toContain(`iteration ${first?.median}`);
  expect(said).toContain('in theory 2.71');
  const chart = page.locator('[data-view=escape-chart-0]');
  expect(await chart.locator('[data-series] path:not([fill=none])').count()).toBeGreaterThanOrEqual(10);
  expect(await chart.locator('[data-reference]').count()).toBe(2);
});

test('a point of a chart tells its numbers, and a method is hidden by its key', async () => {
  const page = await open({ fragment: escapeLink({ L: [1, 2], dimensions: [3, 4] }) });
  await sentence(page).getByText('fourth saddle').waitFor();
  const chart = page.locator('[data-view=escape-chart-0]');
  expect(await chart.locator('[data-series]').count()).toBe(4);
  // The marker of the last median, L = 1, gradient descent.
  const marker = await chart.locator('[data-series="1/0"] path').last().boundingBox();
  if (!marker) throw new Error('The marker is not on screen.');
  await page.mouse.move(marker.x + marker.width / 2, marker.y + marker.height / 2);
  await chart.locator('[data-tooltip]').getByText('reached 15 of 15').waitFor();
  await chart.locator('[data-tooltip]').getByText('L = 1, d = 4, saddle 4').waitFor();
  await page.keyboard.press('2');
  await expect.poll(() => chart.locator('[data-series]').count()).toBe(2);
  await page.getByRole('group', { name: 'Values of L shown' }).getByRole('button', { name: 'L = 2' }).click();
  await expect.poll(() => chart.locator('[data-series]').count()).toBe(1);
});

test('a cancel ends the experiment, and what was found stays and is called partial', async () => {
  const endless = { dimensions: [2, 20], L: [3], stop: { maxIterations: 1_000_000_000 } };
  const page = await open({ fragment: escapeLink(endless) });
  await page.locator('tr[data-line="3/2/gradient-descent"]').waitFor();
  await page.getByRole('progressbar', { name: 'Runs computed' }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByTestId('state').getByText('Partial: the experiment was cancelled').waitFor();
  expect(await page.locator('tr[data-line="3/2/gradient-descent"] td[title^=median]').count()).toBe(2);
  expect(await page.getByRole('progressbar').count()).toBe(0);
  // Fewer steps, and it is whole.
  const field = page.getByRole('textbox', { name: 'Iterations' });
  await field.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2000');
  await page.keyboard.press('Enter');
  await page.locator('tr[data-line="3/20/perturbed-gradient-descent"]').waitFor();
  await sentence(page).waitFor();
  expect(await page.getByTestId('state').count()).toBe(0);
});

test('what has not been computed yet is not called cancelled', async () => {
  const page = await open();
  await ready(page);
  await page.evaluate(() => {
    const seen = document.createElement('meta');
    document.head.append(seen);
    const look = () => {
      if (document.querySelector('[data-testid=state]')) seen.name = 'called-cancelled';
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  });
  const called = () => page.locator('meta[name=called-cancelled]').count();
  await tab(page, 'Escape').click();
  await sentence(page).getByText('fifth saddle').waitFor();
  await page.getByRole('group', { name: 'Contraction L' }).getByRole('button', { name: '2', exact: true }).click();
  await sentence(page).getByText('L = 1 and 2').waitFor();
  await page.keyboard.press('v');
  await sentence(page).getByText('passed the fifth saddle').waitFor();
  expect(await called()).toBe(0);
});

test('tabs open the labs, the link holds the open one, and undo goes through both', async () => {
  const page = await open();
  await ready(page);
  await tab(page, 'Escape').focus();
  await page.keyboard.press('Enter');
  await sentence(page).getByText('fifth saddle').waitFor();
  expect(await tab(page, 'Escape').getAttribute('aria-current')).toBe('page');
  await page.getByRole('group', { name: 'Contraction L' }).getByRole('button', { name: '2', exact: true }).click();
  await sentence(page).getByText('L = 1 and 2').waitFor();
  await page.waitForTimeout(600);
  const address = page.url();
  const held = decodeLink(new URL(address).hash.slice(1));
  expect(held).toMatchObject({ ok: true, scenario: { experiment: { kind: 'escape', L: [1, 2] } } });

  await undoButton(page).click();
  await sentence(page)
    .getByText(/\(L = 1, median/)
    .waitFor();
  await undoButton(page).click();
  await ready(page);
  expect(await tab(page, 'Descent').getAttribute('aria-current')).toBe('page');
  await page.keyboard.press('Control+Shift+Z');
  await sentence(page).getByText('fifth saddle').waitFor();

  await page.goto('about:blank');
  await page.goto(address);
  await sentence(page).getByText('L = 1 and 2').waitFor();
  await tab(page, 'Descent').click();
  await ready(page);
});

test('a cancel ends the race, and it can be run again', async () => {
  const stop = { maxIterations: 100_000_000 };
  const landscape = { id: 'octopus', params: { dimension: 20, L: 1000 } };
  const page = await open({ fragment: escapeLink({ stop }, { landscape, view: { race: true } }) });
  const progress = page.getByRole('progressbar', { name: 'The race computed' });
  await progress.waitFor();
  await page.getByRole('button', { name: 'Cancel' }).first().click();
  await page.getByTestId('state').getByText('The race with these settings was not run to its end.').waitFor();
  expect(await progress.count()).toBe(0);
  await page.getByRole('button', { name: 'Run again' }).click();
  await progress.waitFor();
  expect(await page.getByTestId('state').count()).toBe(0);
});

test('the race plays, stops at its end, is scrubbed by keys, and tells what no double holds', async () => {
  const page = await open({
    fragment: escapeLink({}, { landscape: { id: 'octopus', params: { dimension: 5, L: 3 } }, view: { race: true } }),
  });
  await sentence(page)
    .getByText(/passed the fifth saddle at iteration \d{4,}/)
    .waitFor();
  const story = (await page.getByTestId('trap').textContent()) ?? '';
  expect(story).toMatch(/came down to about 10⁻[⁴-⁹][⁰-⁹¹²³]{2}/);
  expect(story).toMatch(/stands still from iteration \d{4} on, with [34] of 5 saddles passed, for ever/);

  const shown = page.getByLabel('Iteration shown');
  const counters = page.getByRole('list', { name: 'Saddles passed' });
  await page.keyboard.press('Home');
  await expect.poll(() => shown.textContent()).toMatch(/^0 \//);
  expect(await counters.textContent()).toContain('passed 0 of 5');
  const marker = page.locator('[data-walk="0"] [data-marker]');
  const before = await marker.getAttribute('d');
  await page.keyboard.press(' ');
  await counters.getByText('Perturbed gradient descent: passed 5 of 5').waitFor();
  expect(await marker.getAttribute('d')).not.toBe(before);
  await page.keyboard.press(' ');
  const stopped = await shown.textContent();
  await page.waitForTimeout(300);
  expect(await shown.textContent()).toBe(stopped);
  await page.keyboard.press('ArrowRight');
  expect(Number.parseInt((await shown.textContent()) ?? '', 10)).toBe(Number.parseInt(stopped ?? '', 10) + 1);
  await page.keyboard.press('End');
  await counters.getByText('Gradient descent: passed 5 of 5', { exact: false }).first().waitFor();
  await sentence(page).getByText('passed the fifth saddle').waitFor();
});

test('rows and pictures are exported', async () => {
  const page = await open({ fragment: escapeLink({ L: [1, 2], dimensions: [2, 3] }) });
  await sentence(page).getByText('third saddle').waitFor();
  const save = async (name: RegExp) => {
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name }).first().click(),
    ]);
    return readFileSync(await download.path(), 'utf8');
  };
  const lines = (await save(/^CSV/)).trim().split('\r\n');
  expect(lines[0]).toBe('method,L,dimension,k,median,q25,q75,reached,repeats,left,underflowed');
  expect(lines).toHaveLength(1 + 2 * 2 * (2 + 3));
  const report = JSON.parse(await save(/^JSON report/));
  expect(report.scenario.experiment).toMatchObject({ kind: 'escape', L: [1, 2], repeats: 15 });
  expect(report.result.rows).toHaveLength(20);
  expect(report.result.rows[0]).toMatchObject({ L: 1, method: 'gradient-descent', dimension: 2, k: 1 });
  await page.getByRole('button', { name: 'Export' }).click();
  const picture = page.getByRole('menuitem', { name: 'Chart over the saddles' }).last();
  const [download] = await Promise.all([page.waitForEvent('download'), picture.click()]);
  const svg = readFileSync(await download.path(), 'utf8');
  expect(svg).toContain('Iteration past saddle k, d = 3');
});

for (const { size, theme } of [
  { size: 'desktop', theme: 'light' },
  { size: 'tablet', theme: 'dark' },
  { size: 'phone', theme: 'projector' },
] as const) {
  test(`${size}, ${theme}: axe finds nothing wrong in experiment, race and the projected view`, async () => {
    const page = await open({
      fragment: escapeLink({ L: [1, 2], dimensions: [2, 3] }),
      size,
      theme,
      context: { reducedMotion: 'reduce', hasTouch: size === 'phone' },
    });
    await sentence(page).getByText('third saddle').waitFor();
    await takeScreenshot(page, `escape-${size}-${theme}`);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('group', { name: 'View (V)' }).getByRole('button', { name: 'Race' }).click();
    await sentence(page).getByText('passed the fifth saddle').waitFor();
    await takeScreenshot(page, `escape-race-${size}-${theme}`);
    expect(await axeViolations(page)).toEqual([]);
    const root = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(root[0]).toBeLessThanOrEqual(root[1] as number);
    await page.keyboard.press('p');
    await page.getByRole('navigation', { name: 'Labs' }).waitFor({ state: 'detached' });
    await page.locator('[data-theme=projector]').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
}
