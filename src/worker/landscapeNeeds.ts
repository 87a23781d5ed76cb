import { loadLandscapeCode } from '../scenario/landscapeCode.ts';

/**
 * Loads what the landscape of a job needs, before the job begins: jobs are tasks, which cannot wait.
 * @param payload  of any job; its landscape, or that of its scenario, is looked for
 * @returns null where nothing is to be loaded
 */
export function landscapeNeeds(payload: unknown): Promise<void> | null {
  const { landscape, scenario } = (payload ?? {}) as { readonly landscape?: unknown; readonly scenario?: unknown };
  const chosen = landscape ?? (scenario as { readonly landscape?: unknown } | undefined)?.landscape;
  const { id } = (chosen ?? {}) as { readonly id?: unknown };
  return typeof id === 'string' ? loadLandscapeCode(id) : null;
}
