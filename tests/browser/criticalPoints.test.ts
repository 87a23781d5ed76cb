import { expect, test } from 'vitest';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import { pageOpener } from './harness.ts';
import { ready, sentence, start } from './page.ts';

const open = pageOpener();

test('critical points are found, certified, marked, listed, inspected, started from, and travel in the link', async () => {
  const page = await open();
  await ready(page);
  await page.getByRole('button', { name: 'Critical points' }).click();
  await page.getByLabel('Find and mark those of the visible box').check();
  await page.getByText('proves that the box holds exactly 9 critical points.').waitFor();
  const marks = page.locator('[data-picture=plane] title', { hasText: /^(minimum|saddle|maximum), index \d at / });
  expect(await marks.count()).toBe(9);
  const indices = await marks.locator('xpath=..').locator('text').allTextContents();
  expect(indices.toSorted().join('')).toBe('000011112');
  const list = page.getByRole('region', { name: 'Critical points' });
  expect(await list.getByRole('listitem').count()).toBe(9);
  // facts/descent.md, §9: the maximum’s eigenvalues.
  expect(await list.getByRole('listitem').last().textContent()).toContain('λ = −45.61, −16.07');

  await list.getByTitle(/^Inspect the maximum, index 2 at/).click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('heading', { name: 'Maximum, index 2' }).waitFor();
  expect(await inspector.textContent()).toContain('181.6');
  await inspector.getByRole('button', { name: 'Let go' }).click();
  await inspector.getByRole('heading', { name: 'Start 1' }).waitFor();

  // A press on a mark means the point, not a start beside it.
  const mark = await marks.first().locator('xpath=..').locator('path').first().boundingBox();
  if (!mark) throw new Error('The mark is not on screen.');
  await page.mouse.click(mark.x + mark.width / 2, mark.y + mark.height / 2);
  await inspector.getByRole('heading', { name: 'Minimum, index 0' }).waitFor();
  expect(await start(page, 4).count()).toBe(0);
  await inspector.getByRole('button', { name: 'Let go' }).click();

  await list.getByRole('button', { name: /^Start at the maximum/ }).click();
  await page.getByRole('menuitem', { name: /^Start along an unstable eigenvector \(λ = −45\.61\)/ }).click();
  await start(page, 4).waitFor();

  await expect.poll(() => page.url()).toContain('#');
  await page.waitForTimeout(600);
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await page.getByText('proves that the box holds exactly 9 critical points.').waitFor();
});

test('a smaller box holds fewer, and another landscape its own', async () => {
  const page = await open();
  await ready(page);
  await page.getByRole('button', { name: 'Critical points' }).click();
  await page.getByLabel('Find and mark those of the visible box').check();
  await page.getByText('exactly 9 critical points').waitFor();
  const box = await page.locator('[data-plot]').boundingBox();
  if (!box) throw new Error('The plot is not on screen.');
  // About the minimum (3, 2), until little else is in sight.
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.3);
  for (let turn = 0; turn < 6; turn++) await page.mouse.wheel(0, -400);
  await page.getByText('exactly 1 critical point.').waitFor();
});

test('the stable and unstable sets of the four saddles are drawn, and go when the saddles go', async () => {
  const page = await open();
  await ready(page);
  await page.getByRole('button', { name: 'Critical points' }).click();
  await page.getByLabel('Find and mark those of the visible box').check();
  await page.getByLabel('Draw the stable and unstable sets of saddles').check();
  const curves = (kind: string) => page.locator(`[data-curve=${kind}] path:first-child`);
  await expect.poll(() => curves('stable').count()).toBe(8);
  expect(await curves('unstable').count()).toBe(8);
  for (const path of await curves('stable').all()) {
    const length = await path.evaluate((element) => (element as SVGPathElement).getTotalLength());
    expect(length).toBeGreaterThan(50);
  }
  await page.getByLabel('Find and mark those of the visible box').uncheck();
  await expect.poll(() => curves('stable').count()).toBe(0);
});

test('with the axes exchanged the same points are marked, and a held point goes with its landscape', async () => {
  const view = { criticalPoints: true, stableSets: true, section: { kind: 'coordinates', axes: [1, 0] } } as const;
  const experiment = { kind: 'descent', methods: [], starts: [[1, 1]] } as const;
  const page = await open({
    fragment: encodeLink({ version: 1, landscape: { id: 'himmelblau' }, experiment, view }),
  });
  await page.getByText('proves that the box holds exactly 9 critical points.').waitFor();
  // The plane's first coordinate is y.
  const maximum = page.locator('[data-picture=plane] title', { hasText: /^maximum, index 2 at \(-0\.923\d*, -0\.270/ });
  await maximum.waitFor({ state: 'attached' });
  await expect.poll(() => page.locator('[data-curve=stable]').count()).toBe(8);

  await page.getByTitle(/^Inspect the maximum, index 2 at/).click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('heading', { name: 'Maximum, index 2' }).waitFor();
  await page.getByRole('button', { name: 'Gallery' }).click();
  await page.getByRole('button', { name: /^Three-hump camel/ }).click();
  await page.getByText('exactly 5 critical points.').waitFor();
  expect(await inspector.getByRole('heading', { name: 'Maximum, index 2' }).count()).toBe(0);
});

test('the stable sets of gradient descent follow its step size, and a start on one of them comes to the saddle', async () => {
  const methods = [{ id: 'gradient-descent', params: { stepSize: 0.004 } }];
  const experiment = { kind: 'descent', methods, starts: [[3.3, 2.2]], stop: { gradientTolerance: 0 } } as const;
  const view = { criticalPoints: true, stableSets: true } as const;
  const page = await open({ fragment: encodeLink({ version: 1, landscape: { id: 'himmelblau' }, experiment, view }) });
  const curves = () =>
    page
      .locator('[data-curve=stable] path:first-child')
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')));
  await expect.poll(async () => (await curves()).length).toBe(8);
  const ofFlow = await curves();

  const list = page.getByRole('region', { name: 'Critical points' });
  await list.getByText('gradient descent', { exact: true }).click();
  await list.getByText('Of gradient descent, x − η∇f(x) with η = 0.004').waitFor();
  await expect.poll(async () => JSON.stringify(await curves()) !== JSON.stringify(ofFlow)).toBe(true);
  const before = JSON.stringify(await curves());

  await list.getByRole('button', { name: /^Start at the saddle, index 1 at \(0\.08668/ }).click();
  await page.getByRole('menuitem', { name: 'Start on its stable set' }).click();
  await start(page, 2).waitFor();
  await expect
    .poll(() => sentence(page).textContent())
    .toMatch(
      /came along its stable set to the saddle \(0\.08668, 2\.884\).*stayed until rounding, which grows by 1 \+ η\|λ\|/,
    );

  // A longer step: folds, and other curves.
  await page.getByRole('button', { name: 'Gradient descent', exact: true }).click();
  await page.getByLabel('Step size', { exact: true }).fill('0.012');
  await page.getByLabel('Step size', { exact: true }).press('Enter');
  await list.getByText(/with η = 0\.012.*of the solid curves ends? at (a fold|folds)/).waitFor();
  await expect.poll(async () => JSON.stringify(await curves()) !== before).toBe(true);
});
