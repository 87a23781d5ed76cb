import { expect, test } from 'vitest';
import { pageOpener } from './harness.ts';
import { drawnPaths, plane, ready, samePaths, sentence, settled, start } from './page.ts';

const open = pageOpener();

test('a worker that dies is replaced, with a sentence, and the work is done all the same', async () => {
  const page = await open();
  await ready(page);
  const before = await drawnPaths(page);
  for (const worker of page.workers()) await worker.evaluate(() => self.close()).catch(() => undefined);
  await page.getByRole('button', { name: 'Edit as a formula' }).click();
  const field = page.getByRole('textbox', { name: /^Formula|^f\b|Expression/i }).first();
  await field.fill('x^2 + 3*y^2');
  await page
    .getByText(/worker/i)
    .first()
    .waitFor({ timeout: 60_000 });
  await expect.poll(async () => samePaths(await drawnPaths(page), before), { timeout: 60_000 }).toBe(false);
});

test('a lost WebGL context is recovered, with a sentence', async () => {
  const page = await open();
  await ready(page);
  await page.getByRole('button', { name: 'Surface' }).click();
  const canvas = page.locator('[data-picture=surface] canvas').first();
  await canvas.waitFor({ timeout: 60_000 });
  await canvas.evaluate((element) => {
    const context =
      (element as HTMLCanvasElement).getContext('webgl') ?? (element as HTMLCanvasElement).getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await page.getByText(/drawn again/).waitFor({ timeout: 30_000 });
  await page.locator('[data-picture=surface] canvas').first().waitFor({ timeout: 60_000 });
});

test('the surface shows beside the contour, and the scrub position in both', async () => {
  const page = await open();
  await ready(page);
  await page.getByRole('button', { name: 'Both' }).click();
  await page.locator('[data-picture=surface] canvas').first().waitFor({ timeout: 60_000 });
  expect(await plane(page).isVisible()).toBe(true);
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  expect(await page.getByRole('status', { name: 'Iteration shown' }).textContent()).toMatch(/^10 \//);
});

test('a divergence says so, where and when, and the view stays', async () => {
  const page = await open();
  await ready(page);
  await page.getByRole('button', { name: 'Gallery' }).click();
  await page.getByText('A divergence').click();
  await settled(page);
  await expect.poll(() => sentence(page).textContent()).toMatch(/diverged at iteration \d+/);
  expect(await start(page, 1).isVisible()).toBe(true);
});
