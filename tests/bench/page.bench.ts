import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { runDescents } from '../../src/core/descent/runDescents.ts';
import { resolveParams } from '../../src/core/resolveParams.ts';
import { drain } from '../../src/core/task.ts';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import { methodOf } from '../../src/scenario/methodChoice.ts';
import { objectiveOf } from '../../src/scenario/objectiveOf.ts';
import { prepareLandscape } from '../../src/scenario/prepare.ts';
import type { DescentExperiment, Scenario } from '../../src/scenario/types.ts';
import type { BenchRow } from './BenchRow.ts';
import { type BuiltPage, openBuiltPage } from './openBuiltPage.ts';
import {
  loadedBeforeContour,
  measureDragging,
  measureRestyling,
  noteFirstContour,
  type RestylingOptions,
} from './pageMeasures.ts';

/** Drag events of ten minutes at 60 a second, and of the first of them. */
const EVENTS = 36_000;
const FIRST_EVENTS = EVENTS / 10;

const plotlyFile = createRequire(import.meta.url).resolve('plotly.js/dist/plotly.min.js');

const METHODS: DescentExperiment['methods'] = [
  { id: 'gradient-descent', params: { stepSize: 0.002 } },
  { id: 'heavy-ball', params: { stepSize: 0.001, momentum: 0.9 } },
  { id: 'nesterov', params: { stepSize: 0.001, momentum: 0.9 } },
  { id: 'adam', params: { stepSize: 0.01 } },
  { id: 'sgld', params: { stepSize: 0.001, inverseTemperature: 2 } },
];

const START: readonly [number, number] = [0.2, -0.6];

/** Grid points along each side, as the page has them. */
const GRID_POINTS = 181;

/** Five methods from one start on Himmelblau's function, every one to its last iteration. */
function fiveMethods(maxIterations: number): string {
  const experiment: DescentExperiment = {
    kind: 'descent',
    methods: METHODS,
    starts: [START],
    stop: { maxIterations, gradientTolerance: 0 },
  };
  const scenario: Scenario = { version: 1, seed: 1, landscape: { id: 'himmelblau' }, experiment };
  return encodeLink(scenario);
}

/** Opens a scenario and waits until the contour is painted and the runs are complete. */
async function show({ page, address }: BuiltPage, fragment: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${address}#${fragment}`);
  await page.locator('.contourlayer path').first().waitFor({ state: 'attached', timeout: 120_000 });
  await page.locator('[data-testid=sentence][data-finished=true]').waitFor({ timeout: 120_000 });
  await page.waitForTimeout(1500);
}

/** Takes hold of the first start with the mouse. */
async function takeStart(page: Page): Promise<void> {
  const handle = await page.getByRole('button', { name: /^Start 1 at / }).boundingBox();
  if (!handle) throw new Error('The start is not on screen.');
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
}

/**
 * What the page draws in that drag, for a Plotly graph: the same contour, and the same runs from starts on a circle as
 * large as that of the drag.
 */
function sameForPlotly(events: number, iterations: number): RestylingOptions {
  const choice = { id: 'himmelblau' };
  const result = prepareLandscape(choice);
  if (!result.ok) throw new Error('The landscape does not compile.');
  const { domain } = result.prepared;
  const objective = objectiveOf(result.prepared);
  const methods = METHODS.map(({ id, params }) => {
    const method = methodOf({ id });
    return { method, params: resolveParams(method.params, params ?? {}, { dimension: 2 }) };
  });
  const side = (axis: 0 | 1) => {
    const [low, high] = domain[axis] as readonly [number, number];
    return Array.from({ length: GRID_POINTS }, (_, i) => low + ((high - low) * i) / (GRID_POINTS - 1));
  };
  const z = side(1).map((y) => side(0).map((x) => objective.value(Float64Array.of(x, y))));
  const stop = { maxIterations: iterations, gradientTolerance: 0 };
  const linesAt = (event: number) => {
    const angle = event / 17;
    const start = [START[0] + 0.5 * (Math.cos(angle) - 1), START[1] + 0.5 * Math.sin(angle)];
    const runs = drain(runDescents({ objective, methods, starts: [start], seed: 1, stop }));
    return runs.map(({ trajectory: { points } }) => ({
      x: [...points.filter((_, i) => i % 2 === 0)],
      y: [...points.filter((_, i) => i % 2 === 1)],
    }));
  };
  return { box: domain, z, events: Array.from({ length: events }, (_, event) => linesAt(event)) };
}

const quantile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(share * (times.length - 1))] as number;

/** Measurements of both in turns, so that what else the machine does falls on both alike. */
const TURNS = 6;
/** Events of a turn, and those of them that come first and are not counted: a page that was behind another is cold. */
const OURS = { events: 60, cold: 15 };
const THEIRS = { events: 20, cold: 5 };

async function dragRows(built: BuiltPage): Promise<BenchRow[]> {
  await show(built, fiveMethods(2000));
  await takeStart(built.page);
  await built.page.evaluate(measureDragging, { events: 60, everyFrame: true });
  const theirPage = await built.browser.newPage({ viewport: { width: 1440, height: 900 } });
  await theirPage.addScriptTag({ path: plotlyFile });
  const restyling = sameForPlotly(THEIRS.events, 2000);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    await built.page.bringToFront();
    const dragged = await built.page.evaluate(measureDragging, { events: OURS.events, everyFrame: true });
    ours.push(...dragged.slice(OURS.cold));
    await theirPage.bringToFront();
    theirs.push(...(await theirPage.evaluate(measureRestyling, restyling)).slice(THEIRS.cold));
  }
  await theirPage.close();
  const row = (name: string, share: number, reach: string, against: number, ratio: number): BenchRow => ({
    work: `one drag event, 5 methods × 2,000 iterations, computed and painted: ${name}`,
    against:
      share === 0.5 ? 'restyling the five trajectories in a Plotly graph that holds the contour' : 'a 60 Hz frame',
    reach,
    ours: quantile(ours, share),
    theirs: against,
    unit: 'ms',
    ratio,
  });
  const median = quantile(theirs, 0.5);
  return [
    row('median', 0.5, '≥ 8 times faster', median, median / quantile(ours, 0.5)),
    row('p95', 0.95, 'under one', 1000 / 60, quantile(ours, 0.95) / (1000 / 60)),
  ];
}

/** Bytes, compressed alike, of everything that was loaded before the first contour, and the time to it. */
async function loadRows(built: BuiltPage): Promise<BenchRow[]> {
  // Each file once: the workers take what they share with the page from the browser's cache.
  const responses = new Map<string, Response>();
  const page = await built.browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  page.on('response', (response) => {
    if (response.status() === 200) responses.set(response.url(), response);
  });
  await page.addInitScript(noteFirstContour);
  await page.goto(built.address);
  await page.locator('.contourlayer path').first().waitFor({ state: 'attached', timeout: 120_000 });
  const { time: ours, loaded } = await page.evaluate(loadedBeforeContour);
  // Asked for while the page is open: what comes after the contour may still be under way when it is closed.
  const bodies = await Promise.all([built.address, ...loaded].map((url) => responses.get(url)?.body()));
  const bytes = bodies.reduce((sum, body) => sum + (body ? gzipSync(body, { level: 9 }).length : 0), 0);
  await page.close();
  const other = await built.browser.newPage({ viewport: { width: 1440, height: 900 } });
  const otherBegan = performance.now();
  await other.addScriptTag({ path: plotlyFile });
  await other.evaluate(measureRestyling, sameForPlotly(1, 2));
  const theirs = performance.now() - otherBegan;
  await other.close();
  const whole = gzipSync(readFileSync(plotlyFile), { level: 9 }).length;
  return [
    {
      work: 'first load: bytes before the first contour, gzip',
      against: 'Plotly’s full bundle',
      reach: '≤ 0.4',
      ours: bytes / 1000,
      theirs: whole / 1000,
      unit: 'kB',
      ratio: bytes / whole,
    },
    {
      work: 'first load: time to the first contour',
      against: 'Plotly’s full bundle and a contour, from disk',
      reach: 'given',
      ours,
      theirs,
      unit: 'ms',
      ratio: ours / theirs,
    },
  ];
}

/** Megabytes of the page's heap after a collection. */
async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

/** Megabytes in typed arrays and the like, which the heap's own figure leaves out. */
const buffers = (page: Page): Promise<number> =>
  page.evaluate(() => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1e6);

async function memoryRows(built: BuiltPage): Promise<BenchRow[]> {
  await show(built, fiveMethods(100_000));
  const recorded = Math.max(await heap(built.page), await buffers(built.page));
  await show(built, fiveMethods(2000));
  await takeStart(built.page);
  await built.page.evaluate(measureDragging, { events: FIRST_EVENTS, everyFrame: false });
  const first = await heap(built.page);
  await built.page.evaluate(measureDragging, { events: EVENTS - FIRST_EVENTS, everyFrame: false });
  const last = await heap(built.page);
  return [
    {
      work: 'page heap with 5 methods × 10⁵ iterations recorded',
      against: '',
      reach: '< 300 MB',
      ours: recorded,
      theirs: Number.NaN,
      unit: 'MB',
      ratio: Number.NaN,
    },
    {
      work: 'page heap after the drag events of ten minutes (36,000)',
      against: 'after those of the first minute (3,600)',
      reach: 'within 10 %',
      ours: last,
      theirs: first,
      unit: 'MB',
      ratio: last / first,
    },
  ];
}

/** What the page costs under the hand, at its first load, and in memory; in a browser without a window. */
export async function rows(): Promise<BenchRow[]> {
  const built = await openBuiltPage();
  try {
    return [...(await dragRows(built)), ...(await loadRows(built)), ...(await memoryRows(built))];
  } finally {
    await built.close();
  }
}
