import { presets } from '../scenario/presets.ts';
import { openText } from './link.ts';
import { notify } from './notices.ts';

/** Opens a preset by its file name; it comes with the page, so it opens offline too. */
export async function openPreset(file: string): Promise<void> {
  try {
    const answer = await fetch(new URL(`scenarios/${file}`, document.baseURI));
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    await openText(await answer.text(), presets.find((preset) => preset.file === file)?.title ?? file);
  } catch (error) {
    notify({
      kind: 'error',
      text: `The preset could not be loaded: ${error instanceof Error ? error.message : error}`,
    });
  }
}
