import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runPackage, runProgram } from './runProgram.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** @param {string | undefined} path */
function isProgram(path) {
  if (!path || !statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns {string[]} where Chromium, Chrome and Edge are on this system, whether or not they are installed */
function usualPlaces() {
  const { env, platform } = process;
  if (platform === 'darwin') {
    return ['', env.HOME ?? ''].flatMap((home) =>
      ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
        (name) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`,
      ),
    );
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
      [
        'Chromium\\Application\\chrome.exe',
        'Google\\Chrome\\Application\\chrome.exe',
        'Microsoft\\Edge\\Application\\msedge.exe',
      ]
        .filter(() => folder)
        .map((rest) => join(folder ?? '', rest)),
    );
  }
  const folders = [
    ...(env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/opt/google/chrome',
    '/snap/bin',
  ];
  return names.flatMap((name) => folders.filter((folder) => folder !== '').map((folder) => join(folder, name)));
}

/** @returns {Promise<string | undefined>} the browser that Playwright has downloaded, if it has one */
async function playwrightBrowser() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return isProgram(path) ? path : undefined;
}

/**
 * Chromium, Chrome or Edge on this machine.
 * @returns {Promise<string | undefined>} path of the program
 * @throws where CHROME_PATH is set but names no program
 */
export async function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (isProgram(chosen)) return chosen;
    throw new Error(`CHROME_PATH is set to ${chosen}, and no program is there.`);
  }
  return usualPlaces().find(isProgram) ?? (await playwrightBrowser());
}

/** Installs Chromium in the way this system offers; messages go to standard error. */
async function installBrowser() {
  process.stderr.write('No Chromium, Chrome or Edge here: installing Chromium …\n');
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    const quiet = { output: /** @type {const} */ ('stderr'), env: { DEBIAN_FRONTEND: 'noninteractive' } };
    await runProgram('apt-get', ['update', '-qq'], quiet);
    const { status } = await runProgram(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
      quiet,
    );
    if (status === 0) return;
  }
  await runPackage('playwright-core/cli.js', ['install', '--no-shell', 'chromium'], { output: 'stderr' });
}

/**
 * Chromium, Chrome or Edge, installed first where there is none.
 * @returns {Promise<string>} path of the program
 * @throws with one sentence that says what to do, where none can be had
 */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found !== undefined) return found;
  await installBrowser();
  const installed = await findBrowser();
  if (installed !== undefined) return installed;
  throw new Error(
    'The browser tests need Chromium, Chrome or Edge, and none could be installed: install one and run this again, or set CHROME_PATH to its program.',
  );
}
