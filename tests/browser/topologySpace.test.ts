import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import type { Scenario, SublevelExperiment } from '../../src/scenario/types.ts';
import { pageOpener } from './harness.ts';
import { middle } from './page.ts';

const open = pageOpener();

const sentence = (page: Page): Locator => page.locator('[data-testid=sentence][data-finished=true]');

const branches = (page: Page): Locator => page.getByRole('listbox', { name: /^Branches/ });

const barrier = (page: Page): Locator => page.getByTestId('barrier');

const space = (page: Page): Locator => page.locator('[data-picture=space]');

function formula(expression: string, variables: string[], side: number) {
  const domain = variables.map(() => [-side, side] as const);
  return { id: 'formula', params: { expression, variables, constants: {}, domain } };
}

function link(landscape: Scenario['landscape'], experiment: Partial<SublevelExperiment>, more: Partial<Scenario> = {}) {
  return encodeLink({ version: 1, landscape, experiment: { kind: 'sublevel', ...experiment }, ...more });
}

/** Points the pointer at a minimum in the tree. */
async function hover(page: Page, branch: number): Promise<void> {
  const { x, y } = await middle(branches(page).locator(`[data-branch="${branch}"] text`));
  await page.mouse.move(x, y);
}

/** Pixels of the picture in space in the colour of spurious valleys’ outlines, and those that are pale. */
const counted = (page: Page) =>
  page.locator('canvas[data-triangles]').evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(
      0,
      0,
      canvas.width,
      canvas.height,
    );
    let [red, pale] = [0, 0];
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] === 160 && data[at + 1] === 24 && data[at + 3] === 255) red++;
      if ((data[at + 3] as number) > 60 && (data[at + 3] as number) < 120) pale++;
    }
    return { red, pale };
  });

const words = (page: Page) =>
  space(page)
    .locator('text')
    .evaluateAll((texts) => texts.map(({ textContent }) => textContent ?? ''));

test('three variables: spurious valleys, the edge, two points with their pass, and the branch’s component', async () => {
  const wells = formula('(x^2-1)^2 + 0.3*y^2 + z^2 + 0.1*x', ['x', 'y', 'z'], 1.5);
  const page = await open({ fragment: link(wells, { levels: [0.4], resolution: 31 }) });
  await sentence(page).getByText('A critical point confirms each minimum').waitFor();
  await sentence(page).getByText('has 2 components, 1 of them a spurious valley').waitFor();
  expect(await words(page)).toEqual(expect.arrayContaining(['1', '2', 'spurious']));
  expect((await words(page)).filter((text) => text.includes('meets the edge'))).toEqual([]);
  const plain = await counted(page);
  expect(plain.red).toBeGreaterThan(300);
  // The softened edges of outlines.
  expect(plain.pale).toBeLessThan(300);
  await barrier(page).getByText('Type two points under Barrier').waitFor();
  await page.getByRole('button', { name: 'Between the two lowest minima' }).first().click();
  await barrier(page).getByText('the pass is at').waitFor();
  await space(page).locator('[data-pass]').waitFor();
  expect(await space(page).locator('[data-end]').allTextContents()).toEqual(['A', 'B']);
  expect((await words(page)).some((text) => text.startsWith('pass at u = 1.0'))).toBe(true);
  await page.getByRole('button', { name: 'Clear the points' }).click();
  await space(page).locator('[data-end]').first().waitFor({ state: 'detached' });
  await hover(page, 1);
  await expect
    .poll(async () => Number(await page.locator('canvas').first().getAttribute('data-lit')))
    .toBeGreaterThan(100);
  expect((await counted(page)).pale).toBeGreaterThan(1000);
  await page.mouse.move(500, 20);
  await expect.poll(async () => (await counted(page)).pale).toBeLessThan(300);
  // Higher up both reach the sides of the box, before they join.
  await page.getByRole('textbox', { name: 'Level', exact: true }).fill('0.95');
  await page.keyboard.press('Enter');
  await expect.poll(() => words(page)).toEqual(expect.arrayContaining(['meets the edge', 'spurious, meets the edge']));
});

test('the surface marks them too, pale where a hill hides them, and says where points are given', async () => {
  const between = [
    [-0.56, 1.44],
    [0.623, 0.028],
  ];
  const more = { view: { layout: 'surface', scale: 'log' } } as const;
  const page = await open({ fragment: link({ id: 'muller-brown' }, { levels: [-60], between }, more) });
  await sentence(page).getByText('A critical point confirms each minimum and each join.').waitFor();
  expect(await words(page)).toEqual(expect.arrayContaining(['A', 'B', 'spurious', 'pass at u = −40.66']));
  expect((await counted(page)).red).toBeGreaterThan(300);
  // From above nothing hides anything.
  const pale = () => space(page).locator('svg [opacity], svg [stroke-opacity="0.55"]').count();
  expect(await pale()).toBeGreaterThan(0);
  await space(page).focus();
  for (let k = 0; k < 20; k++) await page.keyboard.press('ArrowUp');
  await expect.poll(pale).toBe(0);
  await page.getByRole('button', { name: 'Clear the points' }).click();
  await barrier(page).getByText('Click two points on the contour to ask').waitFor();
  await page.getByRole('button', { name: 'Show the contour' }).click();
  await barrier(page).getByText('Click two points to ask').waitFor();
});

test('one variable: spurious valleys outlined, and the component of a branch', async () => {
  const page = await open({ fragment: link(formula('sin(5*x) + 0.1*x^2', ['x'], 3), { levels: [0.3] }) });
  await sentence(page).getByText('has 5 components, 4 of them spurious valleys').waitFor();
  await page.locator('[data-outlines="4"]').waitFor();
  await hover(page, 2);
  await page.locator('[data-lit="2"]').waitFor();
  await page.mouse.move(500, 20);
  await page.locator('[data-lit]').waitFor({ state: 'detached' });
});

test('a resolution by axis is shown as it is, and changed along one axis or on purpose along all', async () => {
  const wells = formula('(x^2-1)^2 + y^2 + 0.1*x', ['x', 'y'], 2);
  const page = await open({ fragment: link(wells, { levels: [0.5], resolution: [11, 301] }) });
  await page.getByTestId('by-axis').getByText('Resolution 11 × 301, by axis.').waitFor();
  await page.getByRole('textbox', { name: 'Resolution along x' }).fill('41');
  await page.keyboard.press('Enter');
  await sentence(page).getByText('on 41 × 301 grid points').waitFor();
  await page.getByRole('button', { name: '301 along every axis' }).click();
  await sentence(page).getByText('on 301 × 301 grid points').waitFor();
  expect(await page.getByRole('textbox', { name: 'Resolution' }).inputValue()).toBe('301');
});
