import { expect, test } from 'vitest';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { pageOpener } from './harness.ts';
import { drawnPaths, ready, samePaths, sentence, settled, start } from './page.ts';

const open = pageOpener();

const typed = (expression: string, more: Record<string, unknown> = {}): string => {
  const scenario: Scenario = {
    version: 1,
    landscape: {
      id: 'formula',
      params: {
        expression,
        variables: ['x', 'y'],
        domain: [
          [-2, 2],
          [-2, 2],
        ],
        ...more,
      },
    },
    experiment: {
      kind: 'descent',
      methods: [{ id: 'gradient-descent', params: { stepSize: 0.05 } }],
      starts: [[1.2, 0.7]],
      stop: { maxIterations: 200 },
    },
  };
  return encodeLink(scenario);
};

test('a landscape becomes a typed formula that can be changed; a wrong one keeps the last good landscape', async () => {
  const page = await open();
  await ready(page);
  const before = await drawnPaths(page);
  await page.getByRole('button', { name: 'Edit as a formula' }).click();
  const field = page.getByRole('textbox', { name: /^Formula|^f\b|Expression/i }).first();
  await field.waitFor();
  expect(await field.inputValue()).toBe('(x^2 + y - 11)^2 + (x + y^2 - 7)^2');
  await expect.poll(async () => samePaths(await drawnPaths(page), before)).toBe(true);

  await field.fill('(x^2 + y - 11)^2 + sine(x)');
  await page.getByText(/sine/).last().waitFor();
  await page.getByText(/did you mean/i).waitFor();
  expect(await page.locator('mark').first().textContent()).toBe('sine');
  expect(samePaths(await drawnPaths(page), before)).toBe(true);

  // The same mistake twice is told twice, and gone when both are mended.
  await field.fill('2x y + |x|');
  await expect.poll(() => page.getByRole('button', { name: /^Character \d+$/ }).count()).toBe(2);

  await field.fill('(x^2 + y - 11)^2 + sin(x)');
  await expect.poll(async () => samePaths(await drawnPaths(page), before)).toBe(false);
  expect(await page.getByText(/did you mean/i).count()).toBe(0);
  await expect.poll(() => page.getByRole('button', { name: /^Character \d+$/ }).count()).toBe(0);
});

test('the slider of a constant moves the landscape and every run', async () => {
  const page = await open({ fragment: typed('x^2 - y^2 + a*y^4', { constants: { a: 0.25 } }) });
  await ready(page);
  const before = await drawnPaths(page);
  const words = await sentence(page).textContent();
  const slider = page.getByRole('slider', { name: /^a\b/ });
  await slider.focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  await settled(page);
  expect(samePaths(await drawnPaths(page), before)).toBe(false);
  await expect.poll(() => sentence(page).textContent()).not.toBe(words);
});

test('a formula that is not finite everywhere is hatched there, and nothing freezes', async () => {
  const page = await open({ fragment: typed('log(x) + 1/(y - 0.1)^2 + sqrt(y + 1)') });
  await ready(page);
  expect(await page.locator('[data-plot] pattern').count()).toBeGreaterThan(0);
  await start(page, 1).focus();
  for (let i = 0; i < 9; i++) await page.keyboard.press('Shift+ArrowLeft');
  await settled(page);
  await expect.poll(() => sentence(page).textContent()).toMatch(/not finite|number/);
});

test('a formula without any finite value still leaves a page to work with', async () => {
  const page = await open({ fragment: typed('log(-1 - x^2 - y^2)') });
  await page.getByText(/no finite value/i).waitFor();
  expect(await start(page, 1).count()).toBe(1);
});

test('piecewise and non-smooth formulas are labelled', async () => {
  const page = await open({ fragment: typed('abs(x) + (y > 0 ? y^2 : -y)') });
  await ready(page);
  await page
    .getByText(/piecewise/)
    .first()
    .waitFor();
  await page.getByText(/abs/).first().waitFor();
});

test('one variable: a graph, with starts that move along it', async () => {
  const scenario: Scenario = {
    version: 1,
    landscape: {
      id: 'formula',
      params: { expression: 't^4/4 - t^2/2 + 0.1*t', variables: ['t'], domain: [[-2, 2]] },
    },
    experiment: {
      kind: 'descent',
      methods: [{ id: 'gradient-descent', params: { stepSize: 0.1 } }],
      starts: [[1.7]],
    },
  };
  const page = await open({ fragment: encodeLink(scenario) });
  await start(page, 1).waitFor();
  await settled(page);
  await expect.poll(() => sentence(page).textContent()).toMatch(/reached the minimum/);
  const before = await drawnPaths(page);
  await start(page, 1).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(async () => samePaths(await drawnPaths(page), before)).toBe(false);
});

test('ten variables: a plane, the share of the variance that it shows, and principal components', async () => {
  const page = await open();
  await ready(page);
  await page.getByRole('button', { name: 'Gallery' }).click();
  await page.getByText('Ten dimensions in one plane').click();
  const caption = page.getByText(/Plane in 10 dimensions: shows .* of the trajectories’ variance/).first();
  await caption.waitFor();
  expect(await caption.textContent()).toMatch(/leave it by up to/);
});
