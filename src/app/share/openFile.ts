import { openText } from '../../store/link.ts';
import { notify } from '../../store/notices.ts';

/** No scenario is anywhere near as large, in bytes. */
const MAX_FILE_SIZE = 2_000_000;

/** Opens a scenario file that was chosen or dropped; a file that cannot be one is refused before it is read. */
export async function openFile(file: File): Promise<void> {
  if (file.size > MAX_FILE_SIZE) {
    const megabytes = (file.size / 1e6).toFixed(1);
    notify({
      kind: 'error',
      text: `“${file.name}” has ${megabytes} MB; a scenario has at most ${MAX_FILE_SIZE / 1e6}. Nothing was changed.`,
    });
    return;
  }
  await openText(await file.text(), file.name);
}
