import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { decodeLink } from '../../src/scenario/decodeLink.ts';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import type { Scenario, SublevelExperiment } from '../../src/scenario/types.ts';
import { axeViolations } from './axeViolations.ts';
import { pageOpener, themes } from './harness.ts';
import { middle, ready, undoButton } from './page.ts';

const open = pageOpener();

const tab = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Labs' }).getByRole('button', { name });

const bar = (page: Page): Locator => page.getByRole('slider', { name: 'Level u', exact: true }).last();

const sentence = (page: Page): Locator => page.locator('[data-testid=sentence][data-finished=true]');

const branches = (page: Page): Locator => page.getByRole('listbox', { name: /^Branches/ });

/** Where u is on the bar, and what is said of it. */
const spoken = (page: Page) => bar(page).getAttribute('aria-valuetext');

/** The pixels of the picture of Ω_u that are not empty, by colour: enough to see that it changes. */
const painted = (page: Page) =>
  page.locator('canvas[data-sublevel]').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL().length);

function link(experiment: Partial<SublevelExperiment> = {}, more: Partial<Scenario> = {}): string {
  return encodeLink({
    version: 1,
    title: 'Four valleys',
    landscape: { id: 'himmelblau' },
    experiment: { kind: 'sublevel', levels: [50], ...experiment },
    view: { scale: 'log' },
    ...more,
  });
}

test('the level is dragged on the colour bar and in the tree, and the count follows', async () => {
  const page = await open();
  await ready(page);
  await tab(page, 'Topology').click();
  await sentence(page).getByText('A critical point confirms each minimum and each join.').waitFor();
  await sentence(page).getByText('the sublevel set has 4 components').waitFor();
  const box = await bar(page).boundingBox();
  if (!box) throw new Error('the bar is not on screen');
  const before = await painted(page);
  await page.mouse.move(box.x + 8, box.y + box.height * 0.7);
  await page.mouse.down();
  await page.mouse.move(box.x + 8, box.y + box.height * 0.3, { steps: 5 });
  expect(await spoken(page)).toMatch(/^u = [\d.]+, 2 components$/);
  await page.mouse.move(box.x + 8, box.y + box.height * 0.1, { steps: 5 });
  await page.mouse.up();
  await sentence(page).getByText('the sublevel set has 1 component,').waitFor();
  expect(await painted(page)).not.toBe(before);
  // The drag is one step of the history.
  await undoButton(page).click();
  await sentence(page).getByText('the sublevel set has 4 components').waitFor();
  const line = page.locator('[data-level-line] rect');
  const at = await line.boundingBox();
  if (!at) throw new Error('the line is not on screen');
  await page.mouse.move(at.x + at.width * 0.55, at.y + at.height / 2);
  await page.mouse.down();
  await page.mouse.move(at.x + at.width * 0.55, box.y + box.height * 0.3, { steps: 4 });
  await page.mouse.up();
  expect(await spoken(page)).toMatch(/, 2 components$/);
  await page.locator('[data-count="2"]').waitFor();
});

test('the level by keyboard: arrows, Shift, Alt, Home and End', async () => {
  const page = await open({ fragment: link() });
  await sentence(page).getByText('has 3 components').waitFor();
  const level = async () => Number(await bar(page).getAttribute('aria-valuenow'));
  // The slider of the panel has the logarithmic scale of the bar; 50 would be at 0.06 of a linear one.
  const slider = page.getByRole('slider', { name: 'Level, slider' });
  const place = Number(await slider.inputValue());
  expect([place > 0.4, place < 0.8]).toEqual([true, true]);
  await bar(page).focus();
  const steps = [];
  for (const key of ['ArrowUp', 'Shift+ArrowUp', 'Alt+ArrowUp', 'ArrowDown']) {
    const before = await level();
    await page.keyboard.press(key);
    steps.push((await level()) - before);
  }
  expect(steps[1]).toBeGreaterThan(2 * (steps[0] as number));
  expect(steps[2]).toBeLessThan(steps[1] as number);
  expect(steps[3]).toBeLessThan(0);
  await page.keyboard.press('End');
  expect(await spoken(page)).toMatch(/, 1 component$/);
  await page.keyboard.press('Home');
  expect(await level()).toBeLessThan(0.01);
});

test('after a drag of u and a click into the tree the keys are the page’s, the clicker’s too', async () => {
  const page = await open({ fragment: link() });
  await sentence(page).getByText('has 3 components').waitFor();
  await page.keyboard.press('p');
  await page.getByRole('heading', { name: 'Four valleys' }).waitFor();
  const at = await middle(bar(page));
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x, at.y + 20, { steps: 2 });
  await page.mouse.up();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('role'));
  expect(await focused()).toBe('slider');
  await page.keyboard.press('v');
  await page.locator('[data-view=contour]').waitFor({ state: 'detached' });
  await page.keyboard.press('v');
  await page.locator('[data-view=contour]').waitFor();
  const leaf = await middle(branches(page).locator('[data-branch="2"] text'));
  await page.mouse.click(leaf.x, leaf.y);
  expect(await focused()).toBe('listbox');
  await page.keyboard.press('Control+z');
  await page.locator('[data-view=contour]').waitFor({ state: 'detached' });
  await page.keyboard.press('PageDown');
  await page.getByRole('heading', { name: 'Four valleys' }).waitFor({ state: 'detached' });
});

test('a frame of focus on the bar and on the tree is for the keyboard, not for what a pointer touched', async () => {
  const page = await open({ fragment: link() });
  await sentence(page).getByText('has 3 components').waitFor();
  const frame = () => page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
  await page.keyboard.press('p');
  const at = await middle(bar(page));
  const leaf = await middle(branches(page).locator('[data-branch="2"] text'));
  for (const { x, y } of [at, leaf]) {
    await page.mouse.click(x, y);
    // After any key, a clicker's too, the browser takes the focus for one of the keyboard.
    await page.keyboard.press('q');
    expect(await page.evaluate(() => document.activeElement?.matches(':focus-visible'))).toBe(true);
    expect(await frame()).not.toBe('solid');
  }
  for (const element of [bar(page), branches(page)]) {
    await element.focus();
    await page.keyboard.press('ArrowRight');
    expect(await frame()).toBe('solid');
  }
});

test('presenting: pictures and one sentence, none of it cut, and the barrier only where it was asked', async () => {
  const many = { landscape: { id: 'rastrigin' }, view: { layout: 'both' } } as const;
  const page = await open({ fragment: link({ levels: [20], resolution: 101 }, many), size: 'tablet' });
  await sentence(page).getByText('121 minima').waitFor();
  await page.locator('[data-view=surface]').waitFor();
  await page.keyboard.press('p');
  await sentence(page)
    .getByText(/^At u = 20 the sublevel set has \d+ components[^.]*\.$/)
    .waitFor();
  const isCut = await sentence(page).evaluate((words) => words.scrollHeight > words.clientHeight);
  expect(isCut).toBe(false);
  expect(await page.getByRole('main').locator('header, [data-testid=barrier]').count()).toBe(0);
  // Large type leaves room for one landscape.
  await page.locator('[data-view=surface]').waitFor({ state: 'detached' });
  expect((await page.locator('[data-view=contour] [data-plot]').boundingBox())?.height).toBeGreaterThan(380);
  const plane = page.getByRole('application', { name: /^Sublevel set of/ });
  await plane.click({ position: { x: 100, y: 100 } });
  await plane.click({ position: { x: 300, y: 300 } });
  await page.getByTestId('barrier').getByText('share a component from').waitFor();
  expect(await page.getByRole('button', { name: 'Clear the points' }).isVisible()).toBe(false);
});

test('a branch under the pointer or the keyboard shows its component, its minimum and its saddle', async () => {
  const page = await open({ fragment: link() });
  await sentence(page).getByText('has 3 components').waitFor();
  expect(await branches(page).getByRole('option').count()).toBe(4);
  const before = await painted(page);
  const branch = branches(page).getByRole('option', { name: /^Minimum 3 at \(−2.805, 3.131\): f = .*confirmed/ });
  const place = await middle(branches(page).locator('[data-branch="2"] text'));
  await page.mouse.move(place.x, place.y);
  await expect.poll(() => branch.getAttribute('aria-selected')).toBe('true');
  await expect.poll(() => painted(page)).not.toBe(before);
  await page.mouse.move(700, 30);
  await expect.poll(() => branch.getAttribute('aria-selected')).toBe('false');
  await branches(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => branches(page).locator('[aria-selected=true]').count()).toBe(1);
});

test('no line hides a number or a saddle in the tree, and equal barriers stand at one height', async () => {
  const camel = { landscape: { id: 'six-hump-camel' } };
  const page = await open({ fragment: link({ levels: [0.3] }, camel) });
  await sentence(page).getByText('has 3 components').waitFor();
  const shown = await branches(page)
    .locator('[data-branch] circle')
    .evaluateAll((circles) =>
      circles.map((circle) => {
        const { x, y, width, height } = circle.getBoundingClientRect();
        const top = document.elementFromPoint(x + width / 2, y + height / 2);
        return top !== null && top.parentElement === circle.parentElement;
      }),
    );
  expect(shown).toEqual(Array(11).fill(true));
  const across = await branches(page)
    .getByRole('option')
    .evaluateAll((options) =>
      options.flatMap((option) => {
        const height = /V([\d.]+)H/.exec(option.querySelector('path')?.getAttribute('d') ?? '')?.[1];
        return height === undefined ? [] : [Math.round(Number(height))];
      }),
    );
  // The five that join: the second global minimum at 0, two at 0.5437 and two at 2.229.
  expect(across.length).toBe(5);
  expect(new Set(across).size).toBe(3);
});

test('a branch that a finger taps stays lit until the next tap elsewhere', async () => {
  const page = await open({ fragment: link(), size: 'phone', context: { hasTouch: true } });
  await sentence(page).getByText('has 3 components').waitFor();
  const lit = () => branches(page).locator('[aria-selected=true]').getAttribute('aria-label');
  const unlit = () => branches(page).locator('[aria-selected=true]').count();
  for (const branch of [2, 1]) {
    const at = await middle(branches(page).locator(`[data-branch="${branch}"] text`));
    await page.touchscreen.tap(at.x, at.y);
    await page.waitForTimeout(400);
    expect(await lit()).toContain(`Minimum ${branch + 1} `);
  }
  const plane = await middle(page.getByRole('application', { name: /^Sublevel set of/ }));
  await page.touchscreen.tap(plane.x, plane.y);
  await expect.poll(unlit).toBe(0);
});

test('the barrier between two points, clicked, dragged, moved by keyboard and cleared', async () => {
  const page = await open({ fragment: link() });
  await sentence(page).getByText('has 3 components').waitFor();
  const plane = page.getByRole('application', { name: /^Sublevel set of/ });
  const box = await plane.boundingBox();
  if (!box) throw new Error('the plane is not on screen');
  const at = (x: number, y: number) =>
    [box.x + ((x + 5) / 10) * box.width, box.y + ((5 - y) / 10) * box.height] as const;
  await page.mouse.click(...at(3, 2.2));
  await page.getByTestId('barrier').getByText('Click a second point').waitFor();
  await page.mouse.click(...at(3.6, -1.6));
  const words = page.getByTestId('barrier');
  await words
    .getByText('share a component from u = 13.3119 on; the pass is at (3.385, 0.07385), a confirmed saddle')
    .waitFor();
  await page.locator('[data-pass]').waitFor();
  // To the valley at the upper left, over another pass.
  const end = await middle(page.getByRole('button', { name: /^Point B at/ }));
  await page.mouse.move(end.x, end.y);
  await page.mouse.down();
  await page.mouse.move(...at(-2.8, 3.1), { steps: 4 });
  await page.mouse.up();
  await words.getByText('from u = 67.7192 on').waitFor();
  await page.getByRole('button', { name: /^Point B at/ }).focus();
  for (let k = 0; k < 4; k++) await page.keyboard.press('Shift+ArrowDown');
  await words.getByText(/from u = (104\.015|1[0-9]{2}|[0-9.]+) on/).waitFor();
  await page.getByRole('button', { name: 'Clear the points' }).click();
  await words.getByText('Click two points').waitFor();
});

test('the link holds everything, a threshold hides branches, and a typed resolution is found anew', async () => {
  const page = await open({
    fragment: link({
      between: [
        [3, 2],
        [-2.8, 3.1],
      ],
      persistence: 50,
      resolution: 101,
    }),
  });
  await sentence(page).getByText('3 minima on 101 × 101 grid points').waitFor();
  await page.getByTestId('hidden').getByText('1 branch of persistence up to 13.3').waitFor();
  await page.getByRole('checkbox', { name: 'Hide what the grid cannot resolve' }).click();
  await sentence(page).getByText('4 minima on 101 × 101 grid points').waitFor();
  await page.getByRole('textbox', { name: 'Resolution' }).fill('151');
  await page.keyboard.press('Enter');
  await sentence(page).getByText('4 minima on 151 × 151 grid points').waitFor();
  await page.waitForTimeout(600);
  const decoded = decodeLink(new URL(page.url()).hash.slice(1));
  expect(decoded).toMatchObject({
    ok: true,
    scenario: {
      landscape: { id: 'himmelblau' },
      experiment: {
        kind: 'sublevel',
        levels: [50],
        resolution: 151,
        between: [
          [3, 2],
          [-2.8, 3.1],
        ],
      },
    },
  });
  const again = await open({ fragment: new URL(page.url()).hash.slice(1) });
  await sentence(again).getByText('4 minima on 151 × 151 grid points').waitFor();
  await again.getByTestId('barrier').getByText('from u = 67.7192 on').waitFor();
});

test('what a threshold hides is counted and painted grey, in all pictures', async () => {
  const hiding = { persistence: 70 };
  const page = await open({ fragment: link(hiding) });
  await sentence(page)
    .getByText('the sublevel set has 3 components')
    .filter({ hasText: '2 components are shown, 1 is hidden by the persistence threshold and painted grey.' })
    .waitFor();
  expect(await spoken(page)).toBe('u = 50, 2 components shown, 1 hidden by the persistence threshold');
  const label = page.locator('[data-picture=tree] [data-count]');
  await expect.poll(() => label.textContent()).toBe('Nu = 2 + 1 hidden');
  /** Colours of single pixels at three minima: of the two that are shown, and of the one between that is hidden. */
  const colours = () =>
    page.locator('canvas[data-sublevel]').evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      const at = (x: number, y: number) =>
        [...context.getImageData(((x + 5) / 10) * canvas.width, ((5 - y) / 10) * canvas.height, 1, 1).data].join();
      return [at(3.1, 1.9), at(-2.9, 2.9), at(-3.6, -3.4)];
    });
  const [first, hidden, last] = await colours();
  expect(new Set([first, hidden, last]).size).toBe(3);
  const [red, green, blue] = (hidden as string).split(',').map(Number) as [number, number, number];
  expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(15);
  await page.getByRole('checkbox', { name: 'Hide what the grid cannot resolve' }).click();
  await expect.poll(() => label.textContent()).toBe('Nu = 3');
  await sentence(page).getByText('painted grey').waitFor({ state: 'detached' });
  expect((await colours())[1]).not.toBe(hidden);
});

test('outlines of many valleys are thin while u moves, and as wide as those of few once it stands still', async () => {
  const many = { landscape: { id: 'rastrigin' }, view: {} };
  const page = await open({ fragment: link({ levels: [20], resolution: 101 }, many) });
  await sentence(page).getByText('121 minima').waitFor();
  const reds = () =>
    page.locator('canvas[data-sublevel]').evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const context = (canvas as HTMLCanvasElement).getContext('2d') as CanvasRenderingContext2D;
      const { data } = context.getImageData(0, 0, width, height);
      const isRed = (k: number) => data[k] === 160 && data[k + 1] === 24 && data[k + 2] === 24;
      return Array.from({ length: width * height }, (_, k) => 4 * k).filter(isRed).length;
    });
  const still = await reds();
  expect(still).toBeGreaterThan(1000);
  const box = await bar(page).boundingBox();
  if (!box) throw new Error('the bar is not on screen');
  const y = box.y + box.height * 0.7;
  await page.mouse.move(box.x + 8, y);
  await page.mouse.down();
  await page.evaluate(() => {
    const element = [...document.querySelectorAll('[role=slider][aria-label="Level u"]')].at(-1) as Element;
    const { x, y, height } = element.getBoundingClientRect();
    const to = { clientX: x + 8, bubbles: true, buttons: 1, pointerId: 1, isPrimary: true };
    for (const share of [0.71, 0.72]) {
      element.dispatchEvent(new PointerEvent('pointermove', { ...to, clientY: y + share * height }));
    }
    const shown = document.querySelector('canvas[data-sublevel]') as HTMLCanvasElement;
    document.body.dataset.moving = shown.toDataURL();
  });
  const settled = () =>
    page.evaluate(() => {
      const shown = document.querySelector('canvas[data-sublevel]') as HTMLCanvasElement;
      return shown.toDataURL() !== document.body.dataset.moving;
    });
  await expect.poll(settled).toBe(true);
  expect(await reds()).toBeGreaterThan(1000);
  await page.mouse.up();
});

test('the picture of the tree has a colour bar of its own, beside a contour too', async () => {
  const page = await open({ fragment: link() });
  await sentence(page).getByText('has 3 components').waitFor();
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Merge tree' }).last().click(),
  ]);
  const picture = readFileSync(await download.path(), 'utf8');
  // In sight are the ticks of the bar, left of the tree that stands at the edge of the screen’s.
  const seen = await page.evaluate((text) => {
    document.body.replaceChildren(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement);
    const bounds = document.querySelector('svg')?.getBoundingClientRect();
    const ticks = [...document.querySelectorAll('text')].filter((tick) => tick.textContent === '800');
    return ticks.map((tick) => tick.getBoundingClientRect().left - (bounds?.left ?? 0));
  }, picture);
  expect(seen).toHaveLength(1);
  expect(seen[0]).toBeGreaterThan(20);
  expect(seen[0]).toBeLessThan(80);
});

test('a search is cancelled at once, keeps what it found, and begins again', async () => {
  // Almost two million grid points and two thousand critical ones keep the search busy for some ten seconds.
  const variables = ['x', 'y', 'z'];
  const busy = {
    id: 'formula',
    params: {
      expression: 'sin(8*x)*cos(7*y + x*z) + cos(9*z - x*y) + 0.1*(x^2 + y^2 + z^2)',
      variables,
      constants: {},
      domain: variables.map(() => [-2, 2] as const),
    },
  };
  const page = await open({ fragment: link({ levels: [0.5], resolution: 121 }, { landscape: busy }) });
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await cancel.waitFor();
  await cancel.click();
  await page.getByTestId('state').getByText('Partial').waitFor();
  await sentence(page)
    .getByText(/At u = 0.5 the sublevel set has/)
    .waitFor();
  await page.getByRole('button', { name: 'Run again' }).click();
  await page.getByTestId('state').waitFor({ state: 'detached' });
  await sentence(page)
    .getByText(/minima and joins/)
    .waitFor({ timeout: 90_000 });
}, 120_000);

test('one and three variables, and a sentence for more', async () => {
  const formula = (expression: string, variables: string[]) => ({
    landscape: {
      id: 'formula',
      params: { expression, variables, constants: {}, domain: variables.map(() => [-2, 2] as const) },
    },
  });
  const line = await open({ fragment: link({ levels: [0.5] }, formula('(x^2 - 1)^2', ['x'])) });
  await sentence(line).getByText('has 2 components').waitFor();
  const space = await open({
    fragment: link({ levels: [0.5], resolution: 41 }, formula('(x^2 - 1)^2 + y^2 + z^2', ['x', 'y', 'z'])),
  });
  await sentence(space).getByText('has 2 components').waitFor();
  const triangles = () => space.locator('canvas[data-triangles]').getAttribute('data-triangles');
  await expect.poll(async () => Number(await triangles())).toBeGreaterThan(500);
  const many = await open({ fragment: link() });
  await sentence(many).getByText('has 3 components').waitFor();
  await many.evaluate(
    (hash) => {
      window.location.hash = hash;
    },
    encodeLink({
      version: 1,
      landscape: { id: 'rosenbrock', params: { dimension: 4 } },
      experiment: { kind: 'descent', methods: [], starts: [] },
    }),
  );
  await ready(many);
  await tab(many, 'Topology').click();
  await many.getByText('Sublevel sets are found on a grid of up to 3 variables, and this landscape has 4').waitFor();
  // Nothing is told of the landscape before.
  expect(await many.getByTestId('sentence').textContent()).toBe('');
  expect(await many.getByText(/^Spurious valleys|^Merge tree|Simple \(/).count()).toBe(0);
  expect(await branches(many).count()).toBe(0);
  await many.getByRole('button', { name: 'Look for a path between two points instead' }).click();
  await many.getByRole('textbox', { name: 'End 1' }).waitFor();
});

test('joins that crowd at the bottom of the scale are spread by a button, and an empty set says what to do', async () => {
  const page = await open({ fragment: link({ levels: [40] }, { view: {} }) });
  await sentence(page).getByText('has 3 components').waitFor();
  await page.getByRole('button', { name: 'Log scale' }).click();
  await page.getByRole('button', { name: 'Log scale' }).waitFor({ state: 'detached' });
  // Half of the bar lies below a few tens now.
  const box = await bar(page).boundingBox();
  if (!box) throw new Error('the bar is not on screen');
  await page.mouse.click(box.x + 8, box.y + box.height / 2);
  expect(Number(await bar(page).getAttribute('aria-valuenow'))).toBeLessThan(100);
  await page.getByRole('textbox', { name: 'Level', exact: true }).fill('-5');
  await page.keyboard.press('Enter');
  await sentence(page)
    .getByText('the sublevel set is empty: f is higher at each grid point. Raise the level.')
    .waitFor();
});

test('a box that is refused keeps what was found in the one before, in its own, and says so', async () => {
  const page = await open({ fragment: link() });
  await sentence(page).getByText('has 3 components').waitFor();
  const refusal = page.getByTestId('refusal');
  expect(await refusal.textContent()).toBe('');
  await page.getByRole('textbox', { name: 'x to' }).last().fill('-4.9999999999999');
  await page.keyboard.press('Enter');
  await refusal.getByText('The interval [−5, −4.9999999999999] is too narrow for 201 different numbers').waitFor();
  await refusal.getByText('What is shown stays as it was: 201 × 201 grid points in [−5, 5] × [−5, 5].').waitFor();
  await sentence(page).getByText('has 3 components').waitFor();
  expect(await branches(page).getByRole('option').count()).toBe(4);
  await page.getByText('Simple (Nᵤ = 1 for every u)').waitFor();
  // Neither axis is so short that its labels are differences.
  expect(await page.locator('[data-picture=plane] text').filter({ hasText: '[10' }).count()).toBe(0);
  // Points are taken in the box that is shown.
  const plane = page.getByRole('application', { name: /^Sublevel set of/ });
  await plane.click({ position: { x: 100, y: 100 } });
  await plane.click({ position: { x: 300, y: 300 } });
  await page.getByTestId('barrier').getByText('share a component from').waitFor();
  await page.getByRole('button', { name: 'Back to the whole domain' }).click();
  await refusal.getByText('too narrow').waitFor({ state: 'detached' });
  await sentence(page).getByText('A critical point confirms each minimum').waitFor();
});

test('a point where f has no value is said to have none, in the graph and on the surface too', async () => {
  const formula = (expression: string, variables: string[]) => ({
    landscape: {
      id: 'formula',
      params: { expression, variables, constants: {}, domain: variables.map(() => [-3, 3] as const) },
    },
    view: {},
  });
  const between = [
    [0, 0.1],
    [2, 2],
  ];
  const disc = formula('sqrt(x^2 + y^2 - 1) + 0.5*sin(3*x)', ['x', 'y']);
  const page = await open({ fragment: link({ levels: [1], between, resolution: 101 }, disc) });
  const words = 'f has no finite value at A, so no sublevel set holds it: move it to where f has one.';
  await page.getByTestId('barrier').getByText(words).waitFor();
  await page.keyboard.press('v');
  await page.locator('[data-picture=space]').waitFor();
  await page.getByTestId('barrier').getByText(words).waitFor();
  const one = formula('sqrt(x^2 - 1)', ['x']);
  const line = await open({ fragment: link({ levels: [1], between: [[2], [0]] }, one) });
  await line.getByTestId('barrier').getByText('f has no finite value at B').waitFor();
  await line.getByRole('button', { name: /^Point B at/ }).waitFor();
});

test.each(themes)('nothing that axe finds in %s, the tree and the bar by Tab alone', async (theme) => {
  const page = await open({ fragment: link({}, { view: { scale: 'log', layout: 'both' } }), theme });
  await sentence(page).getByText('has 3 components').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Skip to the landscape' }).focus();
  await page.keyboard.press('Enter');
  const reached = new Set<string | null>();
  for (let k = 0; k < 14; k++) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => document.activeElement?.getAttribute('role') ?? null));
  }
  for (const role of ['slider', 'listbox', 'application']) expect(reached).toContain(role);
});
