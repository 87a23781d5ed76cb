import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { lettersOfName, texOfName } from '../../../src/core/formula/tex.ts';
import { compiled } from './objectiveOf.ts';
import { CONSTANTS, formulas, print, VARIABLES } from './randomFormula.ts';

describe('TeX of a formula', () => {
  it.each([
    ['x^2 + y', '{x}^{2} + y'],
    ['(x + y)/(x - y)', '\\frac{x + y}{x - y}'],
    ['1/2 x', '\\frac{1}{2} \\, x'],
    ['2 x*y', '2 \\, x \\cdot y'],
    ['(x + 1)^(y/2)', '{\\left(x + 1\\right)}^{\\frac{y}{2}}'],
    ['-x^2', '-{x}^{2}'],
    ['sqrt((x))', '\\sqrt{x}'],
    ['abs(x) + floor(y)', '\\left|x\\right| + \\left\\lfloor y\\right\\rfloor'],
    ['log(x) + log10(y)', '\\ln\\left(x\\right) + \\log_{10}\\left(y\\right)'],
    ['max(x, y, 1)', '\\max\\left(x, y, 1\\right)'],
    ['1e-5*x + 2.5e20', '10^{-5} \\cdot x + 2.5 \\cdot 10^{20}'],
    ['0 <= x < y', '0 \\le x < y'],
    ['not x and y or x != 1', '\\lnot x \\land y \\lor x \\ne 1'],
    ['pi*e', '\\pi \\cdot e'],
    [
      'x > 0 ? 1 : (x < -1 ? 2 : 3)',
      '\\begin{cases} 1 & \\text{if } x > 0 \\\\ 2 & \\text{if } x < -1 \\\\ 3 & \\text{otherwise} \\end{cases}',
    ],
  ])('%s', (expression, tex) => {
    expect(compiled(expression).tex).toBe(tex);
  });

  it.each([
    ['x', 'x'],
    ['lambda', '\\lambda'],
    ['lambda1', '\\lambda_{1}'],
    ['x12', 'x_{12}'],
    ['x_1', 'x_{1}'],
    ['x_max', 'x_{\\mathrm{max}}'],
    ['target', '\\mathrm{target}'],
    ['Omega_a_b', '\\Omega_{\\mathrm{a\\_b}}'],
    ['x1_y', 'x_{1,y}'],
    ['λ', 'λ'],
  ])('name %s', (name, tex) => {
    expect(texOfName(name)).toBe(tex);
  });

  it.each([
    ['x', 'x', ''],
    ['x12', 'x', '12'],
    ['w1_2', 'w', '1,2'],
    ['theta_2', 'θ', '2'],
    ['x_lambda', 'x', 'λ'],
  ])('draws the name %s as the letter %s with the index %s', (name, stem, index) => {
    expect(lettersOfName(name)).toEqual({ stem, index });
  });

  it('is TeX that KaTeX reads', () => {
    fc.assert(
      fc.property(formulas, (tree) => {
        const { tex } = compiled(print(tree), VARIABLES, CONSTANTS);
        expect(() => katex.renderToString(tex, { throwOnError: true, strict: false })).not.toThrow();
      }),
      { numRuns: 150 },
    );
  });
});
