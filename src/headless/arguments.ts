/** What the command line asks for. */
export type Command =
  | { readonly command: 'help' }
  | { readonly command: 'list' }
  | { readonly command: 'validate'; readonly file: string }
  | { readonly command: 'run'; readonly file: string; readonly progress: boolean; readonly seed?: number };

/** How the command line is used; printed by `--help` and behind a complaint about the arguments. */
export const USAGE = `Usage: npm run -s sublevel -- COMMAND

  list              every landscape, method and experiment kind, with their parameters
  run FILE          run a scenario and print its report
  validate FILE     check a scenario; print it with all defaults, or its problems
  --help            this text

  FILE is a scenario in JSON, or - for standard input.
  run takes --progress (a bar on standard error) and --seed N (instead of the scenario's seed).

One JSON document comes on standard output, everything else on standard error.
Exit status: 0 done, 2 the scenario is invalid, 130 ended by Ctrl-C, 1 anything else.
`;

/** A mistake in the arguments; the message is one sentence. */
export class UsageError extends Error {}

const COMMANDS = ['list', 'run', 'validate'];

/** Flags by command; true where a value follows. */
const FLAGS: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  list: {},
  run: { '--progress': false, '--seed': true },
  validate: {},
};

/**
 * Reads the arguments after the program's name.
 * @throws UsageError for anything that is not understood
 */
export function parseArguments(args: readonly string[]): Command {
  if (args.includes('--help') || args.includes('-h')) return { command: 'help' };
  const [command, ...rest] = args;
  if (command === undefined) throw new UsageError(`A command is missing; there are ${COMMANDS.join(', ')}.`);
  if (!COMMANDS.includes(command)) {
    throw new UsageError(`Unknown command ${JSON.stringify(command)}; there are ${COMMANDS.join(', ')}.`);
  }
  const { files, flags } = split(command, rest);
  if (command === 'list') {
    if (files.length > 0) throw new UsageError(`list takes no file, got ${JSON.stringify(files[0])}.`);
    return { command };
  }
  const [file, ...more] = files;
  if (file === undefined) throw new UsageError(`${command} needs a file, or - for standard input.`);
  if (more.length > 0) throw new UsageError(`${command} takes one file, got ${files.length}: ${files.join(', ')}.`);
  if (command === 'validate') return { command, file };
  const seed = flags.get('--seed');
  const progress = flags.has('--progress');
  return { command: 'run', file, progress, ...(seed !== undefined && { seed: readSeed(seed) }) };
}

/** Files and flags, in any order; `--seed=7` is `--seed 7`. */
function split(command: string, args: readonly string[]) {
  const known = FLAGS[command] as Readonly<Record<string, boolean>>;
  const files: string[] = [];
  const flags = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const argument = args[i] as string;
    if (argument === '-' || !argument.startsWith('-')) {
      files.push(argument);
      continue;
    }
    const [flag = '', ...attached] = argument.split('=');
    const takesValue = Object.hasOwn(known, flag) ? known[flag] : undefined;
    if (takesValue === undefined) throw new UsageError(unknownFlag(command, flag, Object.keys(known)));
    if (!takesValue && attached.length > 0) throw new UsageError(`${flag} takes no value.`);
    const value = takesValue && attached.length === 0 ? args[++i] : attached.join('=');
    if (value === undefined) throw new UsageError(`${flag} needs a value.`);
    flags.set(flag, value);
  }
  return { files, flags };
}

function unknownFlag(command: string, flag: string, known: readonly string[]): string {
  const there = known.length === 0 ? 'it takes none' : `there are ${known.join(', ')}`;
  return `Unknown option ${JSON.stringify(flag)} for ${command}; ${there}.`;
}

function readSeed(text: string): number {
  const seed = Number(text);
  if (/^[+-]?\d+$/.test(text) && Number.isSafeInteger(seed)) return seed;
  throw new UsageError(`--seed takes a whole number, got ${JSON.stringify(text)}.`);
}
