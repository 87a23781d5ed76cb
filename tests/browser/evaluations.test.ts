import { expect, test } from 'vitest';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import { pageOpener } from './harness.ts';
import { ready } from './page.ts';

const open = pageOpener();

const fragment = encodeLink({
  version: 1,
  landscape: { id: 'himmelblau' },
  experiment: {
    kind: 'descent',
    methods: [{ id: 'gradient-descent', params: { stepSize: 0.01 } }, { id: 'newton' }],
    starts: [[2.5, 2.5]],
    stop: { maxIterations: 400, gradientTolerance: 1e-6 },
  },
});

test('the charts count evaluations, with the rate stated, and hover and press still mean iterates', async () => {
  const page = await open({ fragment });
  await ready(page);
  const charts = page.getByRole('region', { name: 'Convergence charts' });
  const chart = charts.locator('[data-view=chart-1] svg').first();
  await expect.poll(() => chart.textContent()).toContain('iterationGradient');
  await charts.getByRole('button', { name: 'by evaluations' }).click();
  await expect.poll(() => chart.getAttribute('aria-label')).toContain('by evaluations, in gradients');
  expect(await chart.textContent()).toContain('A value, a gradient and a Hessian-vector product count 1 each');

  // Newton's last iterate lies at three evaluations for each iteration.
  const newton = page.getByRole('listitem').filter({ hasText: 'Newton’s method' });
  const iterations = Number.parseInt(
    (await newton
      .first()
      .getByText(/^\d+ it$/)
      .textContent()) ?? '',
    10,
  );
  expect(iterations).toBeGreaterThan(2);
  await newton.first().getByRole('button', { name: 'Newton’s method', exact: true }).click();
  const table = page.getByRole('table', { name: /^Evaluations by the method/ });
  const cells = await table.getByRole('row').nth(1).getByRole('cell').allTextContents();
  expect(cells).toEqual(['0', String(iterations), '0', String(iterations), String(3 * iterations)]);

  const plot = await charts.locator('[data-view=chart-1] rect[fill=transparent]').boundingBox();
  if (!plot) throw new Error('the chart has no plot');
  await page.mouse.move(plot.x + plot.width * 0.02, plot.y + plot.height * 0.2);
  await page.mouse.down();
  await page.mouse.up();
  const toolbar = page.getByRole('toolbar', { name: 'Playback' });
  const shown = async () => Number(/(\d+) \/ \d+/.exec((await toolbar.textContent()) ?? '')?.[1]);
  const early = await shown();
  expect(early).toBeLessThan(5);
  await page.mouse.click(plot.x + plot.width * 0.98, plot.y + plot.height * 0.95);
  await expect.poll(shown).toBeGreaterThan(early + 5);

  await page.waitForTimeout(600);
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await expect.poll(() => chart.getAttribute('aria-label')).toContain('by evaluations');
  await charts.getByRole('button', { name: 'by iterations' }).click();
  await expect.poll(() => chart.getAttribute('aria-label')).toContain('by iteration.');
});
