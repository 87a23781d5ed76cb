import { open } from 'node:fs/promises';
import { LIMITS } from '../scenario/limits.ts';

/** Bytes that are read at most: enough for the longest text in any script, and for saying that it is too long. */
const MOST_BYTES = 4 * LIMITS.textLength;

/** A file that cannot be read; the message is one sentence. */
export class UnreadableInput extends Error {}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'its path leads through a file, not a folder',
  EACCES: 'reading it is not allowed',
  EPERM: 'reading it is not allowed',
};

/**
 * The text of a file, or of standard input for `-`; of a huge one only its beginning, which is longer than any
 * scenario may be.
 * @throws UnreadableInput
 */
export async function readInput(file: string): Promise<string> {
  try {
    return file === '-' ? await readStream(process.stdin) : await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const reason = REASONS[code] ?? (error instanceof Error ? error.message : String(error));
    throw new UnreadableInput(`${file === '-' ? 'Standard input' : file} cannot be read: ${reason}.`);
  }
}

async function readFile(file: string): Promise<string> {
  const handle = await open(file, 'r');
  try {
    return await readStream(handle.createReadStream({ end: MOST_BYTES, autoClose: false }));
  } finally {
    await handle.close();
  }
}

async function readStream(stream: AsyncIterable<string | Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    pieces.push(Buffer.from(piece));
    size += piece.length;
    if (size > MOST_BYTES) break;
  }
  return Buffer.concat(pieces).toString('utf8');
}
