import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { launchBrowser } from './launchBrowser.ts';

/** The window sizes that the page is looked at in. */
export const windowSizes = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
} as const;

export const themes = ['light', 'dark', 'projector'] as const;

export interface Opening {
  /** Where the page is served, if not where the tests serve it. */
  readonly address?: string;
  /** What follows the `#` in the address. */
  readonly fragment?: string;
  readonly size?: keyof typeof windowSizes;
  readonly theme?: (typeof themes)[number];
  /** Lets the page install its service worker; otherwise it is kept from it, so that tests do not share a cache. */
  readonly serviceWorker?: true;
  /** Anything else that a browser context takes: `reducedMotion`, `hasTouch`, … */
  readonly context?: BrowserContextOptions;
}

/** What went wrong in each open page: nothing may, unless the test took it with `takeProblems`. */
const problems = new WeakMap<Page, string[]>();

/** The problems of a page so far; after this they no longer fail the test. */
export function takeProblems(page: Page): string[] {
  return problems.get(page)?.splice(0) ?? [];
}

/** Records what a user would not see but is wrong all the same. */
function watch(page: Page, origin: string): void {
  const found: string[] = [];
  problems.set(page, found);
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => found.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('crash', () => found.push('the page crashed'));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) found.push(`request elsewhere: ${url.href}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'failed';
    if (reason !== 'net::ERR_ABORTED') found.push(`request failed: ${request.url()} (${reason})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) found.push(`status ${response.status()}: ${response.url()}`);
  });
}

/** Turns violations of the content security policy into console errors, which fail the test. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`content security policy: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`);
  });
}

/** Chooses a theme as the page's menu does, unless one was chosen already. */
function chooseTheme(theme: string): void {
  const key = 'sublevel-preferences';
  const kept = JSON.parse(localStorage.getItem(key) ?? '{"state":{},"version":1}');
  localStorage.setItem(key, JSON.stringify({ ...kept, state: { theme, ...kept.state } }));
}

async function openPage(browser: Browser, opening: Opening): Promise<Page> {
  const address = opening.address ?? inject('pageAddress');
  const context = await browser.newContext({
    viewport: windowSizes[opening.size ?? 'desktop'],
    colorScheme: opening.theme === 'dark' ? 'dark' : 'light',
    serviceWorkers: opening.serviceWorker ? 'allow' : 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...opening.context,
  });
  await context.addInitScript(reportViolations);
  if (opening.theme) await context.addInitScript(chooseTheme, opening.theme);
  const page = await context.newPage();
  watch(page, new URL(address).origin);
  await page.goto(opening.fragment === undefined ? address : `${address}#${opening.fragment}`);
  return page;
}

/**
 * Gives the tests of one file a browser. Call it at the top of the file; what it returns opens the built page.
 * After each test its pages are closed, and the test fails where a page logged an error, broke the content security
 * policy, asked another server for something or failed to load something.
 */
export function pageOpener(): (opening?: Opening) => Promise<Page> {
  const pages: Page[] = [];
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    const opened = pages.splice(0);
    const found = opened.flatMap(takeProblems);
    await Promise.all(opened.map((page) => page.context().close()));
    expect(found, 'the page had problems').toEqual([]);
  });
  afterAll(() => browser?.close());
  return async (opening = {}) => {
    if (!browser) throw new Error('pages open inside tests only');
    const page = await openPage(browser, opening);
    pages.push(page);
    return page;
  };
}

/** Saves what the window shows as `dist/screenshots/NAME.png`, for whoever looks at it; git ignores the folder. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  const path = `dist/screenshots/${name}.png`;
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, animations: 'disabled' });
}
