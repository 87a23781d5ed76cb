import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFormula } from '../../../src/core/formula/compileFormula.ts';
import { LONGEST_EXPRESSION, parseFormula } from '../../../src/core/formula/parseFormula.ts';
import type { FormulaProblem } from '../../../src/core/formula/problems.ts';
import type { FormulaSource } from '../../../src/core/landscapes/Landscape.ts';

function source(expression: string, rest: Partial<FormulaSource> = {}): FormulaSource {
  return {
    expression,
    variables: ['x', 'y'],
    constants: { kappa: 2 },
    domain: [
      [-1, 1],
      [-1, 1],
    ],
    ...rest,
  };
}

function problemsOf(expression: string, rest: Partial<FormulaSource> = {}): readonly FormulaProblem[] {
  const result = parseFormula(source(expression, rest));
  return result.ok ? [] : result.problems;
}

/** Each problem as "the text it marks: message — hint". */
function told(expression: string): string[] {
  return problemsOf(expression).map(({ message, hint, start, end }) => {
    const place = start === undefined ? '?' : expression.slice(start, end) || `at ${start}`;
    return `${place}: ${message}${hint === undefined ? '' : ` — ${hint}`}`;
  });
}

describe('parseFormula', () => {
  it.each<[expression: string, ...problems: string[]]>([
    ['', 'at 0: The formula is empty'],
    [' \n', 'at 0: The formula is empty'],
    ['x +', 'at 3: The formula ends where a value is expected'],
    ['x * * y', '*: A value is missing before `*`'],
    ['(x + y', '(: This parenthesis is never closed — write the missing )'],
    ['x + y)', '): This parenthesis closes nothing — leave it out, or write ( before'],
    ['x + ()', '(): Nothing stands between the parentheses'],
    ['2 3', '2 3: Two numbers stand side by side — write * between them'],
    ['x^y 3', '3: An operator is missing before this — write * for a product'],
    ['x not y', 'not: An operator is missing before `not` — write and or or'],
    ['1e999', '1e999: This number is too large — the largest is 1.797e308'],
    ['sine(x)', 'sine: There is no function `sine` — did you mean sin?'],
    ['Sin(x)', 'Sin: There is no function `Sin` — did you mean sin?'],
    ['ln(x)', 'ln: There is no function `ln` — did you mean log?'],
    ['arctan(x)', 'arctan: There is no function `arctan` — did you mean atan?'],
    ['pow(x, 2)', 'pow: There is no function `pow` — write x^y'],
    ['ceil(x)', 'ceil: There is no function `ceil` — write -floor(-x)'],
    ['integral(x)', 'integral: There is no function `integral`'],
    ['kapa*x', 'kapa: There is no variable or constant `kapa` — did you mean kappa?'],
    ['xy', 'xy: There is no variable or constant `xy` — write x * y for a product'],
    ['π*x', 'π: There is no variable or constant `π` — did you mean pi?'],
    ['q + x', 'q: There is no variable or constant `q`'],
    ['x mod y', 'mod: There is no variable or constant `mod` — write x - y * floor(x / y) for a remainder'],
    ['5 cm', 'cm: There is no variable or constant `cm`'],
    ['x to y', 'to: There is no variable or constant `to` — units are not supported'],
    ['Infinity', 'Infinity: There is no variable or constant `Infinity`'],
    ['x(y)', 'x: `x` is not a function — write x * (…) for a product'],
    ['sin x', 'sin: `sin` is a function and takes arguments — write sin(…)'],
    ['sin^2(x)', 'sin: `sin` is a function and takes arguments — write sin(…)^…'],
    ['sin()', 'sin(): `sin` takes 1 argument, not 0'],
    ['1 + atan2(x)', 'atan2(x): `atan2` takes 2 arguments, not 1'],
    ['min()', 'min(): `min` takes at least 1 argument, not 0'],
    ['hypot(x)', 'hypot(x): `hypot` takes at least 2 arguments, not 1'],
    ['log(x, 2)', 'log(x, 2): `log` takes 1 argument, not 2 — write log(x) / log(base) for another base'],
    ['min(x, )', '): A value is missing before `)`'],
    ['min(, x)', ',: A value is missing before `,`'],
    ['2,5 * x', ',: This comma separates no arguments — write numbers with a point, like 2.5'],
    ['x ? y', '?: This `?` has no `:` — a choice is written condition ? a : b'],
    ['x : y', ':: This `:` has no `?` — a choice is written condition ? a : b'],
    ['x ? : y', ':: A value is missing before `:`'],
    [
      'f = x',
      'f: There is no variable or constant `f`',
      '=: A formula assigns nothing — write only the right-hand side, or == to compare',
    ],
    ['x!', '!: Factorials and `!` are not supported — write not for a negation'],
    ['x % y', '%: Percentages and remainders are not supported — write x / 100, or x - y * floor(x / y)'],
    ['x; y', ';: A formula is a single expression — leave the semicolon out'],
    ['x ** 2', '**: `**` is no operator here — write ^ for a power'],
    ['x && y', '&&: `&&` is no operator here — write and'],
    ['x === y', '===: `===` is no operator here — write =='],
    ['x.^2', '.^: Elementwise operators are not supported — write ^'],
    ["x' + y", "': Transposes and derivative marks are not supported — derivatives are computed by themselves"],
    ['"text" + x', '"text": Texts are not supported'],
    ['x # rest * % here', '# rest * % here: Comments are not supported'],
    ['x²', '²: Superscripts are not read — write ^2'],
    ['x − y', '−: This minus sign is a typographic one — write -'],
    ['x + 😀', '😀: `😀` means nothing in a formula'],
    [
      '[x, y]',
      '[: Arrays are not supported — write x^2 + y^2 out instead of vectors; parentheses are ( and )',
      ']: Arrays are not supported — parentheses are ( and )',
    ],
    [
      'constructor + __proto__ + toString(x) + hasOwnProperty + x.y',
      'constructor: There is no variable or constant `constructor`',
      '__proto__: There is no variable or constant `__proto__`',
      'toString: There is no function `toString`',
      'hasOwnProperty: There is no variable or constant `hasOwnProperty`',
      '.: A point stands alone — write numbers like 0.5',
    ],
    [
      'sine(x) + foo * (y, 3',
      'sine: There is no function `sine` — did you mean sin?',
      'foo: There is no variable or constant `foo`',
      '(: This parenthesis is never closed — write the missing )',
      ',: This comma separates no arguments — write numbers with a point, like 2.5',
    ],
  ])('%j: all that is wrong, in order, with places and hints', (expression, ...problems) => {
    expect(told(expression)).toEqual(problems);
    for (const { field } of problemsOf(expression)) expect(field).toBe('expression');
  });

  it.each<[string, Partial<FormulaSource>, Partial<FormulaProblem>[]]>([
    ['no variable', { variables: [], domain: [] }, [{ field: 'variables' }]],
    [
      '51 variables',
      {
        variables: Array.from({ length: 51 }, (_, i) => `x${i}`),
        domain: Array.from({ length: 51 }, () => [0, 1] as const),
      },
      [{ field: 'variables' }],
    ],
    ['a name twice', { variables: ['x', 'x'] }, [{ field: 'variables', key: 1 }]],
    ['a function as a variable', { variables: ['x', 'sin'] }, [{ field: 'variables', key: 1 }]],
    ['pi as a variable', { variables: ['x', 'pi'] }, [{ field: 'variables', key: 1 }]],
    ['a word of the language', { variables: ['x', 'not'] }, [{ field: 'variables', key: 1 }]],
    ['bad characters', { variables: ['x', 'y-1'] }, [{ field: 'variables', key: 1 }]],
    ['an empty name', { variables: ['x', ''] }, [{ field: 'variables', key: 1 }]],
    ['a prototype name', { variables: ['x', '__proto__'] }, [{ field: 'variables', key: 1 }]],
    ['a constant like a variable', { constants: { y: 1 } }, [{ field: 'constants', key: 'y' }]],
    ['a constant like a function', { constants: { exp: 1 } }, [{ field: 'constants', key: 'exp' }]],
    ['a constant not finite', { constants: { a: Number.NaN } }, [{ field: 'constants', key: 'a' }]],
    ['an own __proto__', { constants: JSON.parse('{"__proto__": 1}') }, [{ field: 'constants', key: '__proto__' }]],
    ['too few intervals', { domain: [[0, 1]] }, [{ field: 'domain' }]],
    [
      'an interval upside down',
      {
        domain: [
          [0, 1],
          [1, 0],
        ],
      },
      [{ field: 'domain', key: 1 }],
    ],
    [
      'an infinite interval',
      {
        domain: [
          [0, Infinity],
          [1, 1],
        ],
      },
      [
        { field: 'domain', key: 0 },
        { field: 'domain', key: 1 },
      ],
    ],
    [
      'everything at once',
      {
        variables: ['x', 'x'],
        constants: { e: 1 },
        domain: [
          [0, 0],
          [0, 1],
        ],
      },
      [
        { field: 'variables', key: 1 },
        { field: 'constants', key: 'e' },
        { field: 'domain', key: 0 },
      ],
    ],
  ])('refuses %s', (_, rest, problems) => {
    const found = problemsOf('1', rest);
    expect(found.map(({ field, key }) => ({ field, ...(key === undefined ? {} : { key }) }))).toEqual(problems);
  });

  it('knows names of all kinds', () => {
    const variables = ['x_1', 'λ', 'constructor', 'toString'];
    const constants = { hasOwnProperty: 1, Alpha2: 2 };
    const domain = variables.map(() => [0, 1] as const);
    const result = parseFormula(
      source('x_1 + λ*constructor - toString/hasOwnProperty + Alpha2 + pi + e', { variables, constants, domain }),
    );
    expect(result.ok).toBe(true);
  });

  /** Bounds are checked before anything recursive or slow sees the text: each of these returns at once. */
  it.each([
    ['10 million characters', 'x+'.repeat(5e6)],
    ['100,000 parentheses', `${'('.repeat(1e5)}x${')'.repeat(1e5)}`],
    ['100,000 minus signs', `${'-'.repeat(1e5)}x`],
    ['9,000 parentheses', `${'('.repeat(9e3)}x${')'.repeat(9e3)}`],
    ['9,000 calls', `${'sin('.repeat(4e3)}x`],
    ['19,000 minus signs', `${'-'.repeat(19e3)}x`],
    ['a tower of powers', `x${'^x'.repeat(9e3)}`],
    ['a tower of negative powers', `x${'^-x'.repeat(6e3)}`],
    ['nested choices', `x${'?x:x'.repeat(4e3)}`],
    ['nested negations', `${'not '.repeat(4e3)}x`],
    ['nesting of all kinds', `${'-(x^sin(x?y:'.repeat(21)}x${'))'.repeat(21)}`],
  ])('refuses %s with a single problem', (_, expression) => {
    const found = problemsOf(expression);
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toMatch(
      expression.length > LONGEST_EXPRESSION ? /characters; at most 20000/ : /nests deeper than 100/,
    );
  });

  it('reads what is wide but not deep, and as deep as it says', () => {
    for (const expression of [
      `x${' + y'.repeat(4000)}`,
      `x${'^2 + y'.repeat(3000)}`,
      `${'-x^(x ? y : x) + '.repeat(900)}x`,
      `x${' - -y'.repeat(3000)}`,
      `max(${'x, '.repeat(3000)}y)`,
      `${'('.repeat(100)}x${')'.repeat(100)}`,
      `${'-'.repeat(100)}x`,
    ]) {
      expect(problemsOf(expression)).toEqual([]);
    }
  });

  it('tells at most 100 problems', () => {
    expect(problemsOf('$'.repeat(20_000))).toHaveLength(100);
  });

  const pieces = fc.constantFrom(
    ...['x', 'y', 'kappa', 'foo', 'sin', 'max', 'atan2', '2', '.5', '1e3', '1e400', '+', '-', '*', '/', '^', '(', ')'],
    ...[
      ',',
      '?',
      ':',
      '<',
      '<=',
      '==',
      'and',
      'or',
      'not',
      ' ',
      '\n',
      '%',
      '!',
      '=',
      '[',
      '"',
      "'",
      '.',
      '#',
      '😀',
      'sin(',
    ],
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 25 }).map((list) => list.join('')),
    fc.array(pieces, { maxLength: 25 }).map((list) => list.join(' ')),
    fc.string({ maxLength: 40, unit: 'binary' }),
  );

  it('either compiles any text or says where it is wrong', () => {
    fc.assert(
      fc.property(texts, (expression) => {
        const result = compileFormula(source(expression));
        if (result.ok) return;
        expect(result.problems.length).toBeGreaterThan(0);
        for (const { field, start, end, message } of result.problems) {
          expect(field).toBe('expression');
          expect(message).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start as number);
          expect(end).toBeLessThanOrEqual(expression.length);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
