import { create } from 'zustand';
import type { EscapeFindings } from '../core/escape/runEscapes.ts';
import type { RaceResult } from '../worker/jobs/race.ts';
import type { Fraction } from './resultsStore.ts';
import type { EscapeScenario } from './scenarioStore.ts';

/** What was found, and for which scenario: while a newer one is computed, the older one's stays on screen. */
export interface Found<Result> {
  readonly of: EscapeScenario;
  readonly result: Result;
  /** False while more is to come, and after a cancel or a failure. */
  readonly isWhole: boolean;
}

/** What the Escape lab has found and how far its race is. Nothing here is in the link. */
export interface EscapeResults {
  readonly experiment: Found<EscapeFindings> | null;
  readonly experimentProgress: Fraction;
  readonly race: Found<RaceResult> | null;
  readonly raceProgress: Fraction;
  /** Iteration that the race shows; null shows its end. */
  readonly position: number | null;
  readonly playing: boolean;
  /** Values of L that the charts leave out. */
  readonly hidden: readonly number[];
  /** Dimension whose saddles the first chart shows; null for the largest. */
  readonly shownDimension: number | null;
  /** Vertical axis of the charts. */
  readonly yScale: 'linear' | 'log';
}

export const escapeStore = create<EscapeResults>()(() => ({
  experiment: null,
  experimentProgress: null,
  race: null,
  raceProgress: null,
  position: null,
  playing: false,
  hidden: [],
  shownDimension: null,
  yScale: 'log',
}));
