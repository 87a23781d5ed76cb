import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import { type Preset, presets } from '../../src/scenario/presets.ts';
import { pageOpener } from './harness.ts';
import { drawnPaths, plane, ready, start } from './page.ts';

const open = pageOpener();

test('the keys of the transport move the position, and the views follow', async () => {
  const page = await open();
  await ready(page);
  const shown = () => page.getByRole('status', { name: 'Iteration shown' }).textContent();
  await page.keyboard.press('Home');
  expect(await shown()).toMatch(/^0 \//);
  await page.keyboard.press('ArrowRight');
  expect(await shown()).toMatch(/^1 \//);
  await page.keyboard.press('Shift+ArrowRight');
  expect(await shown()).toMatch(/^11 \//);
  await page.keyboard.press('ArrowLeft');
  expect(await shown()).toMatch(/^10 \//);
  await page.keyboard.press('End');
  const [at, last] = ((await shown()) ?? '').split(' / ');
  expect(at).toBe(last);
  await page.keyboard.press('r');
  expect(await shown()).toMatch(/^0 \//);
  await page.keyboard.press(' ');
  await expect.poll(async () => Number.parseInt((await shown()) ?? '', 10)).toBeGreaterThan(3);
  await page.keyboard.press(' ');
  const paused = await shown();
  await page.waitForTimeout(300);
  expect(await shown()).toBe(paused);
});

test('digits hide and show methods, V changes the view, Ctrl+Z takes it back', async () => {
  const page = await open();
  await ready(page);
  await page.keyboard.press('2');
  await expect.poll(async () => Object.keys(await drawnPaths(page)).filter((run) => run.startsWith('1/'))).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => Object.keys(await drawnPaths(page)).length).toBe(12);
  await page.keyboard.press('v');
  await expect.poll(() => plane(page).count()).toBe(0);
  await page.keyboard.press('Control+z');
  await expect.poll(() => plane(page).count()).toBe(1);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => plane(page).count()).toBe(0);
});

test('a clicker goes on from a scene that came by a link', async () => {
  const [first, second] = presets as readonly [Preset, Preset];
  const scene = JSON.parse(await readFile(`public/scenarios/${first.file}`, 'utf8'));
  const page = await open({ fragment: encodeLink(scene) });
  await ready(page);
  await page.keyboard.press('p');
  const title = page.getByRole('main').getByRole('heading', { name: /./ }).first();
  await expect.poll(() => title.textContent()).toBe(first.title);
  await page.keyboard.press('PageDown');
  await expect.poll(() => title.textContent()).toBe(second.title);
});

test('a clicker walks through the scenes of a family while presenting, and does nothing else', async () => {
  const page = await open();
  await ready(page);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('p');
  const title = page.getByRole('main').getByRole('heading', { name: /./ }).first();
  await expect.poll(() => title.textContent()).toBe('Himmelblau: four basins');
  const scenes = presets.filter(({ family }) => family === presets[0]?.family).map((preset) => preset.title);
  expect(scenes.length).toBe(10);
  for (const scene of scenes) {
    await page.keyboard.press('PageDown');
    await expect.poll(() => title.textContent(), { timeout: 2000 }).toBe(scene);
    // Long enough for what goes wrong to say so.
    await page.waitForTimeout(400);
  }
  expect(await page.getByRole('alert').allTextContents()).toEqual([]);
  await page.keyboard.press('PageDown');
  await page.waitForTimeout(500);
  expect(await title.textContent()).toBe(scenes.at(-1));
  // Over the three octopuses as fast as a thumb can.
  for (const scene of scenes.toReversed().slice(1)) {
    await page.keyboard.press('PageUp');
    await expect.poll(() => title.textContent(), { timeout: 2000 }).toBe(scene);
  }
  await ready(page);
  expect(await page.getByRole('alert').allTextContents()).toEqual([]);
});

test('V twice in quick succession ends in both views, each of its own size', async () => {
  const page = await open();
  await ready(page);
  await page.keyboard.press('v');
  await page.locator('[data-picture=surface]').waitFor();
  await page.keyboard.press('v');
  const widths = () =>
    page.locator('[data-picture=surface]').evaluate((view) => {
      const canvas = view.querySelector('canvas');
      return [canvas?.getBoundingClientRect().width ?? 0, view.clientWidth];
    });
  await expect
    .poll(async () => {
      const [canvas = 0, view = 0] = await widths();
      return Math.abs(canvas - view) < 2 && canvas > 0;
    })
    .toBe(true);
});

test('the surface takes the focus: arrows turn it, 0 turns it back, and the transport stays', async () => {
  const page = await open();
  await ready(page);
  await page.getByRole('button', { name: 'Surface' }).click();
  await page.locator('[data-picture=surface] canvas').first().waitFor({ timeout: 60_000 });
  const shown = () => page.getByRole('status', { name: 'Iteration shown' }).textContent();
  const eye = () =>
    page.locator('.plotly-surface').evaluate((element) => {
      const { scene } = (element as unknown as { _fullLayout: { scene: { camera: { eye: { x: number } } } } })
        ._fullLayout;
      return scene.camera.eye.x;
    });
  const before = { shown: await shown(), eye: await eye() };
  await page.getByRole('application', { name: /^Surface of .*Arrow keys turn it/ }).focus();
  await expect
    .poll(async () => {
      await page.keyboard.press('ArrowRight');
      return eye();
    })
    .toBeGreaterThan(before.eye + 0.1);
  expect(await shown()).toBe(before.shown);
  await page.keyboard.press('0');
  await expect.poll(eye).toBeCloseTo(before.eye, 6);
});

test('? lists the keys, Escape closes the list, P presents', async () => {
  const page = await open();
  await ready(page);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await dialog.textContent()).toMatch(/play or pause/i);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('p');
  await page.getByRole('heading', { name: 'Himmelblau: four basins' }).waitFor();
  expect(await page.getByRole('banner').count()).toBe(0);
  await page.keyboard.press('p');
  await page.getByRole('banner').waitFor();
});

test('a crosshair on the plot adds a start without a mouse', async () => {
  const page = await open();
  await ready(page);
  await plane(page).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await start(page, 4).waitFor();
  expect(await start(page, 4).getAttribute('aria-label')).toBe('Start 4 at x −1, y 0');
});

test('keys typed into a field stay there', async () => {
  const page = await open();
  await ready(page);
  await page.getByRole('button', { name: 'Edit as a formula' }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  const field = page.getByRole('textbox', { name: /^Formula|^f\b|Expression/i }).first();
  await field.fill('');
  await field.pressSequentially('x^2 + y^2');
  expect(await field.inputValue()).toBe('x^2 + y^2');
  expect(Object.keys(await drawnPaths(page))).toHaveLength(12);
});
