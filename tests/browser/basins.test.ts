import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import type { BasinsExperiment, BasinsView, MethodChoice, Scenario } from '../../src/scenario/types.ts';
import { axeViolations } from './axeViolations.ts';
import { pageOpener } from './harness.ts';
import { plane, ready } from './page.ts';

const open = pageOpener();

function scenario(methods: readonly MethodChoice[], basins: BasinsView): Scenario {
  const stop = { maxIterations: 500, gradientTolerance: 1e-6 };
  const experiment = { kind: 'descent', methods, starts: [[1, 1]], stop } as const;
  return { version: 1, landscape: { id: 'himmelblau' }, experiment, view: { basins } };
}

const descent: MethodChoice = { id: 'gradient-descent', params: { stepSize: 0.01 } };
const newton: MethodChoice = { id: 'newton' };

const panel = (page: Page) => page.getByRole('region', { name: 'Basins of attraction' });
const limits = (page: Page) => panel(page).getByRole('button', { name: /^(minimum|saddle|maximum)/ });
const whole = (page: Page) => panel(page).locator('[data-testid=basin-limits][data-whole=true]').waitFor();

/** Shares in the panel and in the legend beside the plot. */
async function shares(page: Page): Promise<{ panel: number[]; legend: number[] }> {
  const read = (where: string) =>
    page
      .locator(`${where} [data-share]`)
      .evaluateAll((parts) => parts.map((part) => Number(part.getAttribute('data-share'))));
  return { panel: await read('[data-testid=basin-limits]'), legend: await read('[data-legend=basins]') };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The colour of the map at a point of Himmelblau's box. */
const colourAt = (page: Page, x: number, y: number) =>
  page.locator('canvas[data-basins]').evaluate(
    (element, [s, t]) => {
      const canvas = element as HTMLCanvasElement;
      const place = [((s + 5) / 10) * (canvas.width - 1), ((5 - t) / 10) * (canvas.height - 1)].map(Math.round);
      const pixel = canvas.getContext('2d')?.getImageData(place[0] as number, place[1] as number, 1, 1).data;
      return [...(pixel ?? [])].join(' ');
    },
    [x, y] as const,
  );

test('switched on by keyboard, the map shows the four basins, whose shares are all of it, and travels in the link', async () => {
  const page = await open({ fragment: encodeLink({ ...scenario([descent], {}), view: {} }) });
  await ready(page);
  await panel(page).getByRole('button', { name: 'Basins of attraction' }).press('Enter');
  await panel(page).getByLabel('Map where a method goes from each point').press('Space');
  await whole(page);
  expect(await limits(page).count()).toBe(4);
  const found = await shares(page);
  expect(sum(found.panel)).toBeCloseTo(1, 9);
  expect(sum(found.legend)).toBeCloseTo(1, 9);
  expect(await panel(page).textContent()).toContain('To a saddle: 0 of 65536 starts (0\u00a0%).');

  const minima = [
    [3, 2],
    [-2.805, 3.131],
    [-3.779, -3.283],
    [3.584, -1.848],
  ] as const;
  const colours = await Promise.all(minima.map(([x, y]) => colourAt(page, x, y)));
  expect(new Set(colours).size).toBe(4);
  expect(await axeViolations(page)).toEqual([]);

  await page.waitForTimeout(600);
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await whole(page);
  expect(await shares(page)).toEqual(found);
  expect(await Promise.all(minima.map(([x, y]) => colourAt(page, x, y)))).toEqual(colours);
});

test('another method has another map, with the saddles that it goes to; what lies under the pointer is said', async () => {
  const page = await open({ fragment: encodeLink(scenario([descent, newton], { resolution: 128 })) });
  await whole(page);
  expect(await limits(page).count()).toBe(4);
  await panel(page).getByRole('combobox').selectOption({ label: 'Newton’s method' });
  await expect.poll(() => limits(page).count()).toBe(9);
  await whole(page);
  expect(
    await panel(page)
      .getByRole('button', { name: /^saddle/ })
      .count(),
  ).toBe(4);
  expect(sum((await shares(page)).panel)).toBeCloseTo(1, 9);
  await page.locator('canvas[data-basins="Newton’s method"]').waitFor();
  expect(await panel(page).textContent()).not.toContain('measure zero');

  const plot = await page.locator('[data-plot]').boundingBox();
  if (!plot) throw new Error('The plot is not on screen.');
  // Beside the minimum (3, 2).
  await page.mouse.move(plot.x + plot.width * 0.82, plot.y + plot.height * 0.28);
  await expect.poll(() => page.locator('[data-legend=basins]').textContent()).toMatch(/after \d+ it/);

  await plane(page).focus();
  await page.keyboard.press('ArrowRight');
  await page
    .locator('[data-picture=plane] [aria-live=polite]')
    .filter({ hasText: /leads to the (minimum|saddle|maximum) \(.*\) after \d+ iterations/ })
    .waitFor({ state: 'attached' });

  // Without its method the map is that of the first one again.
  await page.getByRole('button', { name: 'More about Newton’s method' }).click();
  await page.getByRole('menuitem', { name: /^Remove/ }).click();
  await expect.poll(() => limits(page).count()).toBe(4);
});

test('an experiment of the kind `basins` opens as its map, the majority of repeats where the method is random', async () => {
  const experiment: BasinsExperiment = {
    kind: 'basins',
    method: { id: 'stochastic-gradient-descent', params: { stepSize: 0.01, noiseScale: 1 } },
    box: [
      [-4, 4],
      [-4, 4],
    ],
    resolution: 64,
    repeats: 3,
    stop: { maxIterations: 200 },
  };
  const page = await open({ fragment: encodeLink({ version: 1, landscape: { id: 'himmelblau' }, experiment }) });
  await whole(page);
  const said = await panel(page).textContent();
  expect(said).toContain('64 × 64 starts, the majority of 3 repeats of each');
  expect(said).toContain('no limit within 200 iterations');
  expect(sum((await shares(page)).panel)).toBeCloseTo(1, 9);
});

test('an exported picture holds the map under the contour lines, and its legend', async () => {
  const page = await open({ fragment: encodeLink(scenario([descent], { resolution: 64 })) });
  await whole(page);
  await ready(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Contour' }).nth(1).click();
  const text = readFileSync(await (await saved).path(), 'utf8');
  expect(text.indexOf('href="data:image/png;base64,')).toBeGreaterThan(0);
  expect(text.indexOf('<path', text.indexOf('data:image/png'))).toBeGreaterThan(0);
  expect(text).toContain('basins of Gradient descent');
  expect(text.match(/data-share=/g)).toHaveLength(4);
});

test('where the plane is not that of two variables there is no map, and the panel says why', async () => {
  const page = await open({
    fragment: encodeLink({
      version: 1,
      landscape: { id: 'rosenbrock', params: { dimension: 3 } },
      experiment: { kind: 'descent', methods: [descent], starts: [[0, 0, 0]] },
    }),
  });
  await ready(page);
  await panel(page).getByRole('button', { name: 'Basins of attraction' }).click();
  expect(await panel(page).getByLabel('Map where a method goes from each point').isDisabled()).toBe(true);
  await panel(page).getByText('Basins are mapped over the plane of two variables, as they are.').waitFor();
});
