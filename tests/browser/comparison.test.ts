import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { decodeLink } from '../../src/scenario/decodeLink.ts';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import type { ComparisonExperiment, Scenario } from '../../src/scenario/types.ts';
import { axeViolations } from './axeViolations.ts';
import { pageOpener, takeScreenshot } from './harness.ts';
import { middle, ready, undoButton } from './page.ts';

const open = pageOpener();

const tab = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Labs' }).getByRole('button', { name });

const view = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: 'View (V)' }).getByRole('button', { name });

const sentence = (page: Page): Locator => page.locator('[data-testid=sentence][data-finished=true]');

/** The whole number in a cell of a method's line. */
async function cell(page: Page, method: number, name: string): Promise<number> {
  return Number(await page.locator(`tr[data-method="${method}"] [data-cell=${name}]`).textContent());
}

/** The sums over the places where a method's other runs ended. */
async function elsewhere(page: Page, method: number): Promise<number> {
  const counts = await page.locator(`tr[data-method="${method}"] [data-place]`).allTextContents();
  return counts.reduce((sum, text) => sum + Number(text.match(/\d+/)?.[0]), 0);
}

function comparisonLink(experiment: Partial<ComparisonExperiment> = {}, more: Partial<Scenario> = {}): string {
  return encodeLink({
    version: 1,
    seed: 7,
    title: 'A saddle between two minima',
    landscape: { id: 'lee-2016' },
    experiment: {
      kind: 'comparison',
      methods: [{ id: 'gradient-descent', params: { stepSize: 0.1 } }, { id: 'perturbed-gradient-descent' }],
      starts: [
        [1, 0],
        [-1, 0],
        [1, 1],
      ],
      cloud: { count: 40 },
      repeats: 2,
      epsilon: 1e-3,
      ...experiment,
    },
    ...more,
  });
}

/** Types a number into a field and applies it. */
async function type(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name }).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

test('the Descent lab’s methods are compared on its landscape, and every run is accounted for', async () => {
  const page = await open();
  await ready(page);
  await tab(page, 'Escape').click();
  await view(page, 'Your landscape').click();
  await sentence(page)
    .getByText(/^Gradient descent came to a second-order stationary point in \d+ of 100 runs/)
    .waitFor();
  for (const method of [0, 1, 2, 3]) {
    expect(await cell(page, method, 'runs')).toBe(100);
    expect((await cell(page, method, 'reached')) + (await elsewhere(page, method))).toBe(100);
  }
  const arrivals = page.locator('[data-view=comparison-chart-0]');
  expect(await arrivals.locator('[data-series]').count()).toBe(4);
  expect(await arrivals.locator('path[data-series="0"]').getAttribute('d')).toMatch(
    /^M[\d.]+ [\d.]+(H[\d.]+V[\d.]+)+$/,
  );
  await page.locator('[data-view=comparison-chart-1] path[data-series="3"]').waitFor({ state: 'attached' });
  await page.keyboard.press('2');
  await expect.poll(() => arrivals.locator('[data-series]').count()).toBe(3);
});

test('a curve tells its numbers, and those who got stuck lead to the Descent lab’s inspector', async () => {
  const page = await open({ fragment: comparisonLink() });
  await sentence(page).getByText('2 got stuck at the saddle (0, 0)').waitFor();
  expect([await cell(page, 0, 'runs'), await cell(page, 0, 'reached'), await elsewhere(page, 0)]).toEqual([43, 41, 2]);
  expect([await cell(page, 1, 'runs'), await cell(page, 1, 'reached')]).toEqual([86, 86]);
  const chart = page.locator('[data-view=comparison-chart-0]');
  await chart.getByText('41/43').waitFor();
  const label = await middle(chart.getByText('41/43'));
  await page.mouse.move(label.x - 60, label.y);
  await chart
    .locator('[data-tooltip]')
    .getByText(/^\d+ of (43|86) runs have arrived$/)
    .waitFor();
  await page.locator('tr[data-method="0"] [data-place]').click();
  await ready(page);
  expect(await tab(page, 'Descent').getAttribute('aria-current')).toBe('page');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByText('Gradient descent stuck, 2 runs').waitFor();
  await inspector
    .getByText(/strict saddle/)
    .first()
    .waitFor();
  // The tab leads back to the comparison, which is still there.
  await tab(page, 'Escape').click();
  await sentence(page).getByText('2 got stuck at the saddle (0, 0)').waitFor();
});

test('the link holds the comparison, edits are undone, and the landscape is changed in the Descent lab', async () => {
  const page = await open({ fragment: comparisonLink() });
  await sentence(page).getByText('41 of 43 runs').waitFor();
  await type(page, 'Random starts', '20');
  await sentence(page).getByText('of 23 runs').waitFor();
  await page.getByRole('checkbox', { name: 'The 3 starts of the Descent lab' }).click();
  await sentence(page).getByText('of 20 runs').waitFor();
  await page.waitForTimeout(600);
  const address = page.url();
  expect(decodeLink(new URL(address).hash.slice(1))).toMatchObject({
    ok: true,
    scenario: {
      title: 'A saddle between two minima',
      landscape: { id: 'lee-2016' },
      experiment: { kind: 'comparison', starts: [], cloud: { count: 20 }, repeats: 2, epsilon: 1e-3 },
    },
  });
  const said = await sentence(page).textContent();
  await undoButton(page).click();
  await sentence(page).getByText('of 23 runs').waitFor();
  await undoButton(page).click();
  await sentence(page).getByText('41 of 43 runs').waitFor();

  await page.goto('about:blank');
  await page.goto(address);
  await sentence(page).getByText('of 20 runs').waitFor();
  expect(await sentence(page).textContent()).toBe(said);
  await page.getByRole('button', { name: 'Change it in the Descent lab' }).click();
  await ready(page);
});

test('where there is no room beside the views, the inspector opens over them for who got stuck', async () => {
  const page = await open({ fragment: comparisonLink(), size: 'phone' });
  await page.locator('tr[data-method="0"] [data-place]').click();
  const drawer = page.getByRole('dialog', { name: 'Inspector' });
  await drawer.getByText('Gradient descent stuck, 2 runs').waitFor();
  await drawer.getByRole('button', { name: 'Close' }).click();
  await drawer.waitFor({ state: 'hidden' });
});

test('a cancel ends the comparison, and what was found stays and is called partial', async () => {
  const slow: Partial<ComparisonExperiment> = {
    methods: [
      { id: 'gradient-descent', params: { stepSize: 0.1 } },
      { id: 'gradient-descent', params: { stepSize: 1e-7 } },
    ],
    cloud: { count: 1000 },
    stop: { maxIterations: 500_000 },
  };
  const page = await open({ fragment: comparisonLink(slow) });
  await page.locator('tr[data-method="0"]').waitFor();
  await page.getByRole('progressbar', { name: 'Runs computed' }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).first().click();
  await page.getByTestId('state').getByText('Partial: the comparison was cancelled').waitFor();
  expect(await page.getByRole('progressbar', { name: 'Runs computed' }).count()).toBe(0);
  expect(await cell(page, 0, 'runs')).toBeGreaterThan(0);
  await type(page, 'Iterations', '50');
  await sentence(page).getByText('of 1003 runs').waitFor();
  expect(await page.getByTestId('state').count()).toBe(0);
  expect((await cell(page, 1, 'reached')) + (await elsewhere(page, 1))).toBe(1003);
});

test('V goes through the views, and the tab remembers the one that was open', async () => {
  const page = await open({ fragment: comparisonLink() });
  await sentence(page).getByText('41 of 43 runs').waitFor();
  await page.keyboard.press('v');
  await expect.poll(() => view(page, 'Experiment').getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('v');
  await expect.poll(() => view(page, 'Race').getAttribute('aria-pressed')).toBe('true');
  await tab(page, 'Descent').click();
  await tab(page, 'Escape').click();
  await expect.poll(() => view(page, 'Race').getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('v');
  await sentence(page).getByText('41 of 43 runs').waitFor();
});

test('rows and pictures are exported', async () => {
  const page = await open({ fragment: comparisonLink() });
  await sentence(page).getByText('41 of 43 runs').waitFor();
  const save = async (name: RegExp) => {
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name }).last().click(),
    ]);
    return readFileSync(await download.path(), 'utf8');
  };
  const lines = (await save(/^CSV/)).trim().split('\r\n');
  expect(lines[0]).toBe('method,runs,reached,median,q25,q75');
  expect(lines[1]).toMatch(/^gradient-descent,43,41,/);
  const report = JSON.parse(await save(/^JSON report/));
  expect(report.scenario.experiment).toMatchObject({ kind: 'comparison', repeats: 2 });
  expect(report.result.rows[0]).toMatchObject({ runs: 43, reached: 41, stuck: [{ type: 'saddle', count: 2 }] });
  expect(await save(/^Chart of arrivals/)).toContain('Share of runs that have arrived');
});

for (const { size, theme } of [
  { size: 'desktop', theme: 'light' },
  { size: 'tablet', theme: 'dark' },
  { size: 'phone', theme: 'projector' },
] as const) {
  test(`${size}, ${theme}: axe finds nothing wrong, in the projected view neither`, async () => {
    const page = await open({
      fragment: comparisonLink(),
      size,
      theme,
      context: { reducedMotion: 'reduce', hasTouch: size === 'phone' },
    });
    await sentence(page).getByText('41 of 43 runs').waitFor();
    await takeScreenshot(page, `comparison-${size}-${theme}`);
    expect(await axeViolations(page)).toEqual([]);
    const root = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(root[0]).toBeLessThanOrEqual(root[1] as number);
    await page.keyboard.press('p');
    await page.getByRole('navigation', { name: 'Labs' }).waitFor({ state: 'detached' });
    await page.locator('[data-theme=projector]').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
}
