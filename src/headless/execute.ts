import { loadLandscapeCode } from '../scenario/landscapeCode.ts';
import { resolveScenario } from '../scenario/resolve.ts';
import { runScenario } from '../scenario/run.ts';
import { ScenarioRefused } from '../scenario/ScenarioRefused.ts';
import { validateScenario } from '../scenario/validate.ts';
import type { Command } from './arguments.ts';
import { drainInSlices } from './drainInSlices.ts';
import type { Interruption } from './Interruption.ts';
import { InvalidScenario } from './InvalidScenario.ts';
import { list } from './list.ts';
import { ProgressBar } from './ProgressBar.ts';
import { readInput } from './readInput.ts';

type Named<Name extends Command['command']> = Extract<Command, { readonly command: Name }>;
type Executors = {
  readonly [Name in Exclude<Command['command'], 'help'>]: (
    command: Named<Name>,
    interruption: Interruption,
  ) => object | Promise<object>;
};

/** What each command does; the outcome is the document for standard output. */
const EXECUTORS: Executors = { list, validate, run };

/**
 * Carries out a command.
 * @throws InvalidScenario, UnreadableInput, Interrupted
 */
export async function execute(
  command: Exclude<Command, { readonly command: 'help' }>,
  interruption: Interruption,
): Promise<object> {
  const executor = EXECUTORS[command.command] as (command: Command, interruption: Interruption) => object;
  return executor(command, interruption);
}

async function validate({ file }: Named<'validate'>): Promise<object> {
  const result = validateScenario(await readInput(file));
  if (!result.ok) throw new InvalidScenario(result.problems, { ok: false, problems: result.problems });
  return { ok: true, scenario: resolveScenario(result.scenario) };
}

async function run({ file, progress, seed }: Named<'run'>, interruption: Interruption): Promise<object> {
  const result = validateScenario(await readInput(file));
  if (!result.ok) throw new InvalidScenario(result.problems);
  const scenario = resolveScenario(seed === undefined ? result.scenario : { ...result.scenario, seed });
  await loadLandscapeCode(scenario.landscape.id);
  const bar = progress ? new ProgressBar() : undefined;
  try {
    const report = await drainInSlices(runScenario(scenario, result.prepared), (state) => {
      bar?.show(state);
      interruption.check();
    });
    bar?.finish();
    return report;
  } catch (error) {
    if (error instanceof ScenarioRefused) throw new InvalidScenario(error.problems);
    throw error;
  } finally {
    bar?.end();
  }
}
