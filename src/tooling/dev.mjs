import './requireNode.mjs';
import { ensureInstalled } from './ensureInstalled.mjs';
import { runCommand } from './runCommand.mjs';
import { runPackage } from './runProgram.mjs';

await runCommand(async () => {
  await ensureInstalled();
  process.on('SIGINT', () => {});
  await runPackage('vite/bin/vite.js', process.argv.slice(2), { output: 'show' });
});
