import './requireNode.mjs';
import { pathToFileURL } from 'node:url';
import { ensureHeadless } from './ensureBuilt.mjs';
import { ensureInstalled } from './ensureInstalled.mjs';
import { runCommand } from './runCommand.mjs';

let program = '';
await runCommand(async () => {
  await ensureInstalled();
  program = await ensureHeadless();
});
// In this process: standard input, exit status and Ctrl-C are the program's own.
if (program !== '') await import(pathToFileURL(program).href);
