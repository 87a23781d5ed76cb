import { writeJson } from '../scenario/writeJson.ts';
import { parseArguments, USAGE, UsageError } from './arguments.ts';
import { execute } from './execute.ts';
import { Interrupted, Interruption } from './Interruption.ts';
import { InvalidScenario } from './InvalidScenario.ts';
import { print } from './print.ts';
import { UnreadableInput } from './readInput.ts';

/** Runs the command line; the document on standard output is written last of all. @returns the exit status */
async function main(interruption: Interruption): Promise<number> {
  try {
    const command = parseArguments(process.argv.slice(2));
    if (command.command === 'help') process.stderr.write(USAGE);
    else await print(writeJson(await execute(command, interruption)), interruption);
    return 0;
  } catch (error) {
    if (error instanceof Interrupted) return error.status;
    if (error instanceof InvalidScenario) return await printProblems(error, interruption);
    process.stderr.write(complaint(error));
    return 1;
  }
}

async function printProblems({ problems, document }: InvalidScenario, interruption: Interruption): Promise<number> {
  for (const { path, message } of problems) process.stderr.write(`${path === '' ? '' : `${path}: `}${message}\n`);
  if (document) await print(writeJson(document), interruption);
  return 2;
}

/** What went wrong: a sentence for what the user can mend, and the place in the program for anything else. */
function complaint(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\n\n${USAGE}`;
  if (error instanceof UnreadableInput) return `${error.message}\n`;
  return `Sublevel failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}

const status = await main(new Interruption());
process.exitCode = status;
// A standard input that nobody closes, or an output that nobody reads, must not keep an interrupted program alive.
if (status >= 128) process.exit();
process.stdin.unref?.();
