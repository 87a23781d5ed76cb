/** What an experiment `path-lengths` leaves out, and its limits; apart from its schema for the page’s controls. */
export const PATH_LENGTHS_DEFAULTS = { pairs: 10, mostPairs: 1000, mostLevels: 100, iterations: 2000 } as const;
