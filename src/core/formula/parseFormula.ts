import type { FormulaSource } from '../landscapes/Landscape.ts';
import { checkNames, MOST_VARIABLES } from './checkNames.ts';
import { checkTokens } from './checkTokens.ts';
import { fromMathjs, UnsupportedSyntax } from './fromMathjs.ts';
import { parse } from './parse.ts';
import type { FormulaProblem } from './problems.ts';
import { scan, type Token } from './scan.ts';
import type { Syntax } from './syntax.ts';

/** Longer expressions are refused before anything reads them. */
export const LONGEST_EXPRESSION = 20_000;
/** More problems than this help nobody. */
const MOST_PROBLEMS = 100;

type Parsed =
  | { readonly ok: true; readonly syntax: readonly Syntax[] }
  | { readonly ok: false; readonly problems: readonly FormulaProblem[] };

/** What mathjs's messages mean, by a piece of them. */
const SYNTAX_ERRORS: readonly (readonly [piece: string, message: string, hint?: string])[] = [
  ['Value expected', 'A value is expected here'],
  ['Unexpected end', 'The formula ends where a value is expected'],
  ['Unexpected part', 'An operator is missing before this', 'write * for a product'],
  ['Unexpected operator', 'This operator does not fit here'],
  ['Parenthesis', 'A closing parenthesis is missing here', 'write the missing )'],
  ['False part', 'A choice lacks its second case here', 'a choice is written condition ? a : b'],
  ['true-expression', 'A choice lacks its first case here', 'a choice is written condition ? a : b'],
];

/**
 * The text that mathjs reads, and for each of its characters the token that it belongs to. The first case of every
 * choice goes into parentheses: without them mathjs 15 takes the second colon of `a ? b ? c : d : e` for a range.
 */
function textForMathjs(tokens: readonly Token[]): { text: string; owners: readonly Token[] } {
  const pieces: string[] = [];
  const owners: Token[] = [];
  for (const token of tokens) {
    const piece = `${({ question: '? (', colon: ') :' } as Record<string, string>)[token.kind] ?? token.text} `;
    pieces.push(piece);
    for (let i = 0; i < piece.length; i++) owners.push(token);
  }
  return { text: pieces.join(''), owners };
}

/** The problem that mathjs found, with its place in the expression, which is `end` characters long. */
function fromSyntaxError(error: unknown, owners: readonly Token[], end: number): FormulaProblem {
  const { message: text, char } = error as { message?: string; char?: number };
  if (typeof text !== 'string' || typeof char !== 'number') throw error;
  const token = owners[char - 1];
  const [, message, hint] = SYNTAX_ERRORS.find(([piece]) => text.includes(piece)) ?? [
    '',
    'The formula cannot be read from here',
  ];
  const range = { start: token?.start ?? end, end: token?.end ?? end };
  return { field: 'expression', message, ...(hint ? { hint } : {}), ...range };
}

function parseTokens(tokens: readonly Token[], end: number): Parsed {
  const { text, owners } = textForMathjs(tokens);
  try {
    const numbers = tokens.filter(({ kind }) => kind === 'number').map((token) => token.text);
    return { ok: true, syntax: fromMathjs(parse(text), numbers) };
  } catch (error) {
    if (error instanceof UnsupportedSyntax) {
      const message = `The formula holds something that is not supported (${error.message})`;
      return { ok: false, problems: [{ field: 'expression', message, start: 0, end }] };
    }
    return { ok: false, problems: [fromSyntaxError(error, owners, end)] };
  }
}

/**
 * Reads a formula, or says everything that is wrong with it: with the expression (each problem with its place), the
 * variables, the constants and the domain. Takes linear time, and next to none for what is too long or too deep.
 * @returns the syntax, arguments before what uses them, the whole formula last; or at least one problem
 */
export function parseFormula(source: FormulaSource): Parsed {
  const { expression } = source;
  const problems = checkNames(source);
  if (expression.length > LONGEST_EXPRESSION) {
    const message = `The formula has ${expression.length} characters; at most ${LONGEST_EXPRESSION} are read`;
    return { ok: false, problems: [...problems, { field: 'expression', message }] };
  }
  const { tokens, problems: foreign } = scan(expression);
  if (tokens.length === 0) problems.push({ field: 'expression', message: 'The formula is empty', start: 0, end: 0 });
  else {
    const names = [...source.variables.slice(0, MOST_VARIABLES), ...Object.keys(source.constants)];
    const found = [...foreign, ...checkTokens(tokens, new Set(names), expression.length)];
    problems.push(...found.sort((a, b) => (a.start ?? 0) - (b.start ?? 0)));
  }
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
  return parseTokens(tokens, expression.length);
}
