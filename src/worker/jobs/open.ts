import type { Task } from '../../core/task.ts';
import { decodeLinkText } from '../../scenario/decodeLink.ts';
import type { ParseResult } from '../../scenario/parse.ts';
import { validateScenario } from '../../scenario/validate.ts';
import { compileCached } from '../landscapeCache.ts';

export type OpenPayload = { readonly link: string } | { readonly text: string };

/** Opens the fragment of a link or a scenario's text, its formula included; a bad one is all its problems. */
// biome-ignore lint/correctness/useYield: a job is a task, and this one is short.
export function* open(payload: OpenPayload): Task<ParseResult, never> {
  const unpacked = 'link' in payload ? decodeLinkText(payload.link) : { ok: true as const, text: payload.text };
  if (!unpacked.ok) return unpacked;
  const result = validateScenario(unpacked.text, compileCached);
  return result.ok ? { ok: true, scenario: result.scenario } : result;
}
