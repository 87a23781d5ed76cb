import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { pageOpener } from './harness.ts';
import { drawnPaths } from './page.ts';

const open = pageOpener();

/** So much work that nobody waits for it. */
const endless: Scenario = {
  version: 1,
  landscape: { id: 'rosenbrock', params: { dimension: 40 } },
  experiment: {
    kind: 'descent',
    methods: [{ id: 'gradient-descent', params: { stepSize: 1e-5 } }],
    starts: [Array.from({ length: 40 }, (_, i) => (i % 2 ? 0.3 : -0.4))],
    stop: { maxIterations: 300_000_000, gradientTolerance: 0 },
    record: 'ends',
  },
};

const slowMap: Scenario = {
  version: 1,
  landscape: { id: 'himmelblau' },
  experiment: {
    kind: 'descent',
    methods: [{ id: 'gradient-descent', params: { stepSize: 1e-3 } }],
    starts: [[1, 1]],
    stop: { maxIterations: 40_000, gradientTolerance: 0 },
  },
  view: { basins: { resolution: 512 } },
};

/**
 * Presses a button; the time until nothing matches `selector` any more, in milliseconds. Measured in the page, from the
 * press to the frame without it: the browser's own driver is slower than that.
 */
function timeToEnd(button: Locator, selector: string): Promise<number> {
  return button.evaluate(
    (element, awaited) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        const look = () => {
          if (document.querySelector(awaited)) requestAnimationFrame(look);
          else resolve(performance.now() - began);
        };
        (element as HTMLButtonElement).click();
        look();
      }),
    selector,
  );
}

test('long runs show a progress bar, and a cancel answers within 200 ms', async () => {
  const page = await open({ fragment: encodeLink(endless) });
  // The first contour is drawn by Plotly in one piece, in which no press is answered.
  await page.locator('.contourlayer path').first().waitFor({ state: 'attached' });
  await page.waitForTimeout(500);
  const bar = page.getByRole('progressbar', { name: 'Runs computed' });
  await bar.waitFor();
  const cancel = page.getByRole('button', { name: 'Cancel' });
  expect(await timeToEnd(cancel, 'main progress')).toBeLessThan(200);
  await page.getByText(/Cancelled/).waitFor();
  expect(Object.keys(await drawnPaths(page))).toEqual(['0/0/0']);
});

test('a long map shows a coarse picture first, and a cancel within 200 ms keeps what is there', async () => {
  const page = await open({ fragment: encodeLink(slowMap) });
  const panel = page.getByRole('region', { name: 'Basins of attraction' });
  await panel.locator('[data-testid=basin-limits][data-whole=false]').waitFor();
  const bar = page.getByRole('progressbar', { name: 'Basins computed' });
  await bar.waitFor();
  const shares = await panel
    .locator('[data-share]')
    .evaluateAll((parts) => parts.map((part) => Number(part.getAttribute('data-share'))));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  const cancel = panel.getByRole('button', { name: 'Cancel' });
  expect(await timeToEnd(cancel, 'progress[aria-label="Basins computed"]')).toBeLessThan(200);
  await panel.getByText('Cut short: some rows are those of a coarse grid.').waitFor();
  await page.locator('canvas[data-basins]').waitFor();
  const counted = /To a saddle: \d+ of (\d+) starts run so far/.exec((await panel.textContent()) ?? '');
  expect(Number(counted?.[1])).toBeGreaterThanOrEqual(64 ** 2);
  expect(Number(counted?.[1])).toBeLessThan(512 ** 2 / 2);

  await panel.getByRole('button', { name: 'Compute it' }).click();
  await bar.waitFor();
  await panel.getByLabel('Map where a method goes from each point').uncheck();
  await expect.poll(() => page.locator('canvas[data-basins]').count()).toBe(0);
  expect(await bar.count()).toBe(0);
});
