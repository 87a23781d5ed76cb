import { instantiate } from '../core/formula/instantiate.ts';
import { type PlaneObjective, withPlaneLoops } from '../core/objective/PlaneObjective.ts';
import { loadedCode } from './landscapeCode.ts';
import type { PreparedLandscape } from './prepare.ts';

/**
 * The function of a prepared landscape, ready to evaluate. Takes no parser, so the page may import it.
 * @throws Error where the landscape is code that has not been loaded
 */
export function objectiveOf({
  compiled,
  constants,
}: Pick<PreparedLandscape, 'compiled' | 'constants'>): PlaneObjective {
  if ('codeOf' in compiled) return withPlaneLoops(loadedCode(compiled.codeOf)(compiled.params));
  return instantiate(compiled, constants);
}
