import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { decodeLinkText } from '../../src/scenario/decodeLink.ts';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import { axeViolations } from './axeViolations.ts';
import { pageOpener } from './harness.ts';
import { ready, sentence } from './page.ts';

const open = pageOpener();

const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' });

/** Shows the claims in the right panel. */
async function showClaims(page: Page): Promise<void> {
  await panel(page).getByText('Claims', { exact: true }).click();
  await page.getByRole('heading', { name: 'What theorems say here' }).waitFor();
}

const card = (page: Page, id: string): Locator => page.locator(`[data-claim=${id}]`);

/** Opens a claim's card and asks for it. */
async function check(page: Page, id: string): Promise<void> {
  await card(page, id).getByRole('button').first().click();
  await card(page, id).getByRole('button', { name: 'Check', exact: true }).click();
}

const link = (claim: string, params: object, id: string): string =>
  encodeLink({
    version: 1,
    seed: 3,
    landscape: { id },
    experiment: { kind: 'claim', claim, params: params as Record<string, number> },
  });

test('two claims are checked: statement, source, hypotheses, measurements and verdict', async () => {
  const page = await open({ context: { reducedMotion: 'reduce' } });
  await ready(page);
  await showClaims(page);
  await check(page, 'strict-saddle-classification');
  const first = card(page, 'strict-saddle-classification');
  await first.locator('[data-verdict=supported]').waitFor();
  expect(await first.getByText('Milnor (1965)').count()).toBe(1);
  await first.locator('.katex').first().waitFor();
  await first.getByText('proves that the box holds exactly 9 critical points.').waitFor();
  const sum = first.getByRole('row', { name: /^1 ≈ 1 0\.01 agrees$/ });
  expect(await sum.count()).toBe(1);
  expect(await axeViolations(page)).toEqual([]);

  await check(page, 'non-isolated-saddles');
  const second = card(page, 'non-isolated-saddles');
  await second.locator('[data-verdict=inconclusive]').waitFor();
  expect(await second.getByRole('img', { name: 'fails' }).count()).toBe(1);
  // The first keeps its verdict while its card is closed.
  expect(await first.locator('[data-verdict=supported]').count()).toBe(1);

  await panel(page).getByText('Inspector', { exact: true }).click();
  await page.getByRole('heading', { name: 'Start 1' }).waitFor();
  await showClaims(page);
  expect(await page.locator('[data-verdict]').count()).toBe(2);
});

test('a long check shows how far it is and is cancelled at once; another landscape clears what was found', async () => {
  const page = await open();
  await ready(page);
  await showClaims(page);
  const id = 'first-order-bound';
  await card(page, id).getByRole('button').first().click();
  await card(page, id).getByRole('textbox', { name: 'Iterations' }).fill('10000000');
  await card(page, id).getByRole('textbox', { name: 'Iterations' }).press('Enter');
  await card(page, id).getByRole('button', { name: 'Check', exact: true }).click();
  const progress = card(page, id).getByRole('progressbar');
  await expect.poll(async () => Number(await progress.getAttribute('value'))).toBeGreaterThan(0.2);
  await card(page, id).getByRole('button', { name: 'Cancel' }).click();
  await progress.waitFor({ state: 'detached' });
  expect(await page.locator('[data-verdict]').count()).toBe(0);

  // The worker is free again, and the next claim gets its turn.
  await check(page, 'measure-zero-gradient-descent');
  await card(page, 'measure-zero-gradient-descent').locator('[data-verdict=supported]').waitFor();

  const others = page.getByRole('list', { name: 'Claims about other landscapes' });
  await others.getByText('It is about the octopus').waitFor();
  await others.getByRole('button', { name: /^Open a landscape for “Gradient descent can need/ }).click();
  await page.getByRole('application', { name: /Octopus/ }).waitFor();
  expect(await page.locator('[data-verdict]').count()).toBe(0);
  await card(page, 'exponential-escape').getByRole('button', { name: 'Check', exact: true }).click();
  await card(page, 'exponential-escape').locator('[data-verdict=supported]').waitFor();
});

test('a link opens its landscape with the claim checked, and a checked claim gives that link', async () => {
  const page = await open({ fragment: link('measure-zero-gradient-descent', { starts: 50 }, 'lee-2016') });
  const shown = card(page, 'measure-zero-gradient-descent');
  await shown.locator('[data-verdict=supported]').waitFor();
  await page.getByRole('application', { name: /Lee et al/ }).waitFor();
  await shown.getByText('50 of 50 came to').waitFor();
  expect(await shown.getByRole('textbox', { name: 'Starts' }).inputValue()).toBe('50');

  await shown.getByRole('button', { name: 'Copy link' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const decoded = decodeLinkText(copied.split('#')[1] ?? '');
  expect(decoded.ok && JSON.parse(decoded.text)).toEqual({
    version: 1,
    seed: 3,
    landscape: { id: 'lee-2016' },
    experiment: { kind: 'claim', claim: 'measure-zero-gradient-descent', params: { starts: 50 } },
  });
});

test('a parameter changed takes the verdict away, and the verdict of another step is another', async () => {
  const page = await open({ fragment: link('measure-zero-gradient-descent', {}, 'lee-2016') });
  const shown = card(page, 'measure-zero-gradient-descent');
  await shown.locator('[data-verdict=supported]').waitFor();
  await shown.getByRole('textbox', { name: 'Step times L' }).fill('1.5');
  await shown.getByRole('textbox', { name: 'Step times L' }).press('Enter');
  await shown.locator('[data-verdict]').waitFor({ state: 'detached' });
  await shown.getByRole('button', { name: 'Check', exact: true }).click();
  await shown.locator('[data-verdict=inconclusive]').waitFor();
});

test('a link brings its card to the top of the panel, which nothing in it overflows', async () => {
  const page = await open({ fragment: link('spurious-valley', { resolution: 41 }, 'six-hump-camel') });
  const shown = card(page, 'spurious-valley');
  await shown.locator('[data-verdict=supported]').waitFor();
  await shown.locator('.katex').first().waitFor();
  const [top, left] = await panel(page).evaluate((element) => [element.scrollTop, element.scrollLeft]);
  expect(top).toBeGreaterThan(100);
  expect(left).toBe(0);
  const [ofPanel, ofCard] = [await panel(page).boundingBox(), await shown.boundingBox()];
  expect((ofCard?.y ?? 0) - (ofPanel?.y ?? 0)).toBeLessThan(80);
  const over = await panel(page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(over).toBe(0);
});

test('a claim is what its scene shows: a sentence and no transport, until there is a method to play', async () => {
  const page = await open({ fragment: link('spurious-valley', { resolution: 41 }, 'six-hump-camel') });
  await page.getByRole('toolbar', { name: 'Playback' }).waitFor({ state: 'detached' });
  await page.keyboard.press('p');
  await sentence(page)
    .getByText('“A spurious valley, three ways”: supported. Global minima in its component')
    .waitFor();
  expect(await page.getByRole('toolbar', { name: 'Playback' }).count()).toBe(0);
  await page.keyboard.press('p');
  await page.getByRole('region', { name: 'Methods' }).getByRole('button', { name: 'Add' }).click();
  await page.getByRole('menuitem', { name: 'Gradient descent', exact: true }).click();
  await page.getByRole('toolbar', { name: 'Playback' }).waitFor();
});

test('on a phone a link says in the sentence what came out, and the drawer has it with room for fingers', async () => {
  const page = await open({
    fragment: link('first-order-bound', {}, 'himmelblau'),
    size: 'phone',
    context: { reducedMotion: 'reduce', hasTouch: true },
  });
  await sentence(page).getByText('“First-order points at a known rate”: supported.').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.getByRole('button', { name: /inspector/i }).click();
  const shown = card(page, 'first-order-bound');
  await shown.locator('[data-verdict=supported]').waitFor();
  const buttons = await shown.getByRole('button').all();
  for (const button of buttons) expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  expect(buttons).toHaveLength(3);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  expect(await axeViolations(page)).toEqual([]);
});
