import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeViolations } from './axeViolations.ts';
import { pageOpener, takeScreenshot, themes, windowSizes } from './harness.ts';
import { ready } from './page.ts';

const open = pageOpener();

/** Texts and controls that stick out of the window or are cut off, one line each. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > window.innerWidth) found.push(`the page is ${root.scrollWidth} px wide`);
    if (root.scrollHeight > window.innerHeight) found.push(`the page is ${root.scrollHeight} px high`);
    for (const element of document.querySelectorAll('header button, [role=toolbar] button, nav, h1')) {
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 0 && (left < -0.5 || right > window.innerWidth + 0.5)) {
        found.push(`${element.getAttribute('aria-label') ?? element.textContent} sticks out`);
      }
    }
    const buttons = [...document.querySelectorAll('header button, [role=toolbar] button')].filter(
      (button) => button.getBoundingClientRect().width > 0,
    );
    for (const [i, a] of buttons.entries()) {
      for (const b of buttons.slice(i + 1)) {
        const [p, q] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
        const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
        const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
        if (across > 1 && down > 1)
          found.push(`${a.getAttribute('aria-label')} overlaps ${b.getAttribute('aria-label')}`);
      }
    }
    return found;
  });
}

for (const size of Object.keys(windowSizes) as (keyof typeof windowSizes)[]) {
  for (const theme of themes) {
    test(`${size}, ${theme}: nothing sticks out or overlaps, and axe finds nothing wrong`, async () => {
      const page = await open({ size, theme, context: { reducedMotion: 'reduce', hasTouch: size === 'phone' } });
      await ready(page);
      await takeScreenshot(page, `${size}-${theme}`);
      expect(await misfits(page)).toEqual([]);
      expect(await axeViolations(page)).toEqual([]);
    });
  }
}

test('open menus and the gallery stand inside landmarks, and the gallery says what to look for', async () => {
  // Without fading in, which would be measured as too little contrast.
  const page = await open({ context: { reducedMotion: 'reduce' } });
  await ready(page);
  for (const name of ['Share', 'Export', 'Theme', /^Speed/]) {
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('menu').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  }
  await page.getByRole('button', { name: 'Gallery' }).click();
  const scene = page.getByRole('button', { name: 'Newton’s method caught by a saddle' });
  await scene.getByText('gradient descent goes from both to the minimum').waitFor();
  await scene.locator('canvas, img, svg').first().waitFor();
  await takeScreenshot(page, 'gallery');
  expect(await axeViolations(page)).toEqual([]);
});

test('the views take at least three fifths of the width of a desktop window', async () => {
  const page = await open();
  await ready(page);
  const views = await page.getByRole('main').boundingBox();
  expect(views?.width).toBeGreaterThanOrEqual(0.6 * windowSizes.desktop.width);
});

test('on a phone the panels are drawers, and touch targets are large enough', async () => {
  const page = await open({ size: 'phone', context: { hasTouch: true, isMobile: true } });
  await ready(page);
  await page.getByRole('button', { name: 'Show the controls' }).click();
  await page.getByRole('dialog').waitFor();
  await page.getByRole('heading', { name: 'Himmelblau' }).waitFor();
  await takeScreenshot(page, 'phone-controls');
  const small = await page
    .getByRole('dialog')
    .locator('button:visible, input:visible')
    .evaluateAll((elements) =>
      elements
        .map((element) => ({
          name: element.getAttribute('aria-label') ?? element.textContent,
          box: element.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
        .map(({ name, box }) => `${name}: ${Math.round(box.width)}×${Math.round(box.height)}`),
    );
  expect(small).toEqual([]);
});

test('the system’s dark preference is followed until a theme is chosen', async () => {
  const page = await open({ context: { colorScheme: 'dark' } });
  await ready(page);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitem', { name: 'Light' }).click();
  await expect.poll(background).not.toBe(dark);
});

test('works offline once it was loaded', async () => {
  const page = await open({ serviceWorker: true });
  await ready(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBeGreaterThan(0);
  await page.reload();
  await ready(page);
  await page.context().setOffline(true);
  await page.reload();
  await ready(page);
  await page.getByRole('button', { name: 'Gallery' }).click();
  await page.getByText('A divergence').click();
  await page.getByText(/diverged at iteration/).waitFor();
});
