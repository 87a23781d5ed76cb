import { loadLandscapeCode } from '../scenario/landscapeCode.ts';

/**
 * Loads what the landscapes of a job need, before the job begins: jobs are tasks, which cannot wait.
 * @param payload  of any job; its landscape, and those of its scenario and of its pictures, are looked for
 * @returns null where nothing is to be loaded
 */
export function landscapeNeeds(payload: unknown): Promise<unknown> | null {
  const { landscape, scenario, pictures } = (payload ?? {}) as Mentioned;
  const mentioned = [landscape, scenario?.landscape, ...(pictures ?? []).map((picture) => picture.landscape)];
  const loads = mentioned.flatMap((each) => (each?.id === undefined ? [] : (loadLandscapeCode(each.id) ?? [])));
  return loads.length > 0 ? Promise.all(loads) : null;
}

/** Where payloads mention landscapes. */
interface Mentioned {
  readonly landscape?: { readonly id?: string };
  readonly scenario?: { readonly landscape?: { readonly id?: string } };
  readonly pictures?: readonly { readonly landscape?: { readonly id?: string } }[];
}
