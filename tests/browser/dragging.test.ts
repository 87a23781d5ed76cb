import { expect, test } from 'vitest';
import { pageOpener } from './harness.ts';
import { drawnPaths, middle, plane, ready, samePaths, settled, start, undoButton } from './page.ts';

const open = pageOpener();

test('every trajectory from a dragged start follows each pointer move, and no other does', async () => {
  const page = await open();
  await ready(page);
  const before = await drawnPaths(page);
  expect(Object.keys(before)).toHaveLength(12);
  const from = await middle(start(page, 2));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const frames = [];
  for (const by of [25, 50, 75]) {
    await page.mouse.move(from.x + by, from.y + by / 2);
    frames.push(await drawnPaths(page));
  }
  let earlier = before;
  for (const now of frames) {
    for (const [run, path] of Object.entries(now)) {
      const ofDragged = run.split('/')[1] === '1';
      expect(path !== earlier[run], `${run} moved`).toBe(ofDragged);
    }
    earlier = now;
  }
  await page.mouse.up();
});

test('a drag is one step of the history, and redo brings it back', async () => {
  const page = await open();
  await ready(page);
  const before = await drawnPaths(page);
  const from = await middle(start(page, 1));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (const by of [10, 20, 30, 40]) await page.mouse.move(from.x - by, from.y);
  await page.mouse.up();
  await settled(page);
  const after = await drawnPaths(page);
  expect(after['0/0/0']).not.toBe(before['0/0/0']);
  await undoButton(page).click();
  await expect.poll(async () => samePaths(await drawnPaths(page), before)).toBe(true);
  expect(await undoButton(page).isDisabled()).toBe(true);
  await page.getByRole('button', { name: /^Redo/ }).click();
  await expect.poll(async () => samePaths(await drawnPaths(page), after)).toBe(true);
});

test('a click adds a start, Delete removes it', async () => {
  const page = await open();
  await ready(page);
  const box = await plane(page).boundingBox();
  if (!box) throw new Error('the plane has no box');
  await page.mouse.click(box.x + box.width * 0.45, box.y + box.height * 0.93);
  await start(page, 4).waitFor();
  expect(Object.keys(await drawnPaths(page))).toHaveLength(16);
  await start(page, 4).focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => start(page, 4).count()).toBe(0);
  expect(Object.keys(await drawnPaths(page))).toHaveLength(12);
});

test('arrows move a start by span/50, with Shift span/10, with Alt span/200', async () => {
  const page = await open();
  await ready(page);
  await start(page, 1).focus();
  const name = () => start(page, 1).getAttribute('aria-label');
  expect(await name()).toBe('Start 1 at x 0.2000, y −0.6000');
  await page.keyboard.press('ArrowRight');
  await expect.poll(name).toBe('Start 1 at x 0.4000, y −0.6000');
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(name).toBe('Start 1 at x 0.4000, y 0.4000');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(name).toBe('Start 1 at x 0.3500, y 0.4000');
});

test('a start is dragged by touch', async () => {
  const page = await open({ size: 'phone', context: { hasTouch: true } });
  await ready(page);
  const before = await drawnPaths(page);
  const { x, y } = await middle(start(page, 1));
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', dx: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: x + dx, y }],
    });
  await touch('touchStart', 0);
  for (const dx of [8, 16, 24, 32]) await touch('touchMove', dx);
  await touch('touchEnd', 0);
  const after = await drawnPaths(page);
  expect(after['0/0/0']).not.toBe(before['0/0/0']);
  expect(after['0/1/0']).toBe(before['0/1/0']);
});

test('dragging the background pans, the wheel zooms about the pointer, and reset brings the domain back', async () => {
  const page = await open();
  await ready(page);
  const box = await plane(page).boundingBox();
  if (!box) throw new Error('the plane has no box');
  const centre = { x: box.x + box.width * 0.62, y: box.y + box.height * 0.85 };
  const whole = await drawnPaths(page);
  await page.mouse.move(centre.x, centre.y);
  await page.mouse.down();
  await page.mouse.move(centre.x - 60, centre.y - 30, { steps: 4 });
  await page.mouse.up();
  const panned = await drawnPaths(page);
  expect(samePaths(panned, whole)).toBe(false);
  await page.mouse.wheel(0, -300);
  await expect.poll(async () => samePaths(await drawnPaths(page), panned)).toBe(false);
  await plane(page).focus();
  await page.keyboard.press('0');
  await expect.poll(async () => samePaths(await drawnPaths(page), whole)).toBe(true);
});
