import type { FormulaSource } from '../landscapes/Landscape.ts';
import { functions } from './functions.ts';
import type { FormulaProblem } from './problems.ts';

/** A formula has at least 1 and at most this many variables. */
export const MOST_VARIABLES = 50;
/** A formula has at most this many constants. */
const MOST_CONSTANTS = 100;
const LONGEST_NAME = 30;
const NAME = /^[A-Za-z\u0370-\u03FF][\w\u0370-\u03FF]*$/;
/** Words that mean something to the parser or to the reader, besides the functions. */
const RESERVED = new Set('pi e and or not mod to in xor true false null undefined NaN Infinity end'.split(' '));

/** Why `name` cannot name a variable or a constant, or null. */
function flawOf(name: string): string | null {
  if (name === '') return 'A name is missing';
  if (name.length > LONGEST_NAME) return `A name has at most ${LONGEST_NAME} characters`;
  if (!NAME.test(name)) return `\`${name}\` is no name: a letter comes first, then letters, digits and _`;
  if (functions.has(name)) return `\`${name}\` is the name of a function`;
  return RESERVED.has(name) ? `\`${name}\` has a meaning already` : null;
}

/** Whether a variable or a constant may have this name: no function's, no word's with a meaning, none too long. */
export const canBeDeclared = (name: string): boolean => flawOf(name) === null;

function checkVariables(variables: readonly string[]): FormulaProblem[] {
  const field = 'variables';
  if (variables.length === 0) return [{ field, message: 'A formula has at least one variable' }];
  if (variables.length > MOST_VARIABLES) {
    return [{ field, message: `A formula has at most ${MOST_VARIABLES} variables, not ${variables.length}` }];
  }
  return variables.flatMap((name, key): FormulaProblem[] => {
    const flaw = flawOf(name);
    if (flaw) return [{ field, key, message: flaw }];
    const first = variables.indexOf(name);
    return first < key ? [{ field, key, message: `\`${name}\` is variable number ${first + 1} already` }] : [];
  });
}

function checkConstants(source: FormulaSource): FormulaProblem[] {
  const field = 'constants';
  const entries = Object.entries(source.constants);
  if (entries.length > MOST_CONSTANTS) {
    return [{ field, message: `A formula has at most ${MOST_CONSTANTS} constants, not ${entries.length}` }];
  }
  return entries.flatMap(([key, value]): FormulaProblem[] => {
    const problems: FormulaProblem[] = [];
    const flaw = flawOf(key);
    if (flaw) problems.push({ field, key, message: flaw });
    else if (source.variables.includes(key)) problems.push({ field, key, message: `\`${key}\` is a variable already` });
    if (!Number.isFinite(value))
      problems.push({ field, key, message: `The value of \`${key}\` is not a finite number` });
    return problems;
  });
}

function checkDomain({ domain, variables }: FormulaSource): FormulaProblem[] {
  const field = 'domain';
  if (variables.length > MOST_VARIABLES) return [];
  if (domain.length !== variables.length) {
    const message = `The domain has ${domain.length} intervals for ${variables.length} variables`;
    return [{ field, message }];
  }
  return domain.flatMap(([low, high], key): FormulaProblem[] => {
    const ok = Number.isFinite(low) && Number.isFinite(high) && low < high;
    return ok ? [] : [{ field, key, message: `[${low}, ${high}] is no interval: two finite numbers, the lower first` }];
  });
}

/** Everything wrong with a formula's variables, constants and domain. */
export function checkNames(source: FormulaSource): FormulaProblem[] {
  return [...checkVariables(source.variables), ...checkConstants(source), ...checkDomain(source)];
}
