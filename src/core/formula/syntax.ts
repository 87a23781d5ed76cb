import type { FunctionRow } from './functions.ts';

/** A piece of a formula as one typed it; arguments come before what uses them in the lists of this program. */
export type Syntax =
  | { readonly kind: 'number'; readonly value: number; readonly text: string; readonly args: readonly [] }
  | { readonly kind: 'name'; readonly name: string; readonly args: readonly [] }
  | { readonly kind: 'parentheses'; readonly args: readonly [Syntax] }
  | { readonly kind: 'sign'; readonly operator: '+' | '-' | 'not'; readonly args: readonly [Syntax] }
  | {
      readonly kind: 'operator';
      readonly operator: '+' | '-' | '*' | '/' | '^' | 'and' | 'or';
      /** A product without a sign. */
      readonly implicit: boolean;
      readonly args: readonly [Syntax, Syntax];
    }
  | {
      readonly kind: 'comparison';
      /** One fewer than the arguments: a < b <= c. */
      readonly operators: readonly ('==' | '!=' | '<' | '>' | '<=' | '>=')[];
      readonly args: readonly Syntax[];
    }
  | { readonly kind: 'choice'; readonly args: readonly [condition: Syntax, then: Syntax, otherwise: Syntax] }
  | { readonly kind: 'call'; readonly row: FunctionRow; readonly args: readonly Syntax[] };
