import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The landscape seen from above. */
export const plane = (page: Page): Locator => page.getByRole('application', { name: /^Contours of/ });

/** The handle of a start, counted from 1. */
export const start = (page: Page, number: number): Locator =>
  page.getByRole('button', { name: new RegExp(`^Start ${number} at `) });

/** Waits until the contour is painted and the runs are there. */
export async function ready(page: Page): Promise<void> {
  await plane(page).waitFor();
  await page.locator('.contourlayer path').first().waitFor({ state: 'attached' });
  await settled(page);
}

/** The drawn path of every trajectory, by run ("method/start/repeat", counted from 0). */
export function drawnPaths(page: Page): Promise<Record<string, string>> {
  return page
    .locator('[data-trajectory]')
    .evaluateAll((groups) =>
      Object.fromEntries(
        groups.map((group) => [
          group.getAttribute('data-trajectory'),
          group.querySelector('path')?.getAttribute('d') ?? '',
        ]),
      ),
    );
}

/** Whether two answers of `drawnPaths` are the same pictures. */
export const samePaths = (a: Record<string, string>, b: Record<string, string>): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Waits until every run that did not fit a frame has been finished. */
export async function settled(page: Page): Promise<void> {
  await page.locator('[data-testid=sentence][data-finished=true]').waitFor();
}

/** The sentence under the view. */
export const sentence = (page: Page): Locator => page.getByTestId('sentence');

/** Middle of an element in window coordinates. */
export async function middle(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  expect(box, 'the element is on screen').not.toBeNull();
  if (!box) throw new Error('unreachable');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Undo, in the top bar. */
export const undoButton = (page: Page): Locator => page.getByRole('button', { name: /^Undo/ });
