import type { Box, BoxParam } from '../params.ts';
import type { FormulaLandscape } from './Landscape.ts';

const DOMAIN: BoxParam = {
  kind: 'box',
  label: 'Visible box',
  symbol: 'D',
  meaning: 'One interval per variable, where the pictures look; the formula itself is used everywhere.',
  default: [-2, 2],
};

/** The formula that the user types, with 1 to 50 variables. What is wrong with it, the compiler says. */
export const formula: FormulaLandscape = {
  id: 'formula',
  name: 'Your own formula',
  reference: 'Typed by the user',
  description: 'Any function you can write down: its derivatives are exact, and its constants become sliders.',
  params: {
    expression: {
      kind: 'expression',
      label: 'Formula',
      symbol: 'f',
      meaning: 'An expression in the variables and constants.',
      default: 'x^2 - y^2 + y^4/4',
    },
    variables: {
      kind: 'names',
      label: 'Variables',
      symbol: 'x',
      meaning: 'Names of the variables, in the order of the coordinates; 1 to 50 of them.',
      default: ['x', 'y'],
    },
    constants: {
      kind: 'constants',
      label: 'Constants',
      symbol: 'a',
      meaning: 'Named numbers that the formula may use; each becomes a slider.',
      default: {},
    },
    domain: DOMAIN,
  },
  dimension: null,
  source: ({ expression, variables, constants, domain }) => {
    const names = variables as readonly string[];
    return {
      expression: expression as string,
      variables: names,
      constants: constants as Readonly<Record<string, number>>,
      domain: (domain as Box | undefined) ?? names.map(() => DOMAIN.default),
    };
  },
};
