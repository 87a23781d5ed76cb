import { presets } from '../scenario/presets.ts';
import type { Scenario } from '../scenario/types.ts';
import { compute } from './compute.ts';
import { openText } from './link.ts';
import { notify } from './notices.ts';

/** The text of a preset; it comes with the page, so it is there offline too. */
async function presetText(file: string): Promise<string> {
  const answer = await fetch(new URL(`scenarios/${file}`, document.baseURI));
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return await answer.text();
}

/**
 * Reads a preset without opening it.
 * @returns null where it is not a valid scenario
 */
export async function readPreset(file: string): Promise<Scenario | null> {
  const result = await compute.run('open', { text: await presetText(file) }, { lane: 'scenes' });
  return result.ok ? result.scenario : null;
}

/** Opens a preset by its file name. */
export async function openPreset(file: string): Promise<void> {
  try {
    await openText(await presetText(file), presets.find((preset) => preset.file === file)?.title ?? file);
  } catch (error) {
    notify({
      kind: 'error',
      text: `The preset could not be loaded: ${error instanceof Error ? error.message : error}`,
    });
  }
}
