import type { FormulaProblem } from './problems.ts';

/** A piece of the expression's text, from `start` to before `end`; `foreign` is what no formula may hold. */
export interface Token {
  readonly kind: 'number' | 'name' | 'operator' | 'open' | 'close' | 'comma' | 'question' | 'colon' | 'foreign';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A name: a Latin or Greek letter, then letters, digits and underscores. Underscores first are scanned, not allowed. */
const NAME = /[A-Za-z_\u0370-\u03FF][\w\u0370-\u03FF]*/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\r\n\u00A0]+/y;
const TEXT = /"[^"]*"?|'[^']*'/y;
const COMMENT = /#[^\n]*/y;
/** Longest first. */
const OPERATOR = /<=|>=|==|!=|[-+*/^<>]/y;
const WORDS = new Set(['and', 'or', 'not']);

/** What is written in other languages or on paper, and what to write here. */
const FOREIGN: readonly (readonly [written: string, message: string, hint?: string])[] = [
  ['**', '`**` is no operator here', 'write ^ for a power'],
  ['&&', '`&&` is no operator here', 'write and'],
  ['||', '`||` is no operator here', 'write or'],
  ['===', '`===` is no operator here', 'write =='],
  ['!==', '`!==` is no operator here', 'write !='],
  ['<>', '`<>` is no operator here', 'write !='],
  ['=>', '`=>` is no operator here', 'write >='],
  ['=<', '`=<` is no operator here', 'write <='],
  ['//', '`//` is no operator here', 'write /, or floor(a / b)'],
  ['.*', 'Elementwise operators are not supported', 'write *'],
  ['./', 'Elementwise operators are not supported', 'write /'],
  ['.^', 'Elementwise operators are not supported', 'write ^'],
  ['<<', 'Bit shifts are not supported'],
  ['>>', 'Bit shifts are not supported'],
  ['=', 'A formula assigns nothing', 'write only the right-hand side, or == to compare'],
  ['!', 'Factorials and `!` are not supported', 'write not for a negation'],
  ['%', 'Percentages and remainders are not supported', 'write x / 100, or x - y * floor(x / y)'],
  ['&', 'Operations on bits are not supported', 'write and'],
  ['|', 'Operations on bits are not supported', 'write or, or abs(x) for an absolute value'],
  ['~', 'Operations on bits are not supported', 'write not'],
  ['[', 'Arrays are not supported', 'write x^2 + y^2 out instead of vectors; parentheses are ( and )'],
  [']', 'Arrays are not supported', 'parentheses are ( and )'],
  ['{', 'Objects and sets are not supported', 'parentheses are ( and )'],
  ['}', 'Objects and sets are not supported', 'parentheses are ( and )'],
  [';', 'A formula is a single expression', 'leave the semicolon out'],
  ["'", 'Transposes and derivative marks are not supported', 'derivatives are computed by themselves'],
  ['\\', 'TeX is not read', 'write functions by name, such as sqrt(x)'],
  ['.', 'A point stands alone', 'write numbers like 0.5'],
  ['·', '`·` is no operator here', 'write *'],
  ['×', '`×` is no operator here', 'write *'],
  ['÷', '`÷` is no operator here', 'write /'],
  ['−', 'This minus sign is a typographic one', 'write -'],
  ['–', 'This is a dash', 'write -'],
  ['√', '`√` is not read', 'write sqrt(x)'],
  ['²', 'Superscripts are not read', 'write ^2'],
  ['³', 'Superscripts are not read', 'write ^3'],
  ['≤', '`≤` is not read', 'write <='],
  ['≥', '`≥` is not read', 'write >='],
  ['≠', '`≠` is not read', 'write !='],
];

/** Matches a sticky expression at `at`. */
function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function kindOfMark(mark: string): Token['kind'] | null {
  const kinds: Record<string, Token['kind']> = {
    '(': 'open',
    ')': 'close',
    ',': 'comma',
    '?': 'question',
    ':': 'colon',
  };
  return Object.hasOwn(kinds, mark) ? (kinds[mark] as Token['kind']) : null;
}

/** A token that starts at `at`, or null. */
function tokenAt(text: string, at: number): Token | null {
  const make = (kind: Token['kind'], found: string): Token => ({
    kind,
    text: found,
    start: at,
    end: at + found.length,
  });
  const mark = kindOfMark(text[at] as string);
  if (mark) return make(mark, text[at] as string);
  const number = match(NUMBER, text, at);
  if (number) return make('number', number);
  const name = match(NAME, text, at);
  if (name) return make(WORDS.has(name) ? 'operator' : 'name', name);
  const operator = match(OPERATOR, text, at);
  return operator ? make('operator', operator) : null;
}

/** What is wrong at `at`, where no token of a formula stands; the range covers what to skip. */
function foreignAt(text: string, at: number): FormulaProblem & { readonly end: number } {
  const quoted = match(TEXT, text, at);
  if (quoted) {
    return { field: 'expression', message: 'Texts are not supported', start: at, end: at + quoted.length };
  }
  const comment = match(COMMENT, text, at);
  if (comment) {
    return { field: 'expression', message: 'Comments are not supported', start: at, end: at + comment.length };
  }
  const found = FOREIGN.find(([written]) => text.startsWith(written, at));
  if (found) {
    const [written, message, hint] = found;
    return { field: 'expression', message, ...(hint ? { hint } : {}), start: at, end: at + written.length };
  }
  const character = String.fromCodePoint(text.codePointAt(at) as number);
  const message = `\`${character}\` means nothing in a formula`;
  return { field: 'expression', message, start: at, end: at + character.length };
}

/** Whether a multi-character foreign operator starts at `at`, which would otherwise scan as operators that exist. */
function startsForeign(text: string, at: number): boolean {
  return FOREIGN.some(([written]) => written.length > 1 && text.startsWith(written, at)) && text[at] !== '.';
}

/**
 * Splits an expression into tokens, in linear time.
 * @returns all tokens, and a problem for every foreign one
 */
export function scan(text: string): { tokens: Token[]; problems: FormulaProblem[] } {
  const tokens: Token[] = [];
  const problems: FormulaProblem[] = [];
  for (let at = 0; at < text.length; ) {
    const space = match(SPACE, text, at);
    if (space) {
      at += space.length;
      continue;
    }
    let token = startsForeign(text, at) ? null : tokenAt(text, at);
    if (!token) {
      const problem = foreignAt(text, at);
      problems.push(problem);
      token = { kind: 'foreign', text: text.slice(at, problem.end), start: at, end: problem.end };
    }
    tokens.push(token);
    at = token.end;
  }
  return { tokens, problems };
}
