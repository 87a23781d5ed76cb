import { presets } from '../scenario/presets.ts';
import type { Scenario } from '../scenario/types.ts';
import { compute } from './compute.ts';
import { openText } from './link.ts';
import { notify } from './notices.ts';
import { resultsStore } from './resultsStore.ts';
import { sharedScenario } from './sharedScenario.ts';

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

/** The preset that was opened last, and the landscape that it brought: another one is no scene of its family. */
let current: { readonly file: string; readonly landscape: string } | null = null;

/** Opens a preset by its file name. */
export async function openPreset(file: string): Promise<void> {
  try {
    const isOpen = await openText(
      await presetText(file),
      presets.find((preset) => preset.file === file)?.title ?? file,
    );
    if (isOpen) current = { file, landscape: sharedScenario().landscape.id };
  } catch (error) {
    notify({
      kind: 'error',
      text: `The preset could not be loaded: ${error instanceof Error ? error.message : error}`,
    });
  }
}

/**
 * Opens the next or the previous scene of the family that is shown; the first one where what is shown is no preset.
 * Where none has been opened yet, a scene from a link or from before a reload is known by its title. Beyond the ends
 * nothing changes.
 */
export async function openScene(step: 1 | -1): Promise<void> {
  const { landscape, title } = sharedScenario();
  const opened = current?.landscape === landscape.id ? current.file : null;
  // After a reload, or from a link, only the title tells.
  const shown = current ? opened : presets.find((preset) => preset.title === title)?.file;
  const family = presets.find(({ file }) => file === shown)?.family ?? presets[0]?.family;
  const scenes = presets.filter((preset) => preset.family === family);
  const at = scenes.findIndex(({ file }) => file === shown);
  const next = at < 0 ? scenes[0] : scenes[at + step];
  if (next) await openPreset(next.file);
  else resultsStore.setState({ announcement: `No further scene in “${family}”.` });
}
