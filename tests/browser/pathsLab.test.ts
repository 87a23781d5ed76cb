import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { decodeLink } from '../../src/scenario/decodeLink.ts';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import type { PathExperiment, PathLengthsExperiment, Scenario } from '../../src/scenario/types.ts';
import { axeViolations } from './axeViolations.ts';
import { pageOpener, takeScreenshot } from './harness.ts';
import { middle, undoButton } from './page.ts';

const open = pageOpener();

const tab = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Labs' }).getByRole('button', { name });

const sentence = (page: Page): Locator => page.locator('[data-testid=sentence][data-finished=true]');

const end = (page: Page, number: number): Locator =>
  page.getByRole('button', { name: new RegExp(`^End ${number} at `) });

/** The line of the path as it is drawn, and the states of its segments. */
const drawn = (page: Page) =>
  page.locator('[data-path]').evaluate((group) => ({
    line: group.querySelector(':scope > path')?.getAttribute('d') ?? '',
    states: [...group.querySelectorAll(':scope > path[data-segment]')].map((path) => path.getAttribute('data-segment')),
    isFalling: group.querySelector('[data-falling]') !== null,
    isTight: group.querySelector('[data-shortened]') !== null,
  }));

const pathLink = (experiment: Partial<PathExperiment> = {}): string =>
  encodeLink({
    version: 1,
    seed: 7,
    title: 'Over the lowest pass',
    landscape: { id: 'muller-brown' },
    experiment: {
      kind: 'path',
      ends: [
        [-0.558, 1.4417],
        [0.623, 0.028],
      ],
      level: -40,
      method: { id: 'dynamic-string-sampling' },
      ...experiment,
    },
    view: { scale: 'log' },
  });

const lengthsLink = (experiment: Partial<PathLengthsExperiment> = {}): string =>
  encodeLink({
    version: 1,
    seed: 7,
    landscape: { id: 'muller-brown' },
    experiment: {
      kind: 'path-lengths',
      pairs: 4,
      levels: [0, -20],
      method: { id: 'dynamic-string-sampling' },
      ...experiment,
    },
  });

/** Types a number into a field and applies it. */
async function type(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name, exact: true }).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

const bottomOf = (place: Locator) => place.evaluate((element) => element.getBoundingClientRect().bottom);

const joined = (page: Page): Promise<void> => sentence(page).getByText('joined the ends below').waitFor();

test('the lab joins the two lowest minima of the landscape that is shown', async () => {
  const page = await open();
  await tab(page, 'Paths').click();
  await joined(page);
  expect(new Set((await drawn(page)).states)).toEqual(new Set(['1']));
  const table = page.getByRole('region', { name: 'Table of the path methods' });
  await expect.poll(() => table.locator('tbody tr').count()).toBe(5);
  await table.getByRole('button', { name: 'Minimax on a grid' }).click();
  await page.locator('[data-trajectory="minimax-grid"]').waitFor({ state: 'attached' });
  await page.locator('[data-view=path-energy] [data-peer="minimax-grid"]').waitFor({ state: 'attached' });
  await page.keyboard.press('2');
  await page.locator('[data-trajectory="straight"]').waitFor({ state: 'attached' });
  await page.keyboard.press('v');
  await page.getByRole('region', { name: 'Table of the levels' }).waitFor();
  await page.keyboard.press('v');
  await joined(page);
});

test('the path follows an end that is dragged, and the drag is undone in one step', async () => {
  const page = await open({ fragment: pathLink() });
  await joined(page);
  const before = await drawn(page);
  expect(before.isTight).toBe(true);
  const from = await middle(end(page, 2));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  let last = before.line;
  for (const by of [12, 24, 36]) {
    await page.mouse.move(from.x - by, from.y - by / 2);
    await expect.poll(async () => (await drawn(page)).line).not.toBe(last);
    last = (await drawn(page)).line;
  }
  await page.mouse.up();
  await joined(page);
  await expect.poll(async () => (await drawn(page)).isTight).toBe(true);
  await undoButton(page).click();
  await expect.poll(async () => (await drawn(page)).line).toBe(before.line);
  expect(await undoButton(page).isDisabled()).toBe(true);
});

test('an end is moved by keyboard, and its place is announced', async () => {
  const page = await open({ fragment: pathLink() });
  await joined(page);
  const before = (await drawn(page)).line;
  await end(page, 1).focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await drawn(page)).line).not.toBe(before);
  await page.getByText(/^End 1: x −?-?0\.558, y 1\.39/).waitFor({ state: 'attached' });
});

test('a level below the pass: not found, never disconnected; below an end: a sentence that says what to change', async () => {
  const page = await open({ fragment: pathLink() });
  await joined(page);
  await type(page, 'Level', '-45');
  await sentence(page)
    .getByText(/not found within depth 10 and \d+ evaluations/)
    .waitFor();
  const { states, isTight } = await drawn(page);
  expect([states.includes('2'), isTight]).toEqual([true, false]);
  const said = (await sentence(page).textContent()) ?? '';
  const named = await page.locator('[data-bead-name]').allTextContents();
  expect(named.length).toBeGreaterThan(0);
  for (const name of named) expect(said).toContain(`${name} `);
  expect(await sentence(page).textContent()).not.toMatch(/disconnected/i);
  await type(page, 'Level', '-120');
  await sentence(page)
    .getByText(
      /above the level −120; raise the level to at least −108.*The path drawn is that of the settings before\.$/,
    )
    .waitFor();
  // What was found before stays on screen, but not as if it were inside what is painted now.
  await page.locator('[data-path][opacity]').waitFor({ state: 'attached' });
  expect(await page.getByRole('button', { name: 'Compare the methods' }).count()).toBe(0);
  expect((await drawn(page)).states).toEqual(states);
  await type(page, 'Level', '-30');
  await joined(page);
  await page.locator('[data-path]:not([opacity])').waitFor({ state: 'attached' });
});

test('a place on the curve of f is marked on the path, and a place on the path on the curve', async () => {
  const page = await open({ fragment: pathLink() });
  await joined(page);
  const energy = page.locator('[data-view=path-energy]');
  const at = await middle(energy);
  await page.mouse.move(at.x, at.y);
  await page.locator('[data-path] [data-marked]').waitFor({ state: 'attached' });
  await energy.getByText(/^f = −\d/).waitFor();
  await page.mouse.move(5, 5);
  await expect.poll(() => page.locator('[data-marked]').count()).toBe(0);
  const bead = await middle(page.locator('[data-bead="2"]'));
  await page.mouse.move(bead.x, bead.y);
  await page.locator('[data-path] [data-marked]').waitFor({ state: 'attached' });
  await energy.getByText(/^f = −\d/).waitFor();
});

test('two beads at one place do not leave a stray one in the curve', async () => {
  const page = await open({
    fragment: encodeLink({
      version: 1,
      seed: 7,
      landscape: {
        id: 'formula',
        params: {
          expression: 'log(x^2+y^2-0.25)+x^2+y^2',
          variables: ['x', 'y'],
          constants: {},
          domain: [
            [-2, 2],
            [-2, 2],
          ],
        },
      },
      experiment: {
        kind: 'path',
        ends: [
          [-1, 0],
          [1, 0],
        ],
        level: 1.5,
        method: { id: 'minimax-grid' },
      },
    }),
  });
  await sentence(page).getByText('joined the ends below').waitFor();
  const beads = page.locator('[data-view=path-energy] circle');
  const places = await beads.evaluateAll((circles) =>
    circles.map((circle) => [Number(circle.getAttribute('cx')), Number(circle.getAttribute('cy'))] as const),
  );
  const right = Math.max(...places.map(([x]) => x));
  const atEnd = places.filter(([x]) => right - x < 0.1).map(([, y]) => y.toFixed(1));
  expect(atEnd.length).toBeGreaterThan(1);
  expect(new Set(atEnd).size).toBe(1);
});

test('the level is moved on the colour bar', async () => {
  const page = await open({ fragment: pathLink() });
  await joined(page);
  const slider = page.getByRole('slider', { name: 'Level u' });
  await slider.focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => Number(await slider.getAttribute('aria-valuenow'))).toBeLessThan(-40);
  await sentence(page).waitFor();
  await undoButton(page).click();
  await expect.poll(async () => Number(await slider.getAttribute('aria-valuenow'))).toBe(-40);
});

test('the search is scrubbed: the straight segment, a bead that falls, the path', async () => {
  const page = await open({ fragment: pathLink() });
  await joined(page);
  const whole = await drawn(page);
  await page.keyboard.press('Home');
  await expect.poll(async () => (await drawn(page)).states).toEqual(['2']);
  await page
    .getByTestId('sentence')
    .getByText(/^The straight segment rises to 12\.6\d, above the level −40\.$/)
    .waitFor();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await drawn(page)).isFalling).toBe(true);
  await page.keyboard.press('End');
  await expect.poll(async () => (await drawn(page)).line).toBe(whole.line);
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Pause (Space)' }).waitFor();
});

test('a search is cancelled, and another one begun', async () => {
  const params = { cycles: 30, iterations: 100_000, pivots: 200 };
  const page = await open({ fragment: pathLink({ method: { id: 'nudged-elastic-band', params } }) });
  await page.getByRole('progressbar', { name: 'The path searched' }).waitFor();
  // A first search is watched, and what it had come to stays when it is cancelled.
  await page.locator('[data-path]').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Cancel' }).first().click();
  await page.getByTestId('state').getByText('Partial: the search was cancelled').waitFor();
  expect((await drawn(page)).states.length).toBeGreaterThan(1);
  expect(await exported(page, /^CSV, a line for each bead/)).toMatch(
    /^path,bead,x,y,value\r\nstage,0,-0.558,1.4417,-146\./,
  );
  await page.getByRole('combobox', { name: 'Method', exact: true }).selectOption('straight');
  await sentence(page).getByText('Straight segment: not found').waitFor();
});

test('the link holds the path, and opens to the same', async () => {
  const page = await open({ fragment: pathLink() });
  await joined(page);
  await type(page, 'Depth', '8');
  await page.getByRole('checkbox', { name: 'Pull connections tight' }).click();
  await expect.poll(async () => (await drawn(page)).isTight).toBe(false);
  await page.waitForTimeout(600);
  const address = page.url();
  expect(decodeLink(new URL(address).hash.slice(1))).toMatchObject({
    ok: true,
    scenario: { experiment: { kind: 'path', level: -40, shorten: false, method: { params: { depth: 8 } } } },
  });
  const said = await sentence(page).textContent();
  await page.goto('about:blank');
  await page.goto(address);
  await joined(page);
  expect(await sentence(page).textContent()).toBe(said);
});

test('a digit typed in the very frame in which its field was entered stays', async () => {
  const page = await open({ fragment: lengthsLink() });
  const field = page.getByRole('textbox', { name: 'Random pairs', exact: true });
  await field.evaluate(async (input: HTMLInputElement) => {
    input.focus();
    await Promise.resolve();
    input.select();
    document.execCommand('insertText', false, '2');
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  });
  await page.keyboard.type('0');
  expect(await field.inputValue()).toBe('20');
});

test('lengths against level come level by level; a cancel keeps what was found', async () => {
  const page = await open({ fragment: lengthsLink() });
  await sentence(page)
    .getByText(/^The median length is [\d.]+ at level 0/)
    .waitFor();
  const rows = page.getByRole('region', { name: 'Table of the levels' }).locator('tbody tr');
  expect(await rows.count()).toBe(2);
  expect(await rows.first().textContent()).toMatch(/^0[0-4] of 4/);
  await page.locator('[data-view=path-lengths] [data-series=found]').waitFor({ state: 'attached' });
  await type(page, 'Random pairs', '900');
  await page.getByRole('progressbar', { name: 'Paths searched' }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).first().click();
  await page
    .getByTestId('state')
    .getByText(/^Partial|^This is of the settings before/)
    .waitFor();
  await page.getByRole('button', { name: 'One path' }).click();
  await sentence(page)
    .getByText(/joined the ends|not found/)
    .waitFor();
  await page.getByRole('button', { name: 'Length against level' }).click();
});

/** Text of the file that an item of the menu saves. */
async function exported(page: Page, name: RegExp): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name }).last().click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

test('a path that is kept while an end is dragged out of the sublevel set is exported', async () => {
  const page = await open({ fragment: pathLink() });
  await joined(page);
  const from = await middle(end(page, 2));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let by = 4; by <= 160; by += 4) await page.mouse.move(from.x + by, from.y);
  await page.mouse.up();
  await sentence(page)
    .getByText(/above the level −40.*The path drawn is that of the settings before\.$/)
    .waitFor();
  const lines = (await exported(page, /^CSV, a line for each bead/)).trimEnd().split('\r\n');
  expect(lines[1]).toMatch(/^found,0,-0.558,1.4417,-146\./);
  expect(lines.length).toBeGreaterThan(2);
});

test('path and pictures are exported', async () => {
  const page = await open({ fragment: pathLink() });
  await joined(page);
  const save = (name: RegExp) => exported(page, name);
  expect((await save(/^CSV, a line for each bead/)).split('\r\n')[0]).toBe('path,bead,x,y,value');
  await page.getByRole('region', { name: 'Table of the path methods' }).locator('tbody tr').nth(4).waitFor();
  expect((await save(/^CSV, a line for each method/)).split('\r\n')).toHaveLength(7);
  const report = JSON.parse(await save(/^JSON report/));
  expect(report.result).toMatchObject({ kind: 'path', status: 'connected' });
  expect(await save(/^Plane/)).toContain('data-path');
  expect(await save(/^Value along the path/)).toContain('f along the path');
});

test('no number of the methods is cut on a desktop, powers of ten among them neither', async () => {
  const ends = [
    [3, 2],
    [3.0000001, 2],
  ];
  const experiment = { kind: 'path', ends, level: 0.001, method: { id: 'dynamic-string-sampling' } } as const;
  const page = await open({
    fragment: encodeLink({ version: 1, seed: 7, landscape: { id: 'himmelblau' }, experiment }),
  });
  const region = page.getByRole('region', { name: 'Table of the path methods' });
  await region.locator('tbody tr').nth(4).waitFor();
  expect(await region.innerText()).toMatch(/×10⁻¹³.*×10⁻⁷/);
  const [clip, widest] = await region.evaluate((section) => [section.clientWidth, section.scrollWidth]);
  expect(widest).toBeLessThanOrEqual(clip as number);
});

test('of more than two variables the plane goes through the ends, and says what it hides', async () => {
  const page = await open({
    fragment: encodeLink({
      version: 1,
      landscape: { id: 'rosenbrock', params: { dimension: 4 } },
      experiment: {
        kind: 'path',
        ends: [
          [-1, 1, 1, 1],
          [1, 1, 1, 1],
        ],
        level: 30,
        method: { id: 'dynamic-string-sampling' },
      },
    }),
  });
  await sentence(page)
    .getByText(/joined the ends|not found/)
    .waitFor();
  await page.getByText(/^Plane in 4 dimensions, through both ends and the path’s highest point/).waitFor();
  // The Descent lab’s runs are behind it, and nothing is said of them.
  const chooser = page.getByRole('group', { name: 'Plane', exact: true });
  expect(await chooser.textContent()).not.toMatch(/trajector|run|start/i);
  await chooser.getByRole('radio', { name: 'Two random directions at the selected end' }).check();
  await page.getByText(/^Plane in 4 dimensions, along two random directions: ends and path are only/).waitFor();
  await chooser.getByRole('radio', { name: 'Through both ends and the path’s highest point' }).check();
  await page.getByText(/^Plane in 4 dimensions, through both ends and the path’s highest point/).waitFor();
  expect(await end(page, 1).count()).toBe(1);
});

test('of one variable, ends and path stand on the graph of f, and the ends are moved along it', async () => {
  const params = { expression: '(x^2-1)^2', variables: ['x'], domain: [[-2, 2]] as const };
  const method = { id: 'dynamic-string-sampling' };
  const experiment = { kind: 'path', ends: [[-1], [1]], level: 1.2, method } as const;
  const page = await open({ fragment: encodeLink({ version: 1, landscape: { id: 'formula', params }, experiment }) });
  await joined(page);
  const { line, states } = await drawn(page);
  expect(states).toEqual(['1']);
  // Along the graph, not straight across.
  expect(line.split('L').length).toBeGreaterThan(50);
  await end(page, 1).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await drawn(page)).line).not.toBe(line);
  await page.getByText(/^End 1: x −?-?0\.92/).waitFor({ state: 'attached' });
});

test('of a network, what f is at the ends is said by the search', async () => {
  const landscape = { id: 'polynomial-regression', params: { target: 'quadratic', points: 20 } };
  const experiment = { kind: 'path', level: 50, method: { id: 'straight' } } as const;
  const page = await open({ fragment: encodeLink({ version: 1, landscape, experiment } as unknown as Scenario) });
  await sentence(page).getByText('joined the ends below 50').waitFor();
  await page
    .getByTestId('plane')
    .getByText(/ f is [\d.]+ at End 1 and [\d.]+ at End 2\.$/)
    .waitFor();
});

test('what the landscape or the method has no use for is not offered', async () => {
  const landscape = { id: 'rosenbrock', params: { dimension: 4 } };
  const ends = [
    [-1, 1, 1, 1],
    [1, 1, 1, 1],
  ];
  // Refused, so that no path tells how many variables there are.
  const experiment = { kind: 'path', ends, level: 0.1, method: { id: 'dynamic-string-sampling' } } as const;
  const page = await open({ fragment: encodeLink({ version: 1, landscape, experiment }) });
  await sentence(page)
    .getByText(/raise the level/)
    .waitFor();
  const others = page.getByRole('group', { name: 'Paths of other methods shown' });
  expect(await others.getByRole('button', { name: 'Minimax on a grid' }).count()).toBe(0);
  await page.getByText('New bead at').waitFor();
  await page.getByText('Hyperplane', { exact: true }).click();
  await page.getByText('New bead at').waitFor({ state: 'detached' });
});

test('a link whose search cannot begin says so, also where the curve would be', async () => {
  const page = await open({ fragment: pathLink({ level: -200 }) });
  await sentence(page)
    .getByText(/raise the level/)
    .waitFor();
  await page.getByText('f along the path is drawn once a search can begin.').waitFor();
  expect(await page.getByRole('button', { name: 'Compare the methods' }).count()).toBe(0);
  await type(page, 'Level', '-30');
  await joined(page);
});

test('a path kept where a new search cannot begin is said to be of before, to an audience too', async () => {
  const page = await open({ fragment: pathLink(), size: 'tablet' });
  await joined(page);
  const table = page.getByRole('region', { name: 'Table of the path methods' });
  await table.locator('tbody tr').nth(4).waitFor();
  await type(page, 'Level', '-200');
  const kept = page.getByText('The path drawn is that of the settings before.').filter({ visible: true });
  await kept.waitFor();
  await page.getByText('inside the sublevel set of before').waitFor();
  await table.getByText('All methods, with the settings before.').waitFor();
  expect(await table.getByRole('img', { name: 'connected', exact: true }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.getByRole('main').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('p');
  await page.getByRole('navigation', { name: 'Labs' }).waitFor({ state: 'detached' });
  await kept.waitFor();
  expect(await sentence(page).evaluate((words) => words.scrollHeight > words.clientHeight)).toBe(false);
});

test.each(['tablet', 'phone'] as const)('%s, in the largest type: the whole plane is on screen', async (size) => {
  const page = await open({ fragment: pathLink(), size, theme: 'projector' });
  await joined(page);
  const seen = await bottomOf(page.getByRole('region', { name: 'The path', exact: true }));
  expect(await bottomOf(page.locator('[data-view=path-plane]'))).toBeLessThanOrEqual(seen);
  if (size === 'tablet') expect(await bottomOf(page.locator('[data-view=path-energy]'))).toBeLessThanOrEqual(seen);
});

test.each([
  ['tablet', 'dark'],
  ['phone', 'projector'],
] as const)('%s, %s: the curve of lengths comes before its table, and is in sight', async (size, theme) => {
  const page = await open({ fragment: lengthsLink(), size, theme });
  const region = page.getByRole('region', { name: 'Length against level' });
  const row = region.getByRole('region', { name: 'Table of the levels' });
  await row.waitFor();
  const [view, chart, numbers] = await Promise.all(
    [region, page.locator('[data-view=path-lengths]'), row].map((place) => place.boundingBox()),
  );
  if (!view || !chart || !numbers) throw new Error('a part of the view is not drawn');
  expect(chart.y).toBeGreaterThanOrEqual(view.y);
  expect(chart.height).toBeGreaterThan(0.45 * view.height);
  expect(numbers.y).toBeGreaterThanOrEqual(chart.y + chart.height);
});

test.each([
  ['tablet', 'light'],
  ['phone', 'dark'],
  ['desktop', 'projector'],
] as const)('%s, %s: plane and curve are in sight, and the sentence is not cut', async (size, theme) => {
  const page = await open({ fragment: pathLink(), size, theme });
  await joined(page);
  const seen = await bottomOf(page.getByRole('region', { name: 'The path', exact: true }));
  for (const view of ['path-plane', 'path-energy']) {
    expect(await bottomOf(page.locator(`[data-view=${view}]`))).toBeLessThanOrEqual(seen);
  }
  expect(await sentence(page).evaluate((words) => words.scrollHeight > words.clientHeight)).toBe(false);
  // What is not said there is told below.
  expect(
    await page
      .getByText(/values and \d+ gradients; confirmed at/)
      .filter({ visible: true })
      .count(),
  ).toBe(1);
});

test('presenting in a small window: plane and curve beside each other in sight, and one sentence that is not cut', async () => {
  const page = await open({ fragment: pathLink(), size: 'tablet' });
  await joined(page);
  await page.keyboard.press('p');
  await page.getByRole('navigation', { name: 'Labs' }).waitFor({ state: 'detached' });
  expect(await page.getByRole('main').locator('header').textContent()).toBe('');
  const seen = await bottomOf(page.getByRole('region', { name: 'The path', exact: true }));
  for (const view of ['path-plane', 'path-energy']) {
    expect(await bottomOf(page.locator(`[data-view=${view}]`))).toBeLessThanOrEqual(seen);
  }
  expect(await sentence(page).textContent()).toMatch(/^Dynamic string sampling joined .*\.$/);
  expect(await sentence(page).evaluate((words) => words.scrollHeight > words.clientHeight)).toBe(false);
});

for (const { size, theme } of [
  { size: 'desktop', theme: 'light' },
  { size: 'tablet', theme: 'dark' },
  { size: 'phone', theme: 'projector' },
] as const) {
  test(`${size}, ${theme}: axe finds nothing wrong, in the projected view neither`, async () => {
    const page = await open({
      fragment: pathLink(),
      size,
      theme,
      context: { reducedMotion: 'reduce', hasTouch: size === 'phone' },
    });
    await joined(page);
    await page.getByRole('region', { name: 'Table of the path methods' }).locator('tbody tr').nth(4).waitFor();
    await takeScreenshot(page, `paths-${size}-${theme}`);
    expect(await axeViolations(page)).toEqual([]);
    const root = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(root[0]).toBeLessThanOrEqual(root[1] as number);
    await page.keyboard.press('p');
    await page.getByRole('navigation', { name: 'Labs' }).waitFor({ state: 'detached' });
    await page.locator('[data-theme=projector]').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
}

test('axe finds nothing wrong in the curve of lengths', async () => {
  const page = await open({ fragment: lengthsLink() });
  await sentence(page).getByText('The median length').waitFor();
  await takeScreenshot(page, 'path-lengths');
  expect(await axeViolations(page)).toEqual([]);
});
