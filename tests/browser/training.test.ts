import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import { pageOpener } from './harness.ts';
import { undoButton } from './page.ts';

const open = pageOpener();

const network = { id: 'polynomial-regression', params: { points: 20 } };

const sentence = (page: Page): Locator => page.locator('[data-testid=sentence][data-finished=true]');
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true }).first();
/** Opens the lab once the runs of the link are there. */
async function openPaths(page: Page): Promise<void> {
  await sentence(page)
    .getByText(/^Adam from start 1/)
    .waitFor();
  await page.getByRole('navigation', { name: 'Labs' }).getByRole('button', { name: 'Paths' }).click();
}
const firstEnd = (page: Page) => page.getByRole('textbox', { name: /^End 1/ }).inputValue();

const descent = (iterations: number) =>
  encodeLink({
    version: 1,
    seed: 2,
    landscape: network,
    experiment: {
      kind: 'descent',
      methods: [{ id: 'adam', params: { stepSize: 0.01 } }],
      starts: [0, 1].map((k) => Array.from({ length: 33 }, (_, i) => Math.sin(7 * i + 40 * k))),
      stop: { maxIterations: iterations },
      record: 50,
    },
  });

test('a random pair of networks is trained by one press, with a curve of how, and joined', async () => {
  const page = await open({ fragment: descent(5) });
  await openPaths(page);
  await sentence(page).getByText('above the level 0.13').waitFor();
  const before = await firstEnd(page);
  await button(page, 'Train the next random pair').click();
  await page.locator('[data-view=training] [data-series]').first().waitFor({ state: 'attached', timeout: 60_000 });
  await sentence(page)
    .getByText(/joined the ends below 0.13|not found within depth/)
    .waitFor({ timeout: 60_000 });
  const after = await firstEnd(page);
  expect(after).not.toBe(before);
  await undoButton(page).click();
  expect(await firstEnd(page)).not.toBe(after);
  await page.getByRole('button', { name: /^Redo/ }).click();
  expect(await firstEnd(page)).toBe(after);
}, 120_000);

test('the method of the training and its steps are chosen, also where a curve is measured', async () => {
  const page = await open({ fragment: descent(5) });
  await openPaths(page);
  const training = page.getByRole('region', { name: 'Training of the ends' });
  await training.getByRole('combobox', { name: 'Training method' }).selectOption({ label: 'Gradient descent' });
  await training.getByRole('textbox', { name: 'Steps' }).fill('3');
  await page.keyboard.press('Enter');
  await button(page, 'Let both descend to u').click();
  await page.getByText(/came no lower than [\d.]+( and [\d.]+)?\..* Raise the level above (that|both)/).waitFor();
  await page.getByRole('button', { name: 'Length against level' }).click();
  expect(await training.getByRole('combobox', { name: 'Training method' }).inputValue()).toBe('gradient-descent');
}, 60_000);

test('the ends of runs of the Descent lab become the ends of a path', async () => {
  const page = await open({ fragment: descent(50) });
  await openPaths(page);
  const before = await firstEnd(page);
  await button(page, 'Take the ends of the lowest two runs').click();
  await expect.poll(() => firstEnd(page)).not.toBe(before);
}, 60_000);

test('a curve that cannot be measured keeps the one before on screen', async () => {
  const experiment = { kind: 'path-lengths', pairs: 2, levels: [200, 150], method: { id: 'straight' } } as const;
  const page = await open({ fragment: encodeLink({ version: 1, landscape: { id: 'himmelblau' }, experiment }) });
  await sentence(page).getByText('The median length is').waitFor();
  await page.getByRole('textbox', { name: 'Lowest level' }).fill('-5');
  await page.keyboard.press('Enter');
  await sentence(page).getByText('The curve drawn is that of the settings before.').waitFor();
  expect(await page.locator('[data-view=path-lengths] [data-series=found]').count()).toBe(1);
});
