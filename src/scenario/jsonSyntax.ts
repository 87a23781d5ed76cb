/** The first place where a text stops being JSON. Line and column count from 1, the column in UTF-16 units. */
export interface JsonSyntaxError {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const WORD = /[A-Za-z_$][\w$]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these inside a string.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const LITERALS = ['true', 'false', 'null'];

/**
 * Finds the first syntax error of a text that `JSON.parse` refuses; the engines' own messages differ and mostly leave
 * out the place. It keeps its own stack, so that depth costs memory only.
 * @returns undefined for a text that is JSON
 */
export function jsonSyntaxError(text: string): JsonSyntaxError | undefined {
  const scanner = new Scanner(text);
  scanner.document();
  if (scanner.failure === undefined) return undefined;
  const before = text.slice(0, scanner.at);
  const line = before.split('\n').length;
  return { line, column: scanner.at - before.lastIndexOf('\n'), message: scanner.failure };
}

type State = 'value' | 'first-item' | 'first-key' | 'key' | 'after';

/** Walks over one JSON text; `at` is where it stands, or where it failed. */
class Scanner {
  at = 0;
  failure: string | undefined;
  readonly #text: string;
  /** The closing bracket of every list and object that is open. */
  readonly #open: string[] = [];
  #state: State = 'value';

  constructor(text: string) {
    this.#text = text;
  }

  document(): void {
    while (this.failure === undefined && !this.#atEnd()) this.#advance(this.#text[this.at] as string);
  }

  /** Steps over space; true where the document is over, well or not. */
  #atEnd(): boolean {
    this.#skipSpace();
    const complete = this.#state === 'after' && this.#open.length === 0;
    if (complete && this.at < this.#text.length) this.#fail('expected the end of the text');
    if (!complete && this.at >= this.#text.length) this.#fail('the text ends too early');
    return complete || this.failure !== undefined;
  }

  #advance(character: string): void {
    const mayClose = this.#state === 'first-item' || this.#state === 'first-key';
    if (this.#state === 'after') this.#separator(character);
    else if (mayClose && character === this.#open.at(-1)) this.#close();
    else if (this.#state === 'first-key' || this.#state === 'key') this.#key(character);
    else this.#value(character);
  }

  #separator(character: string): void {
    const closing = this.#open.at(-1) as string;
    if (character === ',') {
      this.at++;
      this.#state = closing === '}' ? 'key' : 'value';
      this.#skipSpace();
      if (this.#text[this.at] === closing) this.#fail(`there is a comma too many before "${closing}"`);
    } else if (character === closing) this.#close();
    else this.#fail(`expected a comma or "${closing}"`);
  }

  #key(character: string): void {
    if (character !== '"') this.#fail('expected a key in double quotes');
    else if (!this.#take(STRING)) this.#failInString();
    else {
      this.#skipSpace();
      if (this.#text[this.at] === ':') this.at++;
      else this.#fail('expected a colon after the key');
      this.#state = 'value';
    }
  }

  #value(character: string): void {
    if (character === '{' || character === '[') this.#openBracket(character);
    else if (character === "'") this.#fail('words are written in double quotes');
    else if (character === '"') {
      this.#state = 'after';
      if (!this.#take(STRING)) this.#failInString();
    } else {
      this.#state = 'after';
      if (!this.#take(NUMBER)) this.#literal();
    }
  }

  #literal(): void {
    const start = this.at;
    const word = this.#take(WORD);
    if (word !== undefined && LITERALS.includes(word)) return;
    this.at = start;
    this.#fail(`expected a value${word === undefined ? '' : `, found ${word.slice(0, 40)}`}`);
  }

  #openBracket(character: string): void {
    this.at++;
    this.#open.push(character === '{' ? '}' : ']');
    this.#state = character === '{' ? 'first-key' : 'first-item';
  }

  #close(): void {
    this.at++;
    this.#open.pop();
    this.#state = 'after';
  }

  /** The token of `pattern` (sticky) here, stepping over it. */
  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const token = pattern.exec(this.#text)?.[0];
    if (token !== undefined) this.at += token.length;
    return token;
  }

  #skipSpace(): void {
    while (' \t\n\r'.includes(this.#text[this.at] ?? 'x')) this.at++;
  }

  #failInString(): void {
    this.#fail('this word is not closed, or holds a line break or an unknown escape');
  }

  #fail(message: string): void {
    this.failure ??= message;
  }
}
