import { type FunctionRow, functions } from './functions.ts';
import type { FormulaProblem } from './problems.ts';
import type { Token } from './scan.ts';
import { didYouMean } from './suggest.ts';

/** Parentheses, powers, signs and choices may nest this deep, all together; mathjs's parser recurses into each. */
const DEEPEST = 100;

/** Numbers with names of their own. */
export const NAMED_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
]);

/** What an open parenthesis (or the whole expression) holds so far. */
interface Level {
  readonly open: Token | null;
  /** The name before the parenthesis, if that makes it a call. */
  readonly callee: Token | null;
  commas: number;
  /** Whether something foreign stands here; commas and colons may belong to it. */
  foreign: boolean;
  /** Question marks that wait for their colon. */
  waiting: Token[];
  /** How deep the parser recurses within this level: choices, and the run of powers and signs that is not over. */
  choices: number;
  run: number;
}

/** A name in a message, cut where it would fill the screen. */
function quoted(name: string): string {
  return name.length > 40 ? `\`${name.slice(0, 40)}…\`` : `\`${name}\``;
}

/** What may come next; after something foreign, anything. */
type Expectation = 'value' | 'operator' | 'anything';

class TokenChecker {
  readonly problems: FormulaProblem[] = [];
  readonly #declared: ReadonlySet<string>;
  readonly #end: number;
  readonly #levels: Level[] = [];
  #expected: Expectation = 'value';
  #outerDepth = 0;

  constructor(declared: ReadonlySet<string>, end: number) {
    this.#declared = declared;
    this.#end = end;
    this.#open(null, null);
  }

  /** Takes one token; false where the rest is not worth reading. */
  take(token: Token, next: Token | undefined, previous: Token | undefined): boolean {
    const isValue = token.kind === 'number' || token.kind === 'name' || token.kind === 'open';
    if (isValue && this.#expected === 'operator') this.#level.run = 0;
    if (token.kind === 'number') this.#takeNumber(token, previous);
    else if (token.kind === 'name') this.#takeName(token, next);
    else if (token.kind === 'operator') this.#takeOperator(token);
    else if (token.kind === 'open') this.#open(token, previous?.kind === 'name' ? previous : null);
    else if (token.kind === 'close') this.#close(token, previous);
    else if (token.kind === 'comma') this.#takeComma(token);
    else if (token.kind === 'question') this.#takeQuestion(token);
    else if (token.kind === 'colon') this.#takeColon(token);
    else {
      this.#level.foreign = true;
      this.#expected = 'anything';
    }
    return !this.#isTooDeep(token);
  }

  /** To be called after the last token. */
  finish(): void {
    if (this.#expected === 'value') {
      this.#report({ start: this.#end, end: this.#end }, 'The formula ends where a value is expected');
    }
    for (const level of this.#levels) {
      if (level.open) this.#report(level.open, 'This parenthesis is never closed', 'write the missing )');
      this.#reportWaiting(level);
    }
  }

  get #level(): Level {
    return this.#levels.at(-1) as Level;
  }

  #report({ start, end }: { start: number; end: number }, message: string, hint?: string): void {
    this.problems.push({ field: 'expression', message, ...(hint === undefined ? {} : { hint }), start, end });
  }

  #isTooDeep(token: Token): boolean {
    const { choices, run } = this.#level;
    if (this.#outerDepth + this.#levels.length + choices + run <= DEEPEST + 1) return false;
    this.#report(token, `The formula nests deeper than ${DEEPEST} levels`, 'split it, or use constants');
    return true;
  }

  /** Complains where a value was due before `token`. */
  #requireValueBefore(token: Token): void {
    if (this.#expected === 'value') this.#report(token, `A value is missing before \`${token.text}\``);
  }

  #takeNumber(token: Token, previous: Token | undefined): void {
    if (previous?.kind === 'number') {
      this.#report({ start: previous.start, end: token.end }, 'Two numbers stand side by side', 'write * between them');
    }
    if (!Number.isFinite(Number(token.text)))
      this.#report(token, 'This number is too large', 'the largest is 1.797e308');
    this.#expected = 'operator';
  }

  #takeName(token: Token, next: Token | undefined): void {
    const { text } = token;
    const isNumber = this.#declared.has(text) || NAMED_NUMBERS.has(text);
    this.#expected = 'operator';
    if (next?.kind === 'open') {
      if (functions.has(text)) this.#expected = 'value';
      else if (isNumber) this.#report(token, `\`${text}\` is not a function`, `write ${text} * (…) for a product`);
      else {
        this.#report(token, `There is no function ${quoted(text)}`, didYouMean(text, functions.keys()));
      }
    } else if (functions.has(text)) {
      const hint = next?.text === '^' ? `write ${text}(…)^…` : `write ${text}(…)`;
      this.#report(token, `\`${text}\` is a function and takes arguments`, hint);
    } else if (!isNumber)
      this.#report(token, `There is no variable or constant ${quoted(text)}`, this.#hintForName(text));
  }

  #hintForName(name: string): string | undefined {
    const letters = [...name];
    const isProduct = name.length > 1 && name.length < 6 && letters.every((letter) => this.#declared.has(letter));
    if (isProduct) return `write ${letters.join(' * ')} for a product`;
    return didYouMean(name, [...this.#declared, ...NAMED_NUMBERS.keys()]);
  }

  #takeOperator(token: Token): void {
    const level = this.#level;
    const isSign = token.text === '+' || token.text === '-';
    if (token.text === 'not') {
      if (this.#expected === 'operator') this.#report(token, 'An operator is missing before `not`', 'write and or or');
      level.run++;
    } else if (isSign && this.#expected !== 'operator') level.run++;
    else {
      this.#requireValueBefore(token);
      level.run = token.text === '^' ? level.run + 1 : 0;
    }
    this.#expected = 'value';
  }

  #open(token: Token | null, callee: Token | null): void {
    const outer = this.#levels.at(-1);
    this.#outerDepth += outer ? outer.choices + outer.run : 0;
    this.#levels.push({ open: token, callee, commas: 0, foreign: false, waiting: [], choices: 0, run: 0 });
    this.#expected = 'value';
  }

  #close(token: Token, previous: Token | undefined): void {
    if (this.#levels.length === 1) {
      this.#report(token, 'This parenthesis closes nothing', 'leave it out, or write ( before');
      this.#expected = 'operator';
      return;
    }
    const level = this.#levels.pop() as Level;
    this.#outerDepth -= this.#level.choices + this.#level.run;
    const isEmpty = previous === level.open;
    const row = level.callee ? functions.get(level.callee.text) : undefined;
    if (isEmpty && !level.callee) {
      this.#report({ start: previous?.start ?? token.start, end: token.end }, 'Nothing stands between the parentheses');
    } else if (!isEmpty) this.#requireValueBefore(token);
    if (row) this.#checkArguments(row, level, isEmpty ? 0 : level.commas + 1, token);
    this.#reportWaiting(level);
    this.#expected = 'operator';
  }

  #checkArguments(row: FunctionRow, level: Level, count: number, close: Token): void {
    const [least, most] = row.arguments;
    if (count >= least && count <= most) return;
    const wanted = most === least ? String(least) : `at least ${least}`;
    const noun = least === 1 ? 'argument' : 'arguments';
    const start = (level.callee as Token).start;
    this.#report({ start, end: close.end }, `\`${row.name}\` takes ${wanted} ${noun}, not ${count}`, row.advice);
  }

  #reportWaiting(level: Level): void {
    for (const token of level.waiting) {
      this.#report(token, 'This `?` has no `:`', 'a choice is written condition ? a : b');
    }
    level.waiting = [];
  }

  #takeComma(token: Token): void {
    const level = this.#level;
    this.#requireValueBefore(token);
    if (!level.callee && !level.foreign) {
      this.#report(token, 'This comma separates no arguments', 'write numbers with a point, like 2.5');
    }
    this.#reportWaiting(level);
    level.commas++;
    level.choices = 0;
    level.run = 0;
    this.#expected = 'value';
  }

  #takeQuestion(token: Token): void {
    this.#requireValueBefore(token);
    this.#level.waiting.push(token);
    this.#level.choices++;
    this.#level.run = 0;
    this.#expected = 'value';
  }

  #takeColon(token: Token): void {
    this.#requireValueBefore(token);
    if (!this.#level.waiting.pop() && !this.#level.foreign) {
      this.#report(token, 'This `:` has no `?`', 'a choice is written condition ? a : b');
    }
    this.#level.run = 0;
    this.#expected = 'value';
  }
}

/**
 * Everything wrong with an expression that its tokens show: unknown names, calls, missing values, parentheses, depth.
 * Linear in the number of tokens.
 * @param declared  names of the variables and constants
 * @param end  length of the expression
 */
export function checkTokens(tokens: readonly Token[], declared: ReadonlySet<string>, end: number): FormulaProblem[] {
  const checker = new TokenChecker(declared, end);
  for (let i = 0; i < tokens.length; i++) {
    if (!checker.take(tokens[i] as Token, tokens[i + 1], tokens[i - 1])) return checker.problems;
  }
  checker.finish();
  return checker.problems;
}
