import { LIMITS } from '../limits.ts';

/** Grid points along each variable where a scenario does not say, by the number of variables; odd, so that the middle is one. */
const DEFAULT_SIDES: readonly number[] = [1001, 201, 61];

/** Sublevel sets are looked at on grids of at most so many variables. */
export const MOST_SUBLEVEL_VARIABLES = DEFAULT_SIDES.length;

/** Grid points along each variable where a scenario does not say. */
export const defaultSide = (dimension: number): number => DEFAULT_SIDES[dimension - 1] ?? LIMITS.resolution;

/** Grid points along each variable. @param resolution  one number for all, or one for each */
export const sidesOf = (resolution: number | readonly number[] | undefined, dimension: number): readonly number[] =>
  typeof resolution === 'object'
    ? resolution
    : Array.from({ length: dimension }, () => resolution ?? defaultSide(dimension));

/** What is said of a landscape of more variables than a grid takes. */
export const variablesRefusal = (dimension: number): string =>
  `Sublevel sets are found on a grid of up to ${MOST_SUBLEVEL_VARIABLES} variables, and this landscape has ${dimension}; lower its dimension or choose another one.`;

/** What is said of a box in which there is nothing. */
export const NOWHERE_DEFINED = 'The landscape has no finite value anywhere on the grid; choose another box.';
