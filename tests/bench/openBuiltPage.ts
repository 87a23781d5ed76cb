import type { Browser, Page } from 'playwright-core';
import { ensurePage } from '../../src/tooling/ensureBuilt.mjs';
import { serveFolder } from '../../src/tooling/serveFolder.mjs';
import { launchBrowser } from '../browser/launchBrowser.ts';

/** The built page in a browser, for measurements. */
export interface BuiltPage {
  readonly browser: Browser;
  readonly page: Page;
  /** Where the page is served; it is not open yet. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves the built page and starts a browser with exact memory figures and `gc()`, with a window of 1440×900 and
 * without the service worker.
 */
export async function openBuiltPage(): Promise<BuiltPage> {
  const served = await serveFolder(await ensurePage());
  const browser = await launchBrowser(['--enable-precise-memory-info', '--js-flags=--expose-gc']);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  return {
    browser,
    page,
    address: served.address,
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
}
