/** The seed of a scenario that names none. */
export const DEFAULT_SEED = 0;
