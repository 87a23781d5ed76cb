import { canBeDeclared } from '../../core/formula/checkNames.ts';
import type { Params } from '../../core/params.ts';
import type { Problem } from '../../scenario/types.ts';

/** The name at a problem's place, where it is one that could be declared; else null. */
export function undeclaredName({ start, end }: Problem, params: Params): string | null {
  const text = params.expression as string;
  if (start === undefined || end === undefined) return null;
  const name = text.slice(start, end);
  const declared = (params.variables as readonly string[]).includes(name) || name in (params.constants as object);
  const called = /^\s*\(/.test(text.slice(end));
  return canBeDeclared(name) && name !== 'π' && !declared && !called ? name : null;
}
