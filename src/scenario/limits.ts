/**
 * The most that a scenario may ask for. They keep a hostile link or file from freezing or filling a machine; every
 * lecture scene stays far below. A problem that reports one says its number.
 */
export const LIMITS = {
  /** Characters of a scenario's text. */
  textLength: 1_000_000,
  /** Lists and objects inside one another. */
  depth: 24,
  /** Numbers, words, lists and objects in all. */
  values: 200_000,
  titleLength: 200,
  noteLength: 2_000,
  labelLength: 200,
  methods: 20,
  starts: 1_000,
  points: 10_000,
  repeats: 10_000,
  maxIterations: 1_000_000_000,
  /** Numbers that the recorded trajectories may hold if every run takes all its iterations. */
  recordedNumbers: 100_000_000,
  /** Grid points along one side of a map of basins. */
  resolution: 2_048,
  /** Runs of a map of basins: grid points times repeats. */
  gridRuns: 8_000_000,
  /** The same for the map that the page draws, which grows while it is looked at, and the repeats of such a map. */
  shownResolution: 512,
  shownRuns: 3_000_000,
  shownRepeats: 101,
  variables: 50,
  constants: 100,
  contourLevels: 200,
} as const;
