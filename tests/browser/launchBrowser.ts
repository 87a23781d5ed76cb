import { type Browser, chromium } from 'playwright-core';
import { ensureBrowser } from '../../src/tooling/findBrowser.mjs';

const switches = [
  ...[
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
  ],
  // Surfaces need WebGL, and a test machine has no graphics card: Chromium draws them in software. The page itself must
  // not be rasterised on that emulated card (`--ignore-gpu-blocklist`): each frame would take a second.
  '--enable-unsafe-swiftshader',
];

/**
 * Starts the browser of this machine, without a window.
 * @param extra  further command-line switches
 */
export async function launchBrowser(extra: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureBrowser(),
    // Inside a container the sandbox cannot be set up, and root is refused one anyway.
    chromiumSandbox: false,
    args: [...switches, ...extra],
  });
}
