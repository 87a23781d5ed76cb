import './requireNode.mjs';
import { spawn } from 'node:child_process';
import { ensurePage } from './ensureBuilt.mjs';
import { ensureInstalled } from './ensureInstalled.mjs';
import { runCommand } from './runCommand.mjs';
import { serveFolder } from './serveFolder.mjs';

const firstPort = 4173;

/**
 * Serves the page on PORT, or else on the first free port from 4173 on.
 * @param {string} page
 */
async function serve(page) {
  const chosen = process.env.PORT;
  if (chosen !== undefined && chosen !== '') {
    const port = Number(chosen);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is "${chosen}", which is no port.`);
    return serveFolder(page, { port }).catch((error) => {
      throw new Error(`Port ${port} cannot be had (${error.code}): set PORT to another, or leave it out.`);
    });
  }
  for (let port = firstPort; port < firstPort + 20; port++) {
    const served = await serveFolder(page, { port }).catch(() => undefined);
    if (served !== undefined) return served;
  }
  return serveFolder(page);
}

/**
 * Opens an address where somebody sits in front of a desktop.
 * @param {string} address
 */
function openOnDesktop(address) {
  const { env, platform, stdout } = process;
  const hasDesktop = platform === 'darwin' || platform === 'win32' || env.DISPLAY || env.WAYLAND_DISPLAY;
  if (!hasDesktop || !stdout.isTTY || env.CI) return;
  const [program, ...args] =
    platform === 'darwin' ? ['open'] : platform === 'win32' ? ['cmd', '/c', 'start', '""'] : ['xdg-open'];
  spawn(/** @type {string} */ (program), [...args, address], { detached: true, stdio: 'ignore' })
    .on('error', () => {})
    .unref();
}

await runCommand(async () => {
  await ensureInstalled();
  const { address, close } = await serve(await ensurePage());
  process.stdout.write(`Sublevel is at ${address} (Ctrl-C ends it)\n`);
  openOnDesktop(address);
  const end = () => close().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
});
