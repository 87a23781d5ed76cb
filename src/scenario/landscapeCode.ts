import type { CreateObjective } from '../core/landscapes/Landscape.ts';
import { landscapeById } from '../core/landscapes/registry.ts';

const loaded = new Map<string, CreateObjective>();

/**
 * Loads the code of a landscape that is code, once; its function can then be made at once.
 * @param id  of any landscape, or none
 * @returns null where nothing is to be loaded; otherwise a promise that rejects where the code cannot be loaded
 */
export function loadLandscapeCode(id: string): Promise<void> | null {
  const landscape = landscapeById(id);
  if (!landscape?.code || loaded.has(id)) return null;
  return landscape.load().then((create) => {
    loaded.set(id, create);
  });
}

/**
 * What makes the function of a landscape that is code.
 * @throws Error where it has not been loaded
 */
export function loadedCode(id: string): CreateObjective {
  const create = loaded.get(id);
  if (!create) throw new Error(`The code of the landscape ${JSON.stringify(id)} has not been loaded.`);
  return create;
}
